package org.sucharit.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.sucharit.screen.QrPicture;

/** Codes of an authenticator app: RFC 6238, six digits, thirty seconds, HMAC-SHA-1, which every app knows. */
final class Totp {

    private static final int SECRET_BYTES = 20;
    private static final int STEP_SECONDS = 30;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();

    private Totp() {}

    static byte[] secret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    /**
     * The step whose code this is: the present one, the one before or the one after, because clocks differ.
     *
     * @param code in digits of any script
     */
    static OptionalLong step(byte[] secret, String code, Instant now) {
        byte[] typed = digits(code).getBytes(StandardCharsets.US_ASCII);
        long present = now.getEpochSecond() / STEP_SECONDS;
        OptionalLong found = OptionalLong.empty();
        for (long step = present - 1; step <= present + 1; step++) {
            if (MessageDigest.isEqual(typed, code(secret, step).getBytes(StandardCharsets.US_ASCII))) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, long step) {
        try {
            return CODES.generateOneTimePasswordString(
                    new SecretKeySpec(secret, CODES.getAlgorithm()),
                    Instant.ofEpochSecond(step * STEP_SECONDS),
                    Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Only the digits, as Arabic ones; six, or something that is no code. */
    static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints().filter(Character::isDigit).forEach(c -> digits.append(Character.digit(c, 10)));
        return digits.toString();
    }

    /** RFC 4648, as apps show and take it. */
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : secret) {
            held = (held << 8) | (b & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 31));
            }
        }
        return text.toString();
    }

    /** @throws IllegalArgumentException where it is not the text of a secret of ours */
    static byte[] secret(String base32) {
        byte[] secret = new byte[SECRET_BYTES];
        int at = 0;
        int bits = 0;
        int held = 0;
        for (int n = 0; n < base32.length(); n++) {
            int value = BASE32.indexOf(base32.charAt(n));
            if (value < 0) {
                throw new IllegalArgumentException("Not base32");
            }
            held = ((held << 5) | value) & 0xFFF;
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                if (at == SECRET_BYTES) {
                    throw new IllegalArgumentException("Too long");
                }
                secret[at++] = (byte) (held >> bits);
            }
        }
        if (at != SECRET_BYTES) {
            throw new IllegalArgumentException("Too short");
        }
        return secret;
    }

    /** The QR code that an app reads, as an address that holds the whole picture. */
    static String picture(byte[] secret, String issuer, String account) {
        String address = "otpauth://totp/" + encode(issuer) + ":" + encode(account) + "?secret=" + base32(secret)
                + "&issuer=" + encode(issuer);
        return QrPicture.of(address);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
