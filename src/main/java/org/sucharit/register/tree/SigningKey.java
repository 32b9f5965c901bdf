package org.sucharit.register.tree;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key that signs notes (c2sp.org/signed-note). One text always gets one signature. */
public final class SigningKey {

    private final Ed25519PrivateKeyParameters key;
    private final VerifierKey verifier;

    /**
     * @param name without spaces and plus signs
     * @param seed 32 bytes (RFC 8032)
     */
    public SigningKey(String name, byte[] seed) {
        this.key = new Ed25519PrivateKeyParameters(seed);
        this.verifier = new VerifierKey(name, key.generatePublicKey().getEncoded());
    }

    public VerifierKey verifier() {
        return verifier;
    }

    /** The signed note. */
    public String sign(Checkpoint checkpoint) {
        byte[] text = checkpoint.text().getBytes(StandardCharsets.UTF_8);
        Ed25519Signer signer = new Ed25519Signer();
        signer.init(true, key);
        signer.update(text, 0, text.length);
        byte[] signature = signer.generateSignature();
        byte[] line = ByteBuffer.allocate(4 + signature.length)
                .put(verifier.id())
                .put(signature)
                .array();
        return checkpoint.text() + "\n" + VerifierKey.DASH + verifier.name() + " "
                + Base64.getEncoder().encodeToString(line) + "\n";
    }
}
