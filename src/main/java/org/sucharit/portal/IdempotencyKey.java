package org.sucharit.portal;

import com.google.crypto.tink.subtle.AesGcmJce;
import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sucharit.kernel.CurrentOrganisation;

/**
 * What the sender of a report calls it by, so that a repeat is known as one. The server keeps only what it derives from
 * the key (HKDF-SHA256), each purpose by itself: the name of the row, the key that seals the answer, the key of the
 * request's digest. So the row gives away neither the receipt nor, to guesses, the report.
 */
final class IdempotencyKey {

    static final int SHORTEST = 16;
    static final int LONGEST = 200;

    /** The key is too short to keep a secret by, or longer than any key need be. */
    static final class Unusable extends RuntimeException {}

    private final byte[] key;

    private IdempotencyKey(byte[] key) {
        this.key = key;
    }

    /** @throws Unusable unless it has {@value #SHORTEST} to {@value #LONGEST} characters */
    static IdempotencyKey of(String text) {
        if (text.length() < SHORTEST || text.length() > LONGEST) {
            throw new Unusable();
        }
        return new IdempotencyKey(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The key of a partner's request, which is no other partner's. */
    static IdempotencyKey of(String text, UUID partner) {
        return new IdempotencyKey(
                (partner + "/" + new String(of(text).key, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    }

    byte[] lookup() {
        return derive("lookup");
    }

    Mac digest() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(derive("digest"), "HmacSHA256"));
            return mac;
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }

    byte[] seal(String text) {
        try {
            return new AesGcmJce(derive("answer")).encrypt(text.getBytes(StandardCharsets.UTF_8), context());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    /** @throws IllegalStateException when the answer was changed, or is another organisation's */
    String open(byte[] sealed) {
        try {
            return new String(new AesGcmJce(derive("answer")).decrypt(sealed, context()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A kept answer does not open", e);
        }
    }

    private byte[] derive(String purpose) {
        try {
            return Hkdf.computeHkdf("HMACSHA256", key, context(), purpose.getBytes(StandardCharsets.UTF_8), 32);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is missing", e);
        }
    }

    private static byte[] context() {
        return ("sucharit/v1/idempotency/" + CurrentOrganisation.get()).getBytes(StandardCharsets.UTF_8);
    }
}
