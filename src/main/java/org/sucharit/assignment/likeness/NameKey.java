package org.sucharit.assignment.likeness;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.sucharit.organisation.PersonName;

/**
 * A name taken apart, with what is heard of it.
 *
 * @param given letters only, in small letters; one or two where it is an initial
 * @param surname empty where none was given; all that follows the given name
 * @param heard of the given name, by {@link ThaiSounds} or {@link LatinSounds}
 * @param surnameHeard of the surname
 * @param wholeHeard of both together, as where no space was written between them
 */
record NameKey(String given, String surname, String heard, String surnameHeard, String wholeHeard, boolean thai) {

    private static final Pattern NOT_OF_A_WORD = Pattern.compile("[^\\p{L}\\p{M}]+");
    private static final Pattern PARTS = Pattern.compile("[\\s\\u00A0]+|(?<=\\.)");

    /** The longest initial: "สม." */
    private static final int INITIAL = 2;

    /** Of an officer, as it stands in the list. */
    static NameKey of(String name) {
        return read(PersonName.withoutTitle(name));
    }

    /** @param untitled without what stands before a name */
    static NameKey read(String untitled) {
        List<String> parts = new ArrayList<>();
        for (String part : PARTS.split(untitled.strip().toLowerCase(Locale.ROOT))) {
            String letters = NOT_OF_A_WORD.matcher(part).replaceAll("");
            if (!letters.isEmpty()) {
                parts.add(letters);
            }
        }
        String given = parts.isEmpty() ? "" : parts.getFirst();
        String surname = parts.isEmpty() ? "" : String.join("", parts.subList(1, parts.size()));
        boolean thai = ThaiSounds.writes(untitled);
        return new NameKey(
                given, surname, heard(given, thai), heard(surname, thai), heard(given + surname, thai), thai);
    }

    private static String heard(String letters, boolean thai) {
        return thai ? ThaiSounds.of(letters) : LatinSounds.of(letters);
    }

    String whole() {
        return given + surname;
    }

    NameKey turned() {
        return read(surname + " " + given);
    }

    /** A surname, and something of a given name. */
    boolean isNamedInFull() {
        return !given.isEmpty() && surname.length() > INITIAL;
    }

    boolean isWhole() {
        return given.length() > INITIAL && surname.length() > INITIAL;
    }

    /** Nothing but a given name. */
    boolean isGivenAlone() {
        return given.length() > INITIAL && surname.isEmpty();
    }

    boolean beginsWithGivenNameOf(NameKey officer) {
        return given.length() > INITIAL && !surname.isEmpty() && thai == officer.thai && heard.equals(officer.heard);
    }

    /** Nothing but an initial. */
    boolean isInitialAlone() {
        return isInitial(given) && surname.isEmpty();
    }

    static boolean isInitial(String part) {
        return !part.isEmpty() && part.length() <= INITIAL;
    }
}
