package org.sucharit.signing;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.operator.OperatorCreationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.Time;
import org.sucharit.signing.Signed.Reason;

/**
 * Signs finished PDF files with an organisation's key and tells of PDF files whether their signature holds. An
 * organisation is named by its short name, as in the settings. Safe for use by many threads.
 */
@Component
public class Signing {

    private static final Logger log = LoggerFactory.getLogger(Signing.class);

    private final Map<String, OrganisationKey> keys = new TreeMap<>();
    private final Signer signer;
    private final Verifier verifier;
    private final Time time;

    /** Opens every key, so that one that cannot sign is told in the log at the start and not by the first document. */
    Signing(SigningSettings settings, Time time) {
        this.time = time;
        List<X509Certificate> trusted = settings.trusted() == null ? List.of() : Certificates.in(settings.trusted());
        settings.keys().forEach((organisation, key) -> keys.put(organisation, new OrganisationKey(organisation, key)));
        signer = new Signer(settings, trusted);
        verifier = new Verifier(new Trust(keys, trusted, time), time);
        keys.forEach(this::tryOut);
    }

    /** Whether the organisation has a key, and one that can sign now as far as one can tell without signing. */
    public boolean available(String organisation) {
        OrganisationKey key = keys.get(organisation);
        try {
            return key != null && key.usable(time.now()).chain().size() > 0;
        } catch (KeyUnusable unusable) {
            return false;
        }
    }

    /**
     * Signs at level LT where a timestamp service is set and all that it takes can be had, else at the highest level
     * that can. It throws for no fault of keys, services or the file: the answer then holds the file as it came, and
     * why. Takes some ten milliseconds at level B; at LT up to several times the set timeout, so do not hold a
     * transaction open over it.
     *
     * @param pdf a finished file; not changed
     */
    public Signed sign(String organisation, byte[] pdf, SignAs as) {
        OrganisationKey key = keys.get(organisation);
        if (key == null) {
            return new Signed.Without(pdf, Reason.NO_KEY);
        }
        try {
            return signer.sign(key.usable(as.at()), pdf, as);
        } catch (KeyUnusable unusable) {
            log.error("A document of {} is not signed: {}", organisation, unusable.getMessage());
            return new Signed.Without(pdf, unusable.reason());
        } catch (RuntimeException failure) {
            log.error("A document of {} is not signed", organisation, failure);
            key.forget();
            return new Signed.Without(pdf, Reason.FAILED);
        }
    }

    /**
     * A detached signature (CMS, RFC 5652) over any bytes, as {@code openssl cms -verify} checks it; nothing where the
     * organisation has no key that can sign now.
     */
    public Optional<byte[]> signDetached(String organisation, byte[] content) {
        OrganisationKey key = keys.get(organisation);
        if (key == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(DetachedSignature.of(key.usable(time.now()), content));
        } catch (KeyUnusable unusable) {
            log.error("A copy of a case of {} is not signed: {}", organisation, unusable.getMessage());
        } catch (GeneralSecurityException | OperatorCreationException | CMSException | IOException failure) {
            log.error("A copy of a case of {} is not signed", organisation, failure);
            key.forget();
        }
        return Optional.empty();
    }

    /**
     * Judges the last signature of the file. Throws for no file whatsoever, asks nobody over the network and keeps
     * nothing. Whether a certificate was revoked is therefore not told.
     *
     * @param organisation which is asked: its own signatures are told from others'
     */
    public Verification verify(String organisation, byte[] pdf) {
        return verifier.verify(organisation, pdf);
    }

    private void tryOut(String organisation, OrganisationKey key) {
        try {
            X509Certificate certificate = key.usable(time.now()).certificate();
            log.info(
                    "Documents of {} are signed with the certificate of {}, valid until {}",
                    organisation,
                    Certificates.holder(certificate),
                    certificate.getNotAfter().toInstant());
        } catch (KeyUnusable unusable) {
            log.error(
                    "Documents of {} will NOT be signed ({}): {}",
                    organisation,
                    unusable.reason(),
                    unusable.getMessage());
        }
    }
}
