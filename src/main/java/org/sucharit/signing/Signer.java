package org.sucharit.signing;

import eu.europa.esig.dss.alert.exception.AlertException;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.http.commons.TimestampDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.service.tsp.OnlineTSPSource;
import eu.europa.esig.dss.spi.CertificateExtensionsUtils;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.aia.DefaultAIASource;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sucharit.kernel.Time;
import org.sucharit.signing.Signed.Shortfall;

/**
 * Puts PAdES signatures into PDF files with EU DSS. The signature's field has no area and no look, so that the pages
 * stay what they were: their order of tabbing, their tags, PDF/A and PDF/UA.
 */
final class Signer {

    private static final Logger log = LoggerFactory.getLogger(Signer.class);

    /** Bytes kept free in the file for a signature without its certificates, and for a timestamp in it. */
    private static final int SIGNATURE = 2048;

    private static final int TIMESTAMP = 10 * 1024;

    private final @Nullable OnlineTSPSource timestamps;
    private final CertificateVerifier offline;
    private final SigningSettings settings;
    private final Collection<X509Certificate> trusted;

    Signer(SigningSettings settings, Collection<X509Certificate> trusted) {
        this.settings = settings;
        this.trusted = trusted;
        this.offline = new CommonCertificateVerifier(true);
        this.timestamps = settings.timestampService() == null
                ? null
                : new OnlineTSPSource(settings.timestampService().toString(), patient(new TimestampDataLoader()));
    }

    /**
     * Signs at the highest level that can be had now.
     *
     * @throws DSSException and other runtime exceptions where the file or the key refuses
     */
    Signed.With sign(OrganisationKey.Open key, byte[] pdf, SignAs as) {
        if (timestamps == null) {
            return new Signed.With(sign(key, pdf, as, SignatureLevel.PAdES_BASELINE_B), Level.B, null);
        }
        byte[] timestamped;
        try {
            timestamped = sign(key, pdf, as, SignatureLevel.PAdES_BASELINE_T);
        } catch (RuntimeException e) {
            byte[] plain = sign(key, pdf, as, SignatureLevel.PAdES_BASELINE_B);
            log.warn("No timestamp from {}; signed at level B: {}", settings.timestampService(), e.toString());
            return new Signed.With(plain, Level.B, Shortfall.NO_TIMESTAMP);
        }
        if (!canBeAskedAbout(key.certificate())) {
            return new Signed.With(timestamped, Level.T, Shortfall.NO_REVOCATION_DATA);
        }
        try {
            return new Signed.With(lasting(key, timestamped), Level.LT, null);
        } catch (AlertException | DSSException | IllegalArgumentException e) {
            log.warn("Revocation data is lacking; signed at level T: {}", e.toString());
            return new Signed.With(timestamped, Level.T, Shortfall.NO_REVOCATION_DATA);
        }
    }

    private byte[] sign(OrganisationKey.Open key, byte[] pdf, SignAs as, SignatureLevel level) {
        PAdESService service = new PAdESService(offline);
        if (timestamps != null) {
            service.setTspSource(timestamps);
        }
        DSSDocument document = new InMemoryDocument(pdf);
        PAdESSignatureParameters parameters = parameters(key, as, level);
        SignatureAlgorithm algorithm = parameters.getSignatureAlgorithm();
        byte[] value;
        try {
            value = key.sign(
                    algorithm.getJCEId(),
                    service.getDataToSign(document, parameters).getBytes());
        } catch (GeneralSecurityException e) {
            throw new DSSException("The key does not sign", e);
        }
        return DSSUtils.toByteArray(service.signDocument(document, parameters, new SignatureValue(algorithm, value)));
    }

    private PAdESSignatureParameters parameters(OrganisationKey.Open key, SignAs as, SignatureLevel level) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        List<CertificateToken> chain =
                key.chain().stream().map(CertificateToken::new).toList();
        parameters.setSigningCertificate(chain.getFirst());
        parameters.setCertificateChain(chain);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setSignatureLevel(level);
        parameters.bLevel().setSigningDate(Date.from(as.at()));
        parameters.setSigningTimeZone(TimeZone.getTimeZone(Time.BANGKOK));
        parameters.setSignerName(as.signer());
        parameters.setReason(as.reason());
        parameters.setContentSize(room(key.chain()) + (level == SignatureLevel.PAdES_BASELINE_B ? 0 : TIMESTAMP));
        return parameters;
    }

    /** Whether the certificate names where its revocation is told; one that signed itself is revoked by nobody. */
    private static boolean canBeAskedAbout(X509Certificate certificate) {
        CertificateToken token = new CertificateToken(certificate);
        return token.isSelfSigned()
                || !CertificateExtensionsUtils.getCRLAccessUrls(token).isEmpty()
                || !CertificateExtensionsUtils.getOCSPAccessUrls(token).isEmpty();
    }

    private static int room(List<X509Certificate> chain) {
        int bytes = SIGNATURE;
        for (X509Certificate certificate : chain) {
            try {
                bytes += certificate.getEncoded().length;
            } catch (CertificateEncodingException e) {
                throw new IllegalStateException(e);
            }
        }
        return bytes;
    }

    /** With certificates and revocation data of the signer and the timestamp service in the file. */
    private byte[] lasting(OrganisationKey.Open key, byte[] timestamped) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(SignatureLevel.PAdES_BASELINE_LT);
        PAdESService service = new PAdESService(online(key));
        service.setTspSource(timestamps);
        return DSSUtils.toByteArray(service.extendDocument(new InMemoryDocument(timestamped), parameters));
    }

    /**
     * Fetches what the certificates of the organisation and of the timestamp service name, which whoever wrote the
     * settings chose; what strangers upload never comes here. No chain is let off being asked about.
     */
    private CertificateVerifier online(OrganisationKey.Open key) {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        if (key.chain().size() > 1) {
            anchors.addCertificate(new CertificateToken(key.chain().getLast()));
        }
        trusted.forEach(certificate -> anchors.addCertificate(new CertificateToken(certificate)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier(true);
        verifier.setTrustedCertSources(anchors);
        verifier.setCheckRevocationForUntrustedChains(true);
        verifier.setAIASource(new DefaultAIASource(patient(new CommonsDataLoader())));
        verifier.setOcspSource(new OnlineOCSPSource(patient(new OCSPDataLoader())));
        verifier.setCrlSource(new OnlineCRLSource(patient(new CommonsDataLoader())));
        return verifier;
    }

    private <T extends CommonsDataLoader> T patient(T loader) {
        int milliseconds = Math.toIntExact(settings.timeout().toMillis());
        loader.setTimeoutConnection(milliseconds);
        loader.setTimeoutConnectionRequest(milliseconds);
        loader.setTimeoutResponse(milliseconds);
        loader.setTimeoutSocket(milliseconds);
        return loader;
    }
}
