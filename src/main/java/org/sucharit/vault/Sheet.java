package org.sucharit.vault;

import com.google.crypto.tink.subtle.Hkdf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.sucharit.kernel.Problem;

/**
 * What stands on one recovery sheet and nowhere else: 160 random bits, from which the sheet's key pair is derived
 * (HKDF-SHA256). Written in eight groups of five characters of Crockford's Base32 (no I, L, O, U). The fifth of each
 * group is its check character, a weighted sum over GF(32) that catches every single wrong character, every swap of
 * neighbours and every group in the place of another, so that whoever mistypes learns in which group.
 */
public final class Sheet {

    /** Groups on a sheet, and characters of each. */
    public static final int GROUPS = 8;

    public static final int GROUP = 5;

    private static final int SYMBOLS = GROUP - 1;
    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Five bits each. */
    private final int[] symbols;

    private Sheet(int[] symbols) {
        this.symbols = symbols;
    }

    static Sheet create() {
        return new Sheet(RANDOM.ints(GROUPS * SYMBOLS, 0, ALPHABET.length()).toArray());
    }

    /**
     * Reads what a person typed or a scanner read: small letters, spaces, hyphens, Thai digits and the letters that are
     * taken for digits are accepted.
     *
     * @throws Problem invalid, naming {@code field} and the first group that is wrong, from 1; or that it is too short
     *     or too long
     */
    public static Sheet parse(String field, String typed) {
        int[] read = typed.codePoints()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c) && c != '-')
                .map(Sheet::symbol)
                .toArray();
        int[] symbols = new int[GROUPS * SYMBOLS];
        for (int group = 0; group < GROUPS && (group + 1) * GROUP <= read.length; group++) {
            int[] part = Arrays.copyOfRange(read, group * GROUP, (group + 1) * GROUP);
            if (Arrays.stream(part).anyMatch(symbol -> symbol < 0) || part[SYMBOLS] != check(group, part)) {
                throw Problem.invalid(field, "sheet.group", group + 1);
            }
            System.arraycopy(part, 0, symbols, group * SYMBOLS, SYMBOLS);
        }
        if (read.length != GROUPS * GROUP) {
            throw Problem.invalid(field, "sheet.length", GROUPS * GROUP, read.length);
        }
        return new Sheet(symbols);
    }

    /** The code, its groups joined by hyphens: what the paper shows and its QR code holds. */
    public String code() {
        StringBuilder code = new StringBuilder();
        for (int group = 0; group < GROUPS; group++) {
            code.append(group == 0 ? "" : "-").append(group(group));
        }
        return code.toString();
    }

    private String group(int group) {
        int[] part = Arrays.copyOfRange(symbols, group * SYMBOLS, (group + 1) * SYMBOLS);
        StringBuilder text = new StringBuilder();
        Arrays.stream(part).forEach(symbol -> text.append(ALPHABET.charAt(symbol)));
        return text.append(ALPHABET.charAt(check(group, part))).toString();
    }

    Hpke.KeyPair keys() {
        byte[] seed = new byte[symbols.length];
        for (int i = 0; i < seed.length; i++) {
            seed[i] = (byte) symbols[i];
        }
        try {
            return Hpke.KeyPair.of(Hkdf.computeHkdf(
                    "HMACSHA256",
                    seed,
                    "sucharit/v1/sheet".getBytes(StandardCharsets.UTF_8),
                    "key".getBytes(StandardCharsets.UTF_8),
                    32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HKDF is missing", e);
        }
    }

    private static int symbol(int c) {
        int digit = Character.digit(c, 10);
        if (digit >= 0) {
            return digit;
        }
        return switch (Character.toUpperCase(c)) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> c < 128 ? ALPHABET.indexOf(Character.toUpperCase(c)) : -1;
        };
    }

    /** The weights of a group's characters differ, none is 0, and the group's own number is added. */
    private static int check(int group, int[] part) {
        int sum = group;
        for (int i = 0; i < SYMBOLS; i++) {
            sum ^= times(1 << (i + 1), part[i]);
        }
        return sum;
    }

    /** In GF(32) with the polynomial x^5 + x^2 + 1. */
    private static int times(int a, int b) {
        int product = 0;
        for (int bit = 4; bit >= 0; bit--) {
            product <<= 1;
            product ^= (product & 32) != 0 ? 0b100101 : 0;
            product ^= (b >> bit & 1) != 0 ? a : 0;
        }
        return product;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Sheet sheet && Arrays.equals(symbols, sheet.symbols);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(symbols);
    }

    @Override
    public String toString() {
        return "Sheet[…]";
    }
}
