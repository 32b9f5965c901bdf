package org.sucharit.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * What anybody may read as JSON: the totals by month, nothing by kind or channel, because one case of one kind in one
 * month may name people.
 *
 * @param fiscalYear of the Buddhist era
 * @param asOf the day of counting; before the year's first day its zeros say nothing
 */
record PublicFigures(int fiscalYear, LocalDate asOf, List<Month> months, Totals totals) {

    /** @param month such as {@code 2026-10} */
    record Month(YearMonth month, long received, long inProgress, long finished) {}

    record Totals(long received, long inProgress, long finished) {}

    static PublicFigures of(YearFigures figures) {
        Tally totals = figures.totals();
        return new PublicFigures(
                figures.year().year(),
                figures.asOf(),
                figures.months().stream()
                        .map(month -> new Month(
                                month.month(),
                                month.tally().received(),
                                month.tally().inProgress(),
                                month.tally().finished()))
                        .toList(),
                new Totals(totals.received(), totals.inProgress(), totals.finished()));
    }
}
