package org.sucharit.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.OrganisationId;

/**
 * The format of the register. An entry is five lines of text: the format's name, the organisation, the sequence
 * number, the hash of the entry before, and a commitment to what was done. Its hash is SHA-256(0x00 ‖ entry), the leaf
 * hash of RFC 6962, so that the chain and a Merkle tree over it agree. The commitment is SHA-256(salt ‖ what was done);
 * without the 32 random bytes of salt it tells nothing.
 */
final class Chain {

    static final byte[] START = new byte[32];
    private static final String FORMAT = "sucharit-register/v1";

    private Chain() {}

    /** What the commitment of an entry covers, in a form that cannot be read in two ways. */
    static byte[] commitment(byte[] salt, Instant at, Note note, byte @Nullable [] contentDigest) {
        return sha256(salt, done(at, note, contentDigest));
    }

    /** What was done, in the words that the commitment covers. */
    static byte[] done(Instant at, Note note, byte @Nullable [] contentDigest) {
        String done = String.join(
                "\n",
                at.toString(),
                note.act().name(),
                text(note.caseId()),
                text(note.actor()),
                text(note.taskId()),
                text(note.detail()),
                contentDigest == null ? "-" : base64(contentDigest));
        return done.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] entry(OrganisationId organisation, long seq, byte[] previous, byte[] commitment) {
        return (FORMAT + "\n" + organisation + "\n" + seq + "\n" + base64(previous) + "\n" + base64(commitment) + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    static byte[] hash(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }

    /** Nothing is written as a dash, and a value's own line breaks cannot stand: none of these values has any. */
    private static String text(@Nullable Object value) {
        return value == null ? "-" : "=" + value.toString().replace('\n', ' ');
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
