package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ThaiDatesTests {

    private static final LocalDate DAY = LocalDate.of(2022, 3, 31);

    @Test
    void writesDaysInTheBuddhistEra() {
        assertThat(ThaiDates.full(DAY, Digits.THAI)).isEqualTo("๓๑ มีนาคม ๒๕๖๕");
        assertThat(ThaiDates.full(DAY, Digits.ARABIC)).isEqualTo("31 มีนาคม 2565");
        assertThat(ThaiDates.withEra(DAY, Digits.THAI)).isEqualTo("๓๑ มีนาคม พ.ศ. ๒๕๖๕");
        assertThat(ThaiDates.abbreviated(DAY, Digits.THAI)).isEqualTo("๓๑ มี.ค. ๒๕๖๕");
        assertThat(ThaiDates.abbreviated(LocalDate.of(2026, 11, 1), Digits.ARABIC))
                .isEqualTo("1 พ.ย. 2569");
    }

    @Test
    void knowsTheYear() {
        assertThat(ThaiDates.year(LocalDate.of(2026, 1, 1))).isEqualTo(2569);
    }
}
