package org.sucharit.assignment.likeness;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** In what a name that was written is like that of an officer; the surest first. */
public enum Likeness {
    /** Chosen from the list of officers. */
    CHOSEN(null),
    /** Letter by letter, whatever the title, the spaces and the case. */
    SAME_NAME(null),
    /** Spelt otherwise, said the same. */
    SAME_SOUND((written, officer) -> sameScript(written, officer)
            && officer.isWhole()
            && written.wholeHeard().equals(officer.wholeHeard())),
    /** In Latin letters where the officer's is in Thai, or in another spelling of it. */
    LATIN((written, officer) -> !written.thai() && written.isWhole() && spelt(written, officer)),
    /** Said the same but for one letter. */
    ONE_LETTER((written, officer) -> sameScript(written, officer)
            && officer.isWhole()
            && written.whole().length() >= Spelling.SHORTEST
            && (Spelling.oneApart(written.whole(), officer.whole())
                    || Spelling.oneApart(written.wholeHeard(), officer.wholeHeard()))),
    /** The consonants of both names, with other vowels or none. */
    SAME_CONSONANTS((written, officer) -> written.thai()
            && officer.thai()
            && written.isWhole()
            && Spelling.sameConsonants(written.heard(), officer.heard())
            && Spelling.sameConsonants(written.surnameHeard(), officer.surnameHeard())),
    /** The surname first. */
    TURNED((written, officer) -> sameScript(written, officer)
            && written.isWhole()
            && written.turned().heard().equals(officer.heard())
            && written.turned().surnameHeard().equals(officer.surnameHeard())),
    /** One of the names, and the first letter of the other. */
    INITIAL((written, officer) -> sameScript(written, officer)
            && (Spelling.begins(written.given(), officer.given())
                            && written.surname().length() > 2
                            && written.surnameHeard().equals(officer.surnameHeard())
                    || Spelling.begins(written.surname(), officer.surname())
                            && written.given().length() > 2
                            && written.heard().equals(officer.heard()))),
    /** The given name and nothing else. */
    GIVEN_NAME((written, officer) -> sameScript(written, officer)
            && written.isGivenAlone()
            && written.heard().equals(officer.heard())),
    /** The post itself, in full or as it is called. */
    POST(null),
    /** A post that may be meant: part of its title, or "the head of" a unit. */
    POST_ALIKE(null),
    /** The first letter of the given name, and the post or unit. */
    INITIAL_AND_POST(null),
    /** The full name stands in the text of the report. */
    IN_THE_TEXT(null),
    /** The surname, which in Thailand only one family bears (Person Name Act B.E. 2505). */
    SURNAME(null),
    /** One of the accused declared a tie to them, and they did not. */
    TIE(null);

    /** Letters, of both names together, that a spelling in Latin letters must agree in. */
    private static final int FEWEST_LATIN = 3;

    private final BiPredicate<NameKey, NameKey> holds;

    Likeness(@Nullable BiPredicate<NameKey, NameKey> holds) {
        this.holds = holds == null ? (written, officer) -> false : holds;
    }

    /** Whether it leaves no doubt. A person whom anything less points to is kept out until somebody has judged. */
    public boolean certain() {
        return this == CHOSEN || this == SAME_NAME || this == POST;
    }

    /** The surest way in which what was written is like an officer's name; nothing where it is not. */
    public static Optional<Likeness> of(WrittenName written, OfficerName officer) {
        if (written.isNameOf(officer)) {
            return Optional.of(SAME_NAME);
        }
        return Arrays.stream(values())
                .filter(one -> written.readings().stream()
                        .anyMatch(reading -> officer.keys().anyMatch(key -> one.holds.test(reading, key))))
                .findFirst();
    }

    /** Whether what was written has the surname of the officer. */
    public static boolean sameSurname(WrittenName written, OfficerName officer) {
        return written.readings().stream()
                .filter(NameKey::isNamedInFull)
                .anyMatch(reading -> officer.keys().anyMatch(key -> Spelling.sameSurname(reading, key)));
    }

    /** Whether only an initial was written, and the officer's given name begins with it. */
    public static boolean beginsLike(WrittenName written, OfficerName officer) {
        return written.readings().stream()
                .filter(NameKey::isInitialAlone)
                .anyMatch(reading -> officer.keys().anyMatch(key -> Spelling.begins(reading.given(), key.given())));
    }

    private static boolean sameScript(NameKey written, NameKey officer) {
        return written.thai() == officer.thai();
    }

    private static boolean spelt(NameKey written, NameKey officer) {
        return officer.thai()
                ? LatinSounds.sure(officer.heard() + officer.surnameHeard()) >= FEWEST_LATIN
                        && LatinSounds.spells(written.heard(), officer.heard())
                        && LatinSounds.spells(written.surnameHeard(), officer.surnameHeard())
                : Stream.of(officer, officer.turned())
                        .anyMatch(one -> written.heard().equals(one.heard())
                                && written.surnameHeard().equals(one.surnameHeard()));
    }
}
