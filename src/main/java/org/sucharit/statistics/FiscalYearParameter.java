package org.sucharit.statistics;

import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.Problem;

/** Reads the year of the Buddhist era from an address, in Arabic or Thai digits. */
@Component
class FiscalYearParameter implements Converter<String, FiscalYear> {

    private static final FiscalYear EARLIEST = new FiscalYear(2500);
    private static final FiscalYear LATEST = new FiscalYear(2699);
    private static final Pattern FOUR_DIGITS = Pattern.compile("\\p{Nd}{4}");

    /** @throws Problem invalid, where it is no year or none of an organisation of these times */
    @Override
    public FiscalYear convert(String text) {
        return Optional.of(text.strip())
                .filter(FOUR_DIGITS.asMatchPredicate())
                .map(digits -> new FiscalYear(Integer.parseInt(digits)))
                .filter(FiscalYearParameter::allowed)
                .orElseThrow(() -> Problem.invalid(
                        "fiscalYear",
                        "fiscalYear.wrong",
                        Integer.toString(EARLIEST.year()),
                        Integer.toString(LATEST.year())));
    }

    static boolean allowed(FiscalYear year) {
        return year.compareTo(EARLIEST) >= 0 && year.compareTo(LATEST) <= 0;
    }
}
