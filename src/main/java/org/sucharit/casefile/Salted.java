package org.sucharit.casefile;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sucharit.vault.Sealed;

/**
 * Content with 32 random bytes before it. The salt is sealed with the content; SHA-256 of both together is a commitment
 * that tells nothing to who has neither, stays the same whatever key seals them, and proves the content to whoever is
 * shown both.
 */
final class Salted {

    private static final int SALT = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Salted() {}

    /** Sealed content with its commitment. */
    record Leaf(Sealed sealed, byte[] commitment) {}

    static Leaf seal(byte[] content, Function<byte[], Sealed> seal) {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        byte[] salted = Arrays.copyOf(salt, SALT + content.length);
        System.arraycopy(content, 0, salted, SALT, content.length);
        return new Leaf(seal.apply(salted), commitment(salted));
    }

    /** @param commitment nothing where the content was sealed without salt, before there were commitments */
    static byte[] content(byte[] opened, byte @Nullable [] commitment) {
        return commitment == null ? opened : Arrays.copyOfRange(opened, SALT, opened.length);
    }

    static byte[] salt(byte[] opened, byte @Nullable [] commitment) {
        return commitment == null ? new byte[0] : Arrays.copyOf(opened, SALT);
    }

    static byte[] commitment(byte[] salted) {
        return Digests.sha256(salted);
    }
}
