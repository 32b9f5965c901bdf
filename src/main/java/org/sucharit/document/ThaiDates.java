package org.sucharit.document;

import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Days as Thai papers and screens write them, in the Buddhist era. */
public final class ThaiDates {

    private static final Locale THAI = Locale.of("th", "TH");
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", THAI);
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MMM", THAI);

    private ThaiDates() {}

    /** ๓๑ มีนาคม ๒๕๖๕ */
    public static String full(LocalDate day, Digits digits) {
        return digits.write(day.getDayOfMonth() + " " + MONTH.format(day) + " " + year(day));
    }

    /** ๓๑ มีนาคม พ.ศ. ๒๕๖๕, as orders are dated */
    public static String withEra(LocalDate day, Digits digits) {
        return digits.write(day.getDayOfMonth() + " " + MONTH.format(day) + " พ.ศ. " + year(day));
    }

    /** ๓๑ มี.ค. ๒๕๖๕ */
    public static String abbreviated(LocalDate day, Digits digits) {
        return digits.write(day.getDayOfMonth() + " " + SHORT_MONTH.format(day) + " " + year(day));
    }

    /** มีนาคม 2565, in Arabic digits: papers write their digits themselves. */
    public static String month(LocalDate day) {
        return MONTH.format(day) + " " + year(day);
    }

    /** The year of the Buddhist era, as 2569 for 2026. */
    public static int year(LocalDate day) {
        return ThaiBuddhistDate.from(day).get(ChronoField.YEAR_OF_ERA);
    }
}
