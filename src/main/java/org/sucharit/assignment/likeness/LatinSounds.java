package org.sucharit.assignment.likeness;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Compares names in Latin letters, spelt by the Royal Institute's rules (RTGS) or freely, with each other and with Thai
 * ones. Thai tells neither where a syllable ends nor every vowel, so a Latin name is laid beside the Thai letters: each
 * of them takes the Latin ones that it is spelt with, and those of either that are often left out may be passed over.
 */
final class LatinSounds {

    private static final Rules SPELLINGS = Rules.of(Rules.lines("latin-sounds.txt"));

    private static final List<String[]> THAI =
            Rules.lines("thai-in-latin.txt").stream().map(line -> line.split(" ")).toList();

    private static final Map<Character, String> SPELT =
            THAI.stream().collect(Collectors.toMap(line -> line[0].charAt(0), line -> line[1]));

    /** Thai letters that are often silent, or part of a vowel that Latin writes otherwise. */
    private static final Set<Character> SOFT = THAI.stream()
            .filter(line -> line[line.length - 1].equals("*"))
            .map(line -> line[0].charAt(0))
            .collect(Collectors.toSet());

    /** Latin letters that Thai often does not write, or writes as part of a vowel. */
    private static final String SOFT_LATIN = "aoywr";

    /** A vowel that is written before the consonant, or the two, after which it is said. */
    private static final Pattern BEFORE = Pattern.compile("([\u0E40-\u0E42])([\u0E01-\u0E2E])([\u0E23\u0E25]?)");

    private LatinSounds() {}

    /** One text for the ways in which a name is spelt in Latin letters. */
    static String of(String letters) {
        return SPELLINGS.apply(letters);
    }

    /** Whether a name in Latin letters may spell a Thai one; both given as they are heard. */
    static boolean spells(String latin, String thai) {
        return ThaiSounds.consonants(thai).length() > 1 && aligned(BEFORE.matcher(thai).replaceAll("$2$1$3$1"), latin);
    }

    /** How many letters of a Thai name, given as it is heard, any spelling must show. */
    static long sure(String thai) {
        return thai.chars().filter(letter -> !SOFT.contains((char) letter)).count();
    }

    private static boolean aligned(String thai, String latin) {
        boolean[][] reached = new boolean[thai.length() + 1][latin.length() + 1];
        reached[0][0] = true;
        for (int t = 0; t <= thai.length(); t++) {
            for (int l = 0; l <= latin.length(); l++) {
                if (!reached[t][l]) {
                    continue;
                }
                boolean moreLatin = l < latin.length();
                if (t < thai.length()) {
                    char letter = thai.charAt(t);
                    boolean doubled = l > 0 && spelt(letter, latin.charAt(l - 1));
                    reached[t + 1][l] |= SOFT.contains(letter) || doubled;
                    if (moreLatin) {
                        reached[t + 1][l + 1] |= spelt(letter, latin.charAt(l));
                    }
                }
                if (moreLatin) {
                    reached[t][l + 1] |= SOFT_LATIN.indexOf(latin.charAt(l)) >= 0;
                }
            }
        }
        return reached[thai.length()][latin.length()];
    }

    private static boolean spelt(char thai, char latin) {
        return SPELT.getOrDefault(thai, "").indexOf(latin) >= 0;
    }
}
