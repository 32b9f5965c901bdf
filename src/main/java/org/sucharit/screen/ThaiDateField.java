package org.sucharit.screen;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.Problem;

/**
 * A day as three fields of a form send it. It keeps what was written, so that a form shown again shows it unchanged.
 * Digits may be Thai or Arabic; the year may be of the Buddhist era (2569) or the common era (2026).
 *
 * @param month 1 to 12
 */
public record ThaiDateField(
        @Nullable String day,
        @Nullable String month,
        @Nullable String year) {

    private static final int BUDDHIST_ERA = 543;
    /** Years up to here are of the common era, later ones of the Buddhist era. */
    private static final int LAST_COMMON_YEAR = 2299;

    private static final int FIRST_YEAR = 1800;
    private static final int LAST_BUDDHIST_YEAR = LAST_COMMON_YEAR + BUDDHIST_ERA;

    public static final ThaiDateField EMPTY = new ThaiDateField(null, null, null);

    /** The field filled in with {@code date}, in the Buddhist era. */
    public static ThaiDateField of(@Nullable LocalDate date) {
        return date == null
                ? EMPTY
                : new ThaiDateField(
                        Integer.toString(date.getDayOfMonth()),
                        Integer.toString(date.getMonthValue()),
                        Integer.toString(date.getYear() + BUDDHIST_ERA));
    }

    /** Whether nothing at all was written. */
    public boolean isEmpty() {
        return isBlank(day) && isBlank(month) && isBlank(year);
    }

    /** The day written; null when nothing was written or there is no such day. */
    public @Nullable LocalDate date() {
        try {
            int writtenYear = number(year);
            if (writtenYear < FIRST_YEAR || writtenYear > LAST_BUDDHIST_YEAR) {
                return null;
            }
            int commonYear = writtenYear > LAST_COMMON_YEAR ? writtenYear - BUDDHIST_ERA : writtenYear;
            return LocalDate.of(commonYear, number(month), number(day));
        } catch (NumberFormatException | DateTimeException e) {
            return null;
        }
    }

    /**
     * The day written, or nothing when nothing was written.
     *
     * @param field the name of the field, for the problem
     * @throws Problem INVALID when something was written that is no day
     */
    public Optional<LocalDate> read(String field) {
        if (isEmpty()) {
            return Optional.empty();
        }
        LocalDate date = date();
        if (date == null) {
            throw Problem.invalid(field, "date.invalid");
        }
        return Optional.of(date);
    }

    /**
     * The day written, where one must be.
     *
     * @throws Problem INVALID when nothing was written or what was written is no day
     */
    public LocalDate require(String field) {
        return read(field).orElseThrow(() -> Problem.invalid(field, "date.missing"));
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** {@link Integer#parseInt} reads Thai digits as well as Arabic ones. */
    private static int number(@Nullable String text) {
        return text == null ? 0 : Integer.parseInt(text.strip());
    }
}
