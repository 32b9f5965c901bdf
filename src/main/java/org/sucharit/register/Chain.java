package org.sucharit.register;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.OrganisationId;

/**
 * The format of the register. An entry is five lines of text: the format's name, the organisation, the sequence
 * number, the hash of the entry before, and a commitment to what was done. Its hash is SHA-256(0x00 ‖ entry), the leaf
 * hash of RFC 6962, so that the chain and a Merkle tree over it agree. The sequence number is the leaf's index; those
 * that are left out are padding. The commitment is SHA-256(salt ‖ what was done); without the 32 random bytes of salt
 * it tells nothing. From version 2 on it covers the rows that the transaction left behind, too.
 */
public final class Chain {

    public static final byte[] START = new byte[32];

    /** The versions of the format. What was written in one stays valid. */
    public enum Version {
        V1("sucharit-register/v1"),
        V2("sucharit-register/v2");

        private final String line;

        Version(String line) {
            this.line = line;
        }

        private static Optional<Version> of(String line) {
            return Arrays.stream(values())
                    .filter(version -> version.line.equals(line))
                    .findFirst();
        }
    }

    /** What an entry says to everybody. */
    public record Link(Version version, String organisation, long seq, byte[] previous, byte[] commitment) {}

    private Chain() {}

    /**
     * What was done, as the commitment has it.
     *
     * @param contentDigest SHA-256 of what the act put into the case
     * @param rows the list of rows that the transaction left behind
     */
    public record Done(
            Instant at,
            String act,
            @Nullable Object caseId,
            @Nullable Object actor,
            @Nullable String taskId,
            @Nullable String detail,
            byte @Nullable [] contentDigest,
            byte @Nullable [] rows) {}

    static byte[] commitment(Version version, byte[] salt, Done done) {
        return sha256(salt, text(version, done));
    }

    /** What was done, in the words that the commitment covers; they cannot be read in two ways. */
    static byte[] text(Version version, Done done) {
        String text = String.join(
                "\n",
                done.at().toString(),
                done.act(),
                text(done.caseId()),
                text(done.actor()),
                text(done.taskId()),
                text(done.detail()),
                digest(done.contentDigest()));
        if (version != Version.V1) {
            text += "\n" + digest(done.rows() == null ? null : sha256(done.rows()));
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Whether the entry is the one that the act gave. */
    public static boolean holds(Link link, byte[] salt, Done done) {
        return Arrays.equals(link.commitment(), commitment(link.version(), salt, done));
    }

    static byte[] entry(Version version, OrganisationId organisation, long seq, byte[] previous, byte[] commitment) {
        return (version.line + "\n" + organisation + "\n" + seq + "\n" + base64(previous) + "\n" + base64(commitment)
                        + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] hash(byte[] entry) {
        return sha256(new byte[] {0}, entry);
    }

    /** Nothing where the bytes are no entry of any version. */
    public static Optional<Link> link(byte[] entry) {
        String[] lines = new String(entry, StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != 6 || !lines[5].isEmpty()) {
            return Optional.empty();
        }
        try {
            long seq = Long.parseLong(lines[2]);
            byte[] previous = Base64.getDecoder().decode(lines[3]);
            byte[] commitment = Base64.getDecoder().decode(lines[4]);
            return Version.of(lines[0])
                    .filter(version -> lines[2].equals(Long.toString(seq)))
                    .map(version -> new Link(version, lines[1], seq, previous, commitment));
        } catch (IllegalArgumentException neitherNumberNorBase64) {
            return Optional.empty();
        }
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

    private static String digest(byte @Nullable [] digest) {
        return digest == null ? "-" : base64(digest);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
