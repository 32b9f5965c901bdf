package org.sucharit.assignment.likeness;

import java.util.Locale;
import java.util.regex.Pattern;

/** A text in which full names are looked for, however it parts its words: Thai does not part them. */
public final class NamesInText {

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** A shorter name would be found in words that are none. */
    private static final int SHORTEST = 6;

    private static final int SHORTEST_LATIN = 8;

    private final String thai;
    private final String latin;

    public NamesInText(String text) {
        String letters = NO_LETTERS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        this.thai = ThaiSounds.of(letters);
        this.latin = letters;
    }

    /** Whether the officer's given name and surname stand in it beside each other, as they are said. */
    public boolean name(OfficerName officer) {
        return officer.keys().filter(NameKey::isWhole).anyMatch(this::name);
    }

    private boolean name(NameKey officer) {
        String name = officer.thai() ? officer.wholeHeard() : officer.whole();
        return officer.thai()
                ? name.length() >= SHORTEST && thai.contains(name)
                : name.length() >= SHORTEST_LATIN && latin.contains(name);
    }
}
