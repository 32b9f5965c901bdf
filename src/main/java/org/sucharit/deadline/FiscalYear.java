package org.sucharit.deadline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A fiscal year of the Thai state (ปีงบประมาณ): 1 October to 30 September.
 *
 * @param year of the Buddhist era, that in which it ends: 2569 is 1 ต.ค. 2568 to 30 ก.ย. 2569
 */
public record FiscalYear(int year) implements Comparable<FiscalYear> {

    private static final int BUDDHIST_ERA = 543;
    private static final int FIRST_MONTH = 10;

    public static FiscalYear of(LocalDate day) {
        int ends = day.getMonthValue() >= FIRST_MONTH ? day.getYear() + 1 : day.getYear();
        return new FiscalYear(ends + BUDDHIST_ERA);
    }

    public LocalDate firstDay() {
        return LocalDate.of(year - BUDDHIST_ERA - 1, FIRST_MONTH, 1);
    }

    public LocalDate lastDay() {
        return next().firstDay().minusDays(1);
    }

    public boolean contains(LocalDate day) {
        return of(day).equals(this);
    }

    /** The twelve months from October to September. */
    public List<YearMonth> months() {
        YearMonth first = YearMonth.from(firstDay());
        return IntStream.range(0, 12).mapToObj(first::plusMonths).toList();
    }

    public FiscalYear next() {
        return new FiscalYear(year + 1);
    }

    public FiscalYear previous() {
        return new FiscalYear(year - 1);
    }

    @Override
    public int compareTo(FiscalYear other) {
        return Integer.compare(year, other.year);
    }
}
