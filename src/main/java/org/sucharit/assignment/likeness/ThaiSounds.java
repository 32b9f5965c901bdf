package org.sucharit.assignment.likeness;

import java.util.regex.Pattern;

/** Folds Thai to what is heard, by the table {@code assignment/thai-sounds.txt}. */
final class ThaiSounds {

    private static final Rules RULES = Rules.of(Rules.lines("thai-sounds.txt"));
    private static final Pattern CONSONANT = Pattern.compile("[\u0E01-\u0E2E]");
    private static final Pattern NO_CONSONANT = Pattern.compile("[^\u0E01-\u0E2E]");

    private ThaiSounds() {}

    static boolean writes(String text) {
        return CONSONANT.matcher(text).find();
    }

    /** What is heard of letters that hold no spaces or punctuation. */
    static String of(String letters) {
        return RULES.apply(letters);
    }

    /** What is heard, without its vowels. */
    static String consonants(String heard) {
        return NO_CONSONANT.matcher(heard).replaceAll("");
    }
}
