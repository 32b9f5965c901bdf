package org.sucharit.assignment.likeness;

/** Compares spellings, letter by letter. */
final class Spelling {

    /** A shorter name has too many others one letter away. */
    static final int SHORTEST = 6;

    private static final int FEWEST_CONSONANTS = 2;
    private static final int SHORTEST_SURNAME = 3;
    private static final int SHORTEST_LATIN_SURNAME = 5;

    private Spelling() {}

    /** Whether one letter left out, put in, changed, or changed places with the next makes one of the other. */
    static boolean oneApart(String one, String other) {
        String shorter = one.length() <= other.length() ? one : other;
        String longer = one.length() <= other.length() ? other : one;
        if (longer.length() - shorter.length() > 1) {
            return false;
        }
        int same = 0;
        while (same < shorter.length() && shorter.charAt(same) == longer.charAt(same)) {
            same++;
        }
        String rest = shorter.substring(same);
        String longerRest = longer.substring(same);
        if (longer.length() > shorter.length()) {
            return rest.equals(longerRest.substring(1));
        }
        if (rest.isEmpty() || rest.substring(1).equals(longerRest.substring(1))) {
            return true;
        }
        return rest.length() > 1
                && rest.charAt(0) == longerRest.charAt(1)
                && rest.charAt(1) == longerRest.charAt(0)
                && rest.substring(2).equals(longerRest.substring(2));
    }

    static boolean sameConsonants(String heard, String other) {
        String consonants = ThaiSounds.consonants(heard);
        return consonants.length() >= FEWEST_CONSONANTS && consonants.equals(ThaiSounds.consonants(other));
    }

    /** Whether it is an initial, and that of this name; a vowel that is written before the first consonant is passed over. */
    static boolean begins(String initial, String name) {
        if (!NameKey.isInitial(initial) || name.length() <= initial.length()) {
            return false;
        }
        return name.startsWith(initial) || ThaiSounds.writes(name) && ThaiSounds.consonants(name).startsWith(initial);
    }

    static boolean sameSurname(NameKey written, NameKey officer) {
        if (written.thai() != officer.thai()) {
            return !written.thai()
                    && written.surname().length() >= SHORTEST_LATIN_SURNAME
                    && ThaiSounds.consonants(officer.surnameHeard()).length() >= SHORTEST_SURNAME
                    && LatinSounds.spells(written.surnameHeard(), officer.surnameHeard());
        }
        int shortest = written.thai() ? SHORTEST_SURNAME : SHORTEST_LATIN_SURNAME;
        return officer.surname().length() >= shortest && written.surnameHeard().equals(officer.surnameHeard());
    }
}
