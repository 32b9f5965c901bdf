package org.sucharit.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.sucharit.deadline.FiscalYear;

/**
 * The exact figures of one fiscal year, over all cases of an organisation. A case counts in the month of the day on
 * which it was received, whenever it was entered or finished.
 *
 * @param asOf the day of counting: what is closed by then is finished, the rest is in progress
 * @param months the twelve from October to September; one without a complaint is there with zeros
 */
public record YearFigures(FiscalYear year, LocalDate asOf, List<Month> months, Punctuality punctuality) {

    public record Month(YearMonth month, Tally tally) {}

    /**
     * How many reports came in time. A case is judged once it was reported (the memo laid before the mayor, or the
     * referral sent; at the latest when it is closed) or once its time ran out. A case that was reopened is judged by
     * its present round, against the first due date of all and the due date of that round.
     *
     * @param judgedByFirst reported, or past the first due date
     * @param inTimeByFirst of these, reported on the first due date or before
     * @param judged reported, or past the due date in force, extensions counted in
     * @param inTime of these, reported on that date or before
     */
    public record Punctuality(long judgedByFirst, long inTimeByFirst, long judged, long inTime) {

        static final Punctuality NONE = new Punctuality(0, 0, 0, 0);

        Punctuality plus(Punctuality other) {
            return new Punctuality(
                    judgedByFirst + other.judgedByFirst,
                    inTimeByFirst + other.inTimeByFirst,
                    judged + other.judged,
                    inTime + other.inTime);
        }
    }

    public Tally totals() {
        return months.stream().map(Month::tally).reduce(Tally.ZERO, Tally::plus);
    }

    /** Whether the year has not begun, so that its zeros say nothing. */
    public boolean future() {
        return asOf.isBefore(year.firstDay());
    }

    /** Whether the year has begun and not ended, so that its figures will grow. */
    public boolean running() {
        return year.contains(asOf);
    }
}
