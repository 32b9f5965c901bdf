package org.sucharit.signing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CRLConverter;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certification authority of the test's own, with real keys. */
final class Authority {

    static final String PASSWORD = "a password for the file";

    private static final AtomicLong SERIAL = new AtomicLong(1000);

    /** A key with its certificate and that of the authority; alone where it signed itself. */
    record Identity(PrivateKey key, List<X509Certificate> chain) {

        X509Certificate certificate() {
            return chain.getFirst();
        }

        Path pkcs12(Path folder) {
            return pkcs12(folder, "key");
        }

        Path pkcs12(Path folder, String... aliases) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                for (String alias : aliases) {
                    store.setKeyEntry(alias, key, PASSWORD.toCharArray(), chain.toArray(Certificate[]::new));
                }
                Path file = Files.createTempFile(folder, "key", ".p12");
                try (OutputStream out = Files.newOutputStream(file)) {
                    store.store(out, PASSWORD.toCharArray());
                }
                return file;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** What a certificate is like. */
    record Wish(
            String subject,
            String algorithm,
            int strength,
            Instant from,
            Instant until,
            @Nullable String services,
            boolean timestamps) {

        static Wish of(String subject) {
            Instant now = Instant.now();
            return new Wish(
                    subject, "RSA", 2048, now.minus(Duration.ofDays(30)), now.plus(Duration.ofDays(300)), null, false);
        }

        Wish key(String newAlgorithm, int newStrength) {
            return new Wish(subject, newAlgorithm, newStrength, from, until, services, timestamps);
        }

        Wish valid(Instant newFrom, Instant newUntil) {
            return new Wish(subject, algorithm, strength, newFrom, newUntil, services, timestamps);
        }

        /** Names the addresses {@code /crl}, {@code /ocsp} and {@code /issuer} of that server. */
        Wish services(String at) {
            return new Wish(subject, algorithm, strength, from, until, at, timestamps);
        }

        Wish forTimestamps() {
            return new Wish(subject, algorithm, strength, from, until, services, true);
        }
    }

    private final KeyPair keys = pair("RSA", 2048);
    private final X500Name name;
    private final X509Certificate certificate;

    Authority(String name) {
        this.name = new X500Name("C=TH,O=" + name + ",CN=" + name + " Root");
        this.certificate =
                certify(Wish.of("C=TH,O=" + name + ",CN=" + name + " Root"), keys, this.name, keys.getPrivate(), true);
    }

    X509Certificate certificate() {
        return certificate;
    }

    Identity issue(Wish wish) {
        KeyPair pair = pair(wish.algorithm(), wish.strength());
        return new Identity(
                pair.getPrivate(), List.of(certify(wish, pair, name, keys.getPrivate(), false), certificate));
    }

    static Identity selfSigned(Wish wish) {
        KeyPair pair = pair(wish.algorithm(), wish.strength());
        return new Identity(
                pair.getPrivate(),
                List.of(certify(wish, pair, new X500Name(wish.subject()), pair.getPrivate(), false)));
    }

    byte[] revocationList() {
        try {
            Date now = new Date();
            JcaX509v2CRLBuilder list = new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), now);
            list.setNextUpdate(Date.from(now.toInstant().plus(Duration.ofDays(7))));
            return new JcaX509CRLConverter()
                    .getCRL(list.build(signer(keys.getPrivate())))
                    .getEncoded();
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static ContentSigner signer(PrivateKey key) throws OperatorCreationException {
        return new JcaContentSignerBuilder(key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA")
                .build(key);
    }

    private static X509Certificate certify(Wish wish, KeyPair pair, X500Name issuer, PrivateKey by, boolean authority) {
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer,
                    BigInteger.valueOf(SERIAL.incrementAndGet()),
                    Date.from(wish.from()),
                    Date.from(wish.until()),
                    authority ? issuer : new X500Name(wish.subject()),
                    pair.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.keyUsage,
                    true,
                    new KeyUsage(
                            authority
                                    ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                    : KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
            builder.addExtension(
                    Extension.subjectKeyIdentifier,
                    false,
                    new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
            if (wish.timestamps()) {
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            if (wish.services() != null) {
                builder.addExtension(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(
                            new DistributionPointName(new GeneralNames(uri(wish.services() + "/crl"))), null, null)
                }));
                builder.addExtension(
                        Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
                            new AccessDescription(AccessDescription.id_ad_ocsp, uri(wish.services() + "/ocsp")),
                            new AccessDescription(AccessDescription.id_ad_caIssuers, uri(wish.services() + "/issuer"))
                        }));
            }
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer(by)));
        } catch (OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private static KeyPair pair(String algorithm, int strength) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            if (algorithm.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp" + strength + "r1"));
            } else {
                generator.initialize(strength);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
