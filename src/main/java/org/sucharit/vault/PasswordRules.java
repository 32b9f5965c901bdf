package org.sucharit.vault;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.sucharit.kernel.Problem;

/**
 * Which passwords may be chosen (OWASP ASVS 5.0, 6.2): by length and by how soon they would be guessed, never by kinds
 * of characters. Guesses are counted by zxcvbn over its lists of common passwords and words, over Thai words, and over
 * what the same keys give with the keyboard set to the other language.
 */
public final class PasswordRules {

    /** In characters as a reader counts code points. */
    public static final int SHORTEST = 12;

    public static final int LONGEST = 256;

    /** Fewer guesses than ten to this power are too few; an attacker at the sign-in page has some hundreds a day. */
    private static final double ENOUGH_GUESSES = 8;

    /** Counting guesses takes longer than the length squared, and a password this long was won already. */
    private static final int MEASURED = 64;

    private static final int SHORTEST_WORD = 4;
    private static final int SHORTEST_THAI_WORD = 5;
    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");
    private static final String PRODUCT = "sucharit";
    private static final Zxcvbn GUESSES = new Zxcvbn();
    private static final List<String> THAI = lines("/signin/common-thai.txt");
    private static final Map<Integer, Integer> OTHER_KEYBOARD = otherKeyboard();

    private PasswordRules() {}

    /**
     * @param near words that somebody who attacks this person tries first: their user name, their names, their office
     * @throws Problem invalid, about the field {@code chosen}, saying what to do instead
     */
    public static void check(String password, Collection<String> near) {
        checkGuesses(password);
        String folded = fold(password);
        for (String name : near) {
            for (String word : BETWEEN_WORDS.split(fold(name))) {
                if (names(folded, word)) {
                    throw Problem.invalid("chosen", "password.near");
                }
            }
        }
        if (folded.contains(PRODUCT)) {
            throw Problem.invalid("chosen", "password.near");
        }
    }

    /** Without regard to whose password it is. */
    static void checkGuesses(String password) {
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        int length = composed.codePointCount(0, composed.length());
        if (length < SHORTEST) {
            throw Problem.invalid("chosen", "password.short", SHORTEST);
        }
        if (length > LONGEST) {
            throw Problem.invalid("chosen", "password.long", LONGEST);
        }
        String folded = fold(composed);
        String other = folded.codePoints()
                .map(key -> OTHER_KEYBOARD.getOrDefault(key, key))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        if (guesses(folded) < ENOUGH_GUESSES || guesses(other) < ENOUGH_GUESSES) {
            throw Problem.invalid("chosen", "password.common");
        }
    }

    /** Thai is written without spaces, so the name that stands behind a title or "subdistrict of" counts by itself. */
    private static boolean names(String password, String word) {
        boolean thai = word.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.THAI);
        int first = thai ? Math.max(0, word.length() - SHORTEST_THAI_WORD) : 0;
        return word.length() >= SHORTEST_WORD && password.contains(word.substring(first));
    }

    private static double guesses(String password) {
        return GUESSES.measure(password.substring(0, Math.min(password.length(), MEASURED)), THAI)
                .getGuessesLog10();
    }

    private static String fold(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    /** Kedmanee, which most Thai keyboards bear, and QWERTY: each key's letters stand below one another. */
    private static Map<Integer, Integer> otherKeyboard() {
        List<String> rows = lines("/signin/keyboard.txt");
        int[] latin = rows.get(0).codePoints().toArray();
        int[] thai = rows.get(1).codePoints().toArray();
        Map<Integer, Integer> other = new HashMap<>();
        for (int key = 0; key < latin.length; key++) {
            other.putIfAbsent(latin[key], thai[key]);
        }
        for (int key = 0; key < thai.length; key++) {
            if (thai[key] >= 0xE00) {
                other.putIfAbsent(thai[key], latin[key]);
            }
        }
        return other;
    }

    private static List<String> lines(String resource) {
        try (InputStream in = Objects.requireNonNull(PasswordRules.class.getResourceAsStream(resource))) {
            return new ArrayList<>(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
