package org.sucharit.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;

/**
 * What the reporter is given and nobody else keeps: 26 random decimal digits (86 bits) and two check digits, written
 * in groups of four. Its lookup name and its key pair are derived from it (HKDF-SHA256), so the server can find the
 * case when the receipt is shown, and cannot find the receipt from the case.
 *
 * <p>The check digits are those of ISO/IEC 7064 MOD 97-10, which catch every single wrong digit and every swap of
 * neighbours.
 */
public record Receipt(String digits) {

    private static final int RANDOM_DIGITS = 26;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final BigInteger SPACE = BigInteger.TEN.pow(RANDOM_DIGITS);

    static Receipt create() {
        BigInteger value;
        do {
            value = new BigInteger(SPACE.bitLength(), RANDOM);
        } while (value.compareTo(SPACE) >= 0);
        String body = String.format(java.util.Locale.ROOT, "%0" + RANDOM_DIGITS + "d", value);
        int check = 98 - new BigInteger(body + "00").mod(BigInteger.valueOf(97)).intValue();
        return new Receipt(body + (check < 10 ? "0" : "") + check);
    }

    /** Reads what a person typed: spaces, hyphens and Thai digits are accepted; a mistyped receipt is nothing. */
    public static Optional<Receipt> parse(String typed) {
        StringBuilder digits = new StringBuilder();
        for (int c : typed.codePoints().toArray()) {
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '-') {
                continue;
            }
            int digit = Character.digit(c, 10);
            if (digit < 0) {
                return Optional.empty();
            }
            digits.append(digit);
        }
        boolean holds = digits.length() == RANDOM_DIGITS + 2
                && new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
        return holds ? Optional.of(new Receipt(digits.toString())) : Optional.empty();
    }

    /** For people: seven groups of four. */
    public String grouped() {
        return digits.replaceAll("(.{4})(?!$)", "$1 ");
    }

    byte[] lookup() {
        return derive("lookup", 16);
    }

    Hpke.KeyPair keys() {
        return Hpke.KeyPair.of(derive("key", 32));
    }

    private byte[] derive(String purpose, int length) {
        try {
            return Hkdf.computeHkdf(
                    "HMACSHA256",
                    digits.getBytes(StandardCharsets.US_ASCII),
                    "sucharit/v1/receipt".getBytes(StandardCharsets.UTF_8),
                    purpose.getBytes(StandardCharsets.UTF_8),
                    length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is missing", e);
        }
    }

    @Override
    public String toString() {
        return "Receipt[…]";
    }
}
