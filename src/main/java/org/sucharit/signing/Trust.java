package org.sucharit.signing;

import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.cert.CertPathValidator;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.sucharit.kernel.Time;

/**
 * Whose signatures are believed: those of the organisations whose keys are in the settings, of whoever their issuer
 * certified too, and of whom the operator trusts besides. Nothing is fetched: neither issuers nor revocation lists.
 */
final class Trust {

    /** Long enough for any office's chain; a longer one is no reason to go on working. */
    private static final int LONGEST_PATH = 6;

    private final Map<String, OrganisationKey> keys;
    private final Collection<X509Certificate> trusted;
    private final Time time;

    Trust(Map<String, OrganisationKey> keys, Collection<X509Certificate> trusted, Time time) {
        this.keys = keys;
        this.trusted = trusted;
        this.time = time;
    }

    /** A signer who is believed, if at the time of signing the certificates were valid. */
    final class Believed {

        private final List<X509Certificate> path;

        private Believed(List<X509Certificate> path) {
            this.path = path;
        }

        boolean validAt(Instant at) {
            return forSigning(path.getFirst()) && Trust.validAt(path, at);
        }

        /**
         * Whether it was made with a key of this organisation (short name): the very certificate, or one that the same
         * issuer made out to the same holder, as when it is renewed.
         */
        boolean isOf(String organisation) {
            OrganisationKey key = keys.get(organisation);
            return key != null
                    && key.chains().stream()
                            .anyMatch(chain -> chain.getFirst().equals(path.getFirst()) || renewed(chain));
        }

        private boolean renewed(List<X509Certificate> chain) {
            return chain.size() > 1
                    && path.size() > 1
                    && chain.get(1).getPublicKey().equals(path.get(1).getPublicKey())
                    && chain.getFirst()
                            .getSubjectX500Principal()
                            .equals(path.getFirst().getSubjectX500Principal());
        }
    }

    /**
     * Whoever the certificates lead to somebody trusted for; empty where they do not, or at no time did.
     *
     * @param certificates the signer's first, then those that came with it
     */
    Optional<Believed> in(List<X509Certificate> certificates) {
        List<X509Certificate> anchors = new ArrayList<>(trusted);
        keys.values().forEach(key -> key.chains().forEach(anchors::addAll));
        X509Certificate signer = certificates.getFirst();
        return path(certificates, anchors)
                .filter(path -> Stream.of(
                                time.now(),
                                signer.getNotBefore().toInstant(),
                                signer.getNotAfter().toInstant())
                        .anyMatch(at -> validAt(path, at)))
                .map(Believed::new);
    }

    /**
     * From the signer up to the first trusted certificate, taking at each step the first issuer that fits; no search
     * through all ways, so that many certificates of one name cost no more than few.
     */
    private static Optional<List<X509Certificate>> path(
            List<X509Certificate> certificates, List<X509Certificate> anchors) {
        List<X509Certificate> path = new ArrayList<>(List.of(certificates.getFirst()));
        while (!anchors.contains(path.getLast())) {
            X509Certificate last = path.getLast();
            Optional<X509Certificate> issuer = issuer(last, anchors).or(() -> issuer(last, certificates));
            if (issuer.isEmpty() || path.contains(issuer.get()) || path.size() == LONGEST_PATH) {
                return Optional.empty();
            }
            path.add(issuer.get());
        }
        return Optional.of(path);
    }

    private static Optional<X509Certificate> issuer(X509Certificate of, List<X509Certificate> among) {
        return among.stream()
                .filter(one -> one.getBasicConstraints() >= 0
                        && one.getSubjectX500Principal().equals(of.getIssuerX500Principal()))
                .filter(one -> signed(of, one.getPublicKey()))
                .findFirst();
    }

    private static boolean signed(X509Certificate certificate, PublicKey by) {
        try {
            certificate.verify(by);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** PKIX (RFC 5280) over the path, without asking anybody about revocation. */
    private static boolean validAt(List<X509Certificate> path, Instant at) {
        try {
            path.getFirst().checkValidity(Date.from(at));
            if (path.size() == 1) {
                return true;
            }
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(path.getLast(), null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(Date.from(at));
            CertPathValidator.getInstance("PKIX")
                    .validate(Certificates.factory().generateCertPath(path.subList(0, path.size() - 1)), parameters);
            return true;
        } catch (GeneralSecurityException | RuntimeException e) {
            return false;
        }
    }

    /** By its key usage: digital signature or content commitment; a certificate that says nothing may sign. */
    private static boolean forSigning(X509Certificate certificate) {
        boolean[] usage = certificate.getKeyUsage();
        return usage == null || usage[0] || usage[1];
    }
}
