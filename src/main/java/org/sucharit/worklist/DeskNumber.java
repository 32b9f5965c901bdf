package org.sucharit.worklist;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A register number as somebody typed it: "12/2569", "๑๒/๖๙", "12". Whatever stands before the first digit, such as the
 * mark of the secret register, is passed over; a year of the common era is understood.
 *
 * @param year of the Buddhist era
 */
record DeskNumber(int number, int year) {

    private static final Pattern TYPED =
            Pattern.compile("\\P{Nd}*(\\p{Nd}{1,9})\\s*(?:/\\s*(\\p{Nd}{2}|\\p{Nd}{4}))?\\s*");
    private static final int BUDDHIST_ERA = 543;
    private static final int LAST_COMMON_YEAR = 2299;

    /** @param thisYear of the Buddhist era, for a number without a year */
    static Optional<DeskNumber> parse(String typed, int thisYear) {
        Matcher matcher = TYPED.matcher(typed);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int year = matcher.group(2) == null ? thisYear : Integer.parseInt(matcher.group(2));
        return Optional.of(new DeskNumber(Integer.parseInt(matcher.group(1)), buddhist(year)));
    }

    private static int buddhist(int year) {
        if (year < 100) {
            return 2500 + year;
        }
        return year > LAST_COMMON_YEAR ? year : year + BUDDHIST_ERA;
    }
}
