package org.sucharit.assignment.likeness;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sucharit.organisation.PersonName;

/** What somebody wrote where a name was asked for, read in all the ways in which it can be. */
public final class WrittenName {

    /** Posts and the like before a name, from {@code assignment/name-titles.txt}. */
    private static final Pattern SPOKEN_OF =
            Pattern.compile("^(?:(?:" + String.join("|", Rules.lines("name-titles.txt")) + ")\\s*)+");

    /** What stands between several names, from {@code assignment/between-names.txt}. */
    private static final Pattern BETWEEN = Pattern.compile(String.join("|", Rules.lines("between-names.txt")));

    private static final Pattern ASIDE = Pattern.compile("[(\\[\"\u201C](.*?)[)\\]\"\u201D]");
    private static final Pattern INVISIBLE = Pattern.compile("[\u200B-\u200D\uFEFF]");

    private final Set<String> keys;
    private final Set<NameKey> readings;

    /** @param written as it was typed, with titles, brackets and errors */
    public WrittenName(String written) {
        this.keys = PersonName.keys(written);
        this.readings = read(INVISIBLE.matcher(written.toLowerCase(Locale.ROOT)).replaceAll(""));
    }

    /** The whole of what was written, and each of the several people whom it may name. */
    public static List<String> several(String written) {
        Set<String> several = new LinkedHashSet<>();
        several.add(written);
        for (String one : BETWEEN.split(written)) {
            if (!one.isBlank()) {
                several.add(one.strip());
            }
        }
        return List.copyOf(several);
    }

    /** Of what begins with the officer's given name, what follows it, without spaces. */
    public Stream<String> afterGivenName(OfficerName officer) {
        return readings.stream()
                .filter(reading -> officer.keys().anyMatch(reading::beginsWithGivenNameOf))
                .map(NameKey::surname);
    }

    /** With and without what may be a title, and what stands in brackets apart from the rest. */
    private static Set<NameKey> read(String written) {
        List<String> texts = new ArrayList<>();
        texts.add(ASIDE.matcher(written).replaceAll(" ").strip());
        ASIDE.matcher(written)
                .results()
                .forEach(aside -> texts.add(aside.group(1).strip()));
        Set<NameKey> readings = new LinkedHashSet<>();
        for (String text : texts) {
            String untitled = PersonName.withoutTitle(text);
            String named = SPOKEN_OF.matcher(text).replaceFirst("");
            for (String one : List.of(
                    text,
                    untitled,
                    named,
                    SPOKEN_OF.matcher(untitled).replaceFirst(""),
                    PersonName.withoutTitle(named))) {
                NameKey key = NameKey.read(one);
                if (!key.given().isEmpty()) {
                    readings.add(key);
                }
            }
        }
        return readings;
    }

    boolean isNameOf(OfficerName officer) {
        return keys.stream().anyMatch(officer::isCalled);
    }

    Set<NameKey> readings() {
        return readings;
    }
}
