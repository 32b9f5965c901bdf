package org.sucharit.signing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.DefaultSignatureAlgorithmIdentifierFinder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.RuntimeOperatorException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** A signature beside what it signs, with the certificates of the signer in it. */
final class DetachedSignature {

    private DetachedSignature() {}

    static byte[] of(OrganisationKey.Open key, byte[] content)
            throws GeneralSecurityException, OperatorCreationException, CMSException, IOException {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(
                new JcaSignerInfoGeneratorBuilder(new JcaDigestCalculatorProviderBuilder().build())
                        .build(new Asked(key, algorithm(key)), key.certificate()));
        generator.addCertificates(new JcaCertStore(key.chain()));
        return generator.generate(new CMSProcessableByteArray(content), false).getEncoded();
    }

    private static String algorithm(OrganisationKey.Open key) {
        return switch (key.certificate().getPublicKey().getAlgorithm()) {
            case "EC" -> "SHA256withECDSA";
            case "RSA" -> "SHA256withRSA";
            case String other -> other;
        };
    }

    /** Has the key sign where it is, for it may be in a token. */
    private static final class Asked implements ContentSigner {

        private final OrganisationKey.Open key;
        private final String algorithm;
        private final ByteArrayOutputStream said = new ByteArrayOutputStream();

        Asked(OrganisationKey.Open key, String algorithm) {
            this.key = key;
            this.algorithm = algorithm;
        }

        @Override
        public AlgorithmIdentifier getAlgorithmIdentifier() {
            return new DefaultSignatureAlgorithmIdentifierFinder().find(algorithm);
        }

        @Override
        public OutputStream getOutputStream() {
            return said;
        }

        @Override
        public byte[] getSignature() {
            try {
                return key.sign(algorithm, said.toByteArray());
            } catch (GeneralSecurityException e) {
                throw new RuntimeOperatorException("The key does not sign", e);
            }
        }
    }
}
