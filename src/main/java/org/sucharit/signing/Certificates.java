package org.sucharit.signing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** Certificates from files, and what can be read in them. */
final class Certificates {

    private Certificates() {}

    /**
     * All certificates of the folder's .pem and .crt files.
     *
     * @throws IllegalStateException naming what cannot be read: a setting that is half followed would be a surprise later
     */
    static List<X509Certificate> in(Path folder) {
        List<X509Certificate> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted()
                    .filter(one ->
                            one.toString().endsWith(".pem") || one.toString().endsWith(".crt"))
                    .toList()) {
                try (InputStream in = Files.newInputStream(file)) {
                    factory().generateCertificates(in).forEach(one -> found.add((X509Certificate) one));
                } catch (CertificateException e) {
                    throw new IllegalStateException("No certificate in " + file, e);
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("Cannot read the folder of certificates " + folder, e);
        }
        return List.copyOf(found);
    }

    static CertificateFactory factory() {
        try {
            return CertificateFactory.getInstance("X.509");
        } catch (CertificateException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whom the certificate is made out to: the common name, the whole subject where there is none. */
    static String holder(X509Certificate certificate) {
        return part(certificate, "CN")
                .orElse(certificate.getSubjectX500Principal().getName());
    }

    /** The organisation that the certificate is made out to; its holder where it names none. */
    static String organisation(X509Certificate certificate) {
        return part(certificate, "O").orElse(holder(certificate));
    }

    private static Optional<String> part(X509Certificate certificate, String type) {
        try {
            return new LdapName(certificate.getSubjectX500Principal().getName())
                    .getRdns().reversed().stream()
                            .filter(rdn -> rdn.getType().equalsIgnoreCase(type))
                            .map(Rdn::getValue)
                            .filter(String.class::isInstance)
                            .map(String.class::cast)
                            .findFirst();
        } catch (InvalidNameException e) {
            return Optional.empty();
        }
    }
}
