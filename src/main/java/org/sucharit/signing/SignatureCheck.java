package org.sucharit.signing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationVerifier;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.Store;
import org.jspecify.annotations.Nullable;

/**
 * Whether a signature (CMS, RFC 5652, as PAdES and the older adbe.pkcs7.detached have it) holds for the bytes that it
 * covers. Nothing is fetched and nothing is trusted here.
 */
final class SignatureCheck {

    /** @param certificates all that came with the signature, the signer's first */
    record Intact(
            List<X509Certificate> certificates, @Nullable Timestamp timestamp) implements Result {

        X509Certificate signer() {
            return certificates.getFirst();
        }
    }

    /** @param certificates all that came with the timestamp, its signer's first */
    record Timestamp(Instant at, List<X509Certificate> certificates) {}

    record Broken() implements Result {}

    record Weak(X509Certificate signer) implements Result {}

    record Unknown() implements Result {}

    /** A timestamp over the file (ETSI.RFC3161), which is nobody's signature. */
    record FileTimestamp() implements Result {}

    sealed interface Result {}

    private static final BouncyCastleProvider BC = new BouncyCastleProvider();
    private static final int MOST_CERTIFICATES = 20;
    private static final Set<ASN1ObjectIdentifier> DIGESTS = Set.of(
            NISTObjectIdentifiers.id_sha256,
            NISTObjectIdentifiers.id_sha384,
            NISTObjectIdentifiers.id_sha512,
            NISTObjectIdentifiers.id_sha3_256,
            NISTObjectIdentifiers.id_sha3_384,
            NISTObjectIdentifiers.id_sha3_512);

    private SignatureCheck() {}

    static Result of(SignedRange range) {
        try {
            CMSSignedData signature = new CMSSignedData(range, content(range.signature()));
            if (signature.getSignedContentTypeOID().equals(PKCSObjectIdentifiers.id_ct_TSTInfo.getId())) {
                return new FileTimestamp();
            }
            Collection<SignerInformation> signers = signature.getSignerInfos().getSigners();
            if (!signature.isDetachedSignature() || signers.size() != 1) {
                return new Unknown();
            }
            return check(signers.iterator().next(), signature.getCertificates());
        } catch (IOException | CMSException | GeneralSecurityException | RuntimeException | StackOverflowError e) {
            // Whatever a hostile structure breaks in the parser says the same: this is no signature that we know.
            return new Unknown();
        }
    }

    private static Result check(SignerInformation signer, Store<X509CertificateHolder> store)
            throws IOException, GeneralSecurityException {
        List<X509Certificate> certificates = certificates(signer, store);
        if (certificates.isEmpty()) {
            return new Unknown();
        }
        X509Certificate certificate = certificates.getFirst();
        if (!strong(certificate.getPublicKey())
                || !DIGESTS.contains(signer.getDigestAlgorithmID().getAlgorithm())) {
            return new Weak(certificate);
        }
        if (!holds(signer, certificate) || !names(signer, certificate)) {
            return new Broken();
        }
        return new Intact(certificates, timestamp(signer).orElse(null));
    }

    /** The signature, which nothing may follow in its room but the zeros that fill it. */
    private static ContentInfo content(byte[] room) throws IOException {
        ByteArrayInputStream bytes = new ByteArrayInputStream(room);
        ContentInfo content = ContentInfo.getInstance(new ASN1InputStream(bytes).readObject());
        for (int b = bytes.read(); b >= 0; b = bytes.read()) {
            if (b != 0) {
                throw new IOException("More than a signature");
            }
        }
        return content;
    }

    private static boolean holds(SignerInformation signer, X509Certificate certificate) {
        try {
            return signer.verify(verifier(certificate.getPublicKey()));
        } catch (CMSException | OperatorCreationException e) {
            return false;
        }
    }

    /** The attribute that binds the certificate to the signature (RFC 5035), where there is one, means this certificate. */
    private static boolean names(SignerInformation signer, X509Certificate certificate)
            throws GeneralSecurityException {
        Attribute attribute = signer.getSignedAttributes() == null
                ? null
                : signer.getSignedAttributes().get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        if (attribute == null) {
            return true;
        }
        ESSCertIDv2 id = SigningCertificateV2.getInstance(attribute.getAttributeValues()[0])
                .getCerts()[0];
        byte[] digest = MessageDigest.getInstance(
                        id.getHashAlgorithm().getAlgorithm().getId(), BC)
                .digest(certificate.getEncoded());
        return Arrays.equals(digest, id.getCertHash());
    }

    private static Optional<Timestamp> timestamp(SignerInformation signer) {
        Attribute attribute = signer.getUnsignedAttributes() == null
                ? null
                : signer.getUnsignedAttributes().get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (attribute == null) {
            return Optional.empty();
        }
        try {
            TimeStampToken token =
                    new TimeStampToken(ContentInfo.getInstance(attribute.getAttributeValues()[0]));
            List<X509Certificate> certificates = certificates(
                    token.toCMSSignedData()
                            .getSignerInfos()
                            .getSigners()
                            .iterator()
                            .next(),
                    token.getCertificates());
            if (certificates.isEmpty()
                    || !strong(certificates.getFirst().getPublicKey())
                    || !DIGESTS.contains(token.getTimeStampInfo().getMessageImprintAlgOID())) {
                return Optional.empty();
            }
            token.validate(
                    new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(certificates.getFirst()));
            byte[] digest = MessageDigest.getInstance(
                            token.getTimeStampInfo().getMessageImprintAlgOID().getId(), BC)
                    .digest(signer.getSignature());
            return Arrays.equals(digest, token.getTimeStampInfo().getMessageImprintDigest())
                    ? Optional.of(
                            new Timestamp(token.getTimeStampInfo().getGenTime().toInstant(), certificates))
                    : Optional.empty();
        } catch (TSPException
                | IOException
                | GeneralSecurityException
                | OperatorCreationException
                | RuntimeException e) {
            // A timestamp that does not hold proves nothing; the signature stands without it.
            return Optional.empty();
        }
    }

    /** The signer's first; none where it is not among them. */
    private static List<X509Certificate> certificates(SignerInformation signer, Store<X509CertificateHolder> store)
            throws IOException, GeneralSecurityException {
        @SuppressWarnings("unchecked")
        Collection<X509CertificateHolder> own = store.getMatches(signer.getSID());
        if (own.isEmpty()) {
            return List.of();
        }
        List<X509Certificate> certificates = new ArrayList<>();
        certificates.add(certificate(own.iterator().next()));
        for (X509CertificateHolder other : store.getMatches(null)) {
            if (certificates.size() < MOST_CERTIFICATES) {
                certificates.add(certificate(other));
            }
        }
        return certificates;
    }

    private static X509Certificate certificate(X509CertificateHolder holder)
            throws IOException, GeneralSecurityException {
        return (X509Certificate)
                Certificates.factory().generateCertificate(new ByteArrayInputStream(holder.getEncoded()));
    }

    /** Neither too short to prove anything nor so long that checking it becomes an attack. */
    private static boolean strong(PublicKey key) {
        return switch (key) {
            case RSAPublicKey rsa ->
                rsa.getModulus().bitLength() >= 2048
                        && rsa.getModulus().bitLength() <= 8192
                        && rsa.getPublicExponent().bitLength() <= 64;
            case ECPublicKey ec -> ec.getParams().getOrder().bitLength() >= 256;
            default -> key.getAlgorithm().equals("EdDSA");
        };
    }

    private static SignerInformationVerifier verifier(PublicKey key) throws OperatorCreationException {
        return new JcaSimpleSignerInfoVerifierBuilder().setProvider(BC).build(key);
    }
}
