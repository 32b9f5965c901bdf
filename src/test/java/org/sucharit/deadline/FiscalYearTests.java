package org.sucharit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiscalYearTests {

    @ParameterizedTest(name = "{0} is in {1}: {2}")
    @CsvSource({
        "2025-09-30, 2568, last day",
        "2025-10-01, 2569, first day",
        "2025-12-31, 2569, end of the calendar year",
        "2026-01-01, 2569, beginning of the calendar year",
        "2026-09-30, 2569, last day",
        "2026-10-01, 2570, first day of the next",
        "2024-02-29, 2567, leap day"
    })
    void isNamedByTheBuddhistYearInWhichItEnds(LocalDate day, int year, String why) {
        assertThat(FiscalYear.of(day)).as(why).isEqualTo(new FiscalYear(year));
        assertThat(new FiscalYear(year).contains(day)).as(why).isTrue();
        assertThat(new FiscalYear(year).next().contains(day)).as(why).isFalse();
    }

    @Test
    void runsFromOctoberToSeptember() {
        FiscalYear year = new FiscalYear(2569);
        assertThat(year.firstDay()).isEqualTo(LocalDate.of(2025, 10, 1));
        assertThat(year.lastDay()).isEqualTo(LocalDate.of(2026, 9, 30));
        assertThat(year.months()).hasSize(12).startsWith(YearMonth.of(2025, 10)).endsWith(YearMonth.of(2026, 9));
        assertThat(year.previous()).isLessThan(year).isEqualTo(new FiscalYear(2568));
    }
}
