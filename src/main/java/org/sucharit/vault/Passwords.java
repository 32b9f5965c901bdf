package org.sucharit.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.text.Normalizer;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.PersonId;

/**
 * Wraps a person's private key under their password: Argon2id (RFC 9106; 46 MiB, one pass, one lane, as the OWASP
 * cheat sheet has it) gives the key of an AES-256-GCM box. That the box opens is the proof of the password: no other
 * hash of it is kept.
 */
@Component
class Passwords {

    private static final int MEMORY_KIB = 47_104;
    private static final int ITERATIONS = 1;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final int memoryKib;
    private final int iterations;

    Passwords() {
        this(MEMORY_KIB, ITERATIONS);
    }

    /** At another cost than the program's. What is wrapped keeps the cost that it was wrapped at. */
    Passwords(int memoryKib, int iterations) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
    }

    record Wrapped(byte[] salt, int memoryKib, int iterations, byte[] box) {}

    Wrapped wrap(PersonId person, String password, byte[] privateKey) {
        byte[] salt = new byte[16];
        RANDOM.nextBytes(salt);
        try {
            byte[] box =
                    new AesGcmJce(derive(password, salt, memoryKib, iterations)).encrypt(privateKey, binding(person));
            return new Wrapped(salt, memoryKib, iterations, box);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** @return the private key, or nothing where the password is not the right one */
    byte @Nullable [] unwrap(PersonId person, String password, Wrapped wrapped) {
        try {
            return new AesGcmJce(derive(password, wrapped.salt(), wrapped.memoryKib(), wrapped.iterations()))
                    .decrypt(wrapped.box(), binding(person));
        } catch (GeneralSecurityException wrongPassword) {
            return null;
        }
    }

    /** Takes as long as a real attempt, so that the time of an answer does not tell who has an account. */
    void pretend(String password) {
        derive(password, new byte[16], memoryKib, iterations);
    }

    private static byte[] derive(String password, byte[] salt, int memoryKib, int iterations) {
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(1)
                .build());
        byte[] key = new byte[32];
        // The same Thai word may be typed in more than one order of its marks; one of them counts.
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        argon2.generateBytes(composed.getBytes(StandardCharsets.UTF_8), key);
        return key;
    }

    private static byte[] binding(PersonId person) {
        return ("sucharit/v1/person/" + person).getBytes(StandardCharsets.UTF_8);
    }
}
