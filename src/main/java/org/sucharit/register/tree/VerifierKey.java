package org.sucharit.register.tree;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.crypto.params.Ed25519PublicKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;

/** An Ed25519 key by which signed notes are checked (c2sp.org/signed-note), and its form as text. */
public final class VerifierKey {

    static final String DASH = "— ";
    private static final byte ED25519 = 1;

    private final String name;
    private final byte[] encoded;
    private final byte[] id;

    VerifierKey(String name, byte[] publicKey) {
        this.name = name;
        this.encoded = new byte[1 + publicKey.length];
        encoded[0] = ED25519;
        System.arraycopy(publicKey, 0, encoded, 1, publicKey.length);
        this.id = Arrays.copyOf(Tree.sha256((name + "\n").getBytes(StandardCharsets.UTF_8), encoded), 4);
    }

    /** Reads {@code <name>+<hash>+<base64>}; nothing where it is no such key. */
    public static Optional<VerifierKey> parse(String text) {
        String[] parts = text.strip().split("\\+", 3);
        if (parts.length != 3 || parts[0].isEmpty()) {
            return Optional.empty();
        }
        return Hashes.bytes(parts[2])
                .filter(bytes -> bytes.length == 33 && bytes[0] == ED25519)
                .map(bytes -> new VerifierKey(parts[0], Arrays.copyOfRange(bytes, 1, 33)))
                .filter(key -> HexFormat.of().formatHex(key.id).equals(parts[1]));
    }

    public String name() {
        return name;
    }

    byte[] id() {
        return id;
    }

    /** Whether the note bears a signature by this key, and every one that says so is. */
    public boolean signed(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || !note.endsWith("\n")) {
            return false;
        }
        byte[] text = note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
        boolean found = false;
        for (String line : note.substring(end + 2).split("\n")) {
            if (!line.startsWith(DASH + name + " ")) {
                continue;
            }
            byte[] signature =
                    Hashes.bytes(line.substring((DASH + name + " ").length())).orElse(new byte[0]);
            if (signature.length < 4 || !Arrays.equals(Arrays.copyOf(signature, 4), id)) {
                continue;
            }
            if (!verifies(text, Arrays.copyOfRange(signature, 4, signature.length))) {
                return false;
            }
            found = true;
        }
        return found;
    }

    private boolean verifies(byte[] text, byte[] signature) {
        if (signature.length != 64) {
            return false;
        }
        try {
            Ed25519Signer verifier = new Ed25519Signer();
            verifier.init(false, new Ed25519PublicKeyParameters(encoded, 1));
            verifier.update(text, 0, text.length);
            return verifier.verifySignature(signature);
        } catch (IllegalArgumentException noPoint) {
            return false;
        }
    }

    @Override
    public String toString() {
        return name + "+" + HexFormat.of().formatHex(id) + "+"
                + Base64.getEncoder().encodeToString(encoded);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof VerifierKey key && key.toString().equals(toString());
    }

    @Override
    public int hashCode() {
        return toString().hashCode();
    }
}
