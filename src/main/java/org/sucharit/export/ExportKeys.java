package org.sucharit.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;

/**
 * Signs the lists of files of copies (Ed25519, RFC 8032) by a key of each organisation, derived from the installation's;
 * it is in no database. The public half stands at {@code /api/{org}/export/key}.
 */
@Component
class ExportKeys {

    private static final int SEED = 32;

    private final InstallationKey installation;

    ExportKeys(InstallationKey installation) {
        this.installation = installation;
    }

    /** @return 64 bytes */
    byte[] sign(byte[] content) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, seed())));
            signature.update(content);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is missing", e);
        }
    }

    /** As PEM, for {@code openssl pkeyutl}. */
    String publicKey() {
        try {
            byte[] encoded = SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(
                            new Ed25519PrivateKeyParameters(seed()).generatePublicKey())
                    .getEncoded();
            return "-----BEGIN PUBLIC KEY-----\n"
                    + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                            .encodeToString(encoded)
                    + "\n-----END PUBLIC KEY-----\n";
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] seed() {
        return installation.derive("export/" + CurrentOrganisation.get(), SEED);
    }
}
