package org.sucharit.statistics;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.Problem;

/**
 * A part of a fiscal year that is reported on.
 *
 * @param index from 1, counted from October
 */
public record Period(FiscalYear year, Span span, int index) {

    /** How long a period is. */
    public enum Span {
        MONTH(1),
        QUARTER(3),
        HALF(6),
        YEAR(12);

        private final int months;

        Span(int months) {
            this.months = months;
        }

        int perYear() {
            return 12 / months;
        }
    }

    private static final Pattern CODE = Pattern.compile("(\\d{4})-([MQHY])(\\d{1,2})");

    public Period {
        if (index < 1 || index > span.perYear()) {
            throw new IllegalArgumentException(span + " " + index);
        }
    }

    /** All of the year: the months, then the quarters, the halves and the year itself. */
    static List<Period> of(FiscalYear year) {
        return Stream.of(Span.values())
                .flatMap(span ->
                        IntStream.rangeClosed(1, span.perYear()).mapToObj(index -> new Period(year, span, index)))
                .toList();
    }

    /** @throws Problem not found, where the code names no period */
    static Period of(String code) {
        Matcher matcher = CODE.matcher(code);
        if (matcher.matches()) {
            FiscalYear year = new FiscalYear(Integer.parseInt(matcher.group(1)));
            int index = Integer.parseInt(matcher.group(3));
            for (Span span : Span.values()) {
                boolean named = span.name().startsWith(matcher.group(2));
                if (named && FiscalYearParameter.allowed(year) && index >= 1 && index <= span.perYear()) {
                    return new Period(year, span, index);
                }
            }
        }
        throw Problem.notFound();
    }

    /** As "2569-Q1": the year, the first letter of the span, which one of them. */
    public String code() {
        return year.year() + "-" + span.name().charAt(0) + index;
    }

    public List<YearMonth> months() {
        return year.months().subList((index - 1) * span.months, index * span.months);
    }

    public LocalDate firstDay() {
        return months().getFirst().atDay(1);
    }

    public LocalDate lastDay() {
        return months().getLast().atEndOfMonth();
    }
}
