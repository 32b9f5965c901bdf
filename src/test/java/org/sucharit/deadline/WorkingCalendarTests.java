package org.sucharit.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingCalendarTests {

    @ParameterizedTest(name = "{0}: {1}, on or before {2}, on or after {3}")
    @CsvSource({
        "2026-11-20, true, 2026-11-20, 2026-11-20", // a Friday
        "2026-11-21, false, 2026-11-20, 2026-11-23", // a Saturday
        "2026-11-22, false, 2026-11-20, 2026-11-23", // a Sunday
        "2026-12-07, false, 2026-12-04, 2026-12-08", // a substitute holiday
        "2026-04-14, false, 2026-04-10, 2026-04-16", // Songkran
        "2027-01-02, false, 2026-12-30, 2027-01-04", // over New Year
    })
    void findsTheNearestWorkingDay(LocalDate day, boolean working, LocalDate before, LocalDate after) {
        assertThat(ThaiCalendar.NATIONAL.isWorkingDay(day)).isEqualTo(working);
        assertThat(ThaiCalendar.NATIONAL.lastOnOrBefore(day)).isEqualTo(before);
        assertThat(ThaiCalendar.NATIONAL.firstOnOrAfter(day)).isEqualTo(after);
    }

    @Test
    void doesNotSearchForEverInACalendarOfHolidaysOnly() {
        WorkingCalendar idle = new WorkingCalendar(_ -> true);
        assertThatIllegalStateException().isThrownBy(() -> idle.firstOnOrAfter(LocalDate.of(2026, 1, 1)));
        assertThatIllegalStateException().isThrownBy(() -> idle.lastOnOrBefore(LocalDate.of(2026, 1, 1)));
        assertThatIllegalStateException().isThrownBy(() -> idle.after(LocalDate.of(2026, 1, 1), 1));
    }
}
