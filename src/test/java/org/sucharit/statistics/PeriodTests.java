package org.sucharit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.Problem;

class PeriodTests {

    private static final FiscalYear YEAR = new FiscalYear(2569);

    @ParameterizedTest
    @CsvSource({
        "2569-M1, 2025-10-01, 2025-10-31",
        "2569-M5, 2026-02-01, 2026-02-28",
        "2571-M5, 2028-02-01, 2028-02-29",
        "2569-Q1, 2025-10-01, 2025-12-31",
        "2569-Q4, 2026-07-01, 2026-09-30",
        "2569-H1, 2025-10-01, 2026-03-31",
        "2569-H2, 2026-04-01, 2026-09-30",
        "2569-Y1, 2025-10-01, 2026-09-30"
    })
    void spansItsMonths(String code, LocalDate first, LocalDate last) {
        Period period = Period.of(code);
        assertThat(period.firstDay()).isEqualTo(first);
        assertThat(period.lastDay()).isEqualTo(last);
        assertThat(period.code()).isEqualTo(code);
    }

    @Test
    void everyMonthOfAYearIsInOnePeriodOfEachSpan() {
        List<Period> all = Period.of(YEAR);
        assertThat(all).hasSize(12 + 4 + 2 + 1);
        for (Period.Span span : Period.Span.values()) {
            assertThat(all.stream().filter(period -> period.span() == span).flatMap(period -> period.months().stream()))
                    .containsExactlyElementsOf(YEAR.months())
                    .isSortedAccordingTo(Comparator.naturalOrder());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2569-M13", "2569-M0", "2569-Q5", "2569-H3", "2569-Y2", "2569-X1", "69-M1", "9999-M1", "", "../x"
            })
    void knowsNoOther(String code) {
        assertThatThrownBy(() -> Period.of(code)).isInstanceOf(Problem.class);
    }
}
