package org.sucharit.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sucharit.deadline.Strike.Kind.CHIEF_ADMINISTRATOR;
import static org.sucharit.deadline.Strike.Kind.MAYOR;
import static org.sucharit.deadline.Strike.Kind.REMINDER;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sucharit.organisation.DueDayRule;
import org.sucharit.organisation.Terms;

class ClockworkTests {

    static final LocalDate RECEIVED = LocalDate.of(2026, 10, 6);

    /** Due on Saturday, 5 December 2026. */
    final DueDate due = DueDate.of(RECEIVED, 60, DueDayRule.OFFICIAL_DAY_COUNTS, ThaiCalendar.NATIONAL);

    final Clockwork clockwork = new Clockwork(due, Terms.DEFAULTS, ThaiCalendar.NATIONAL);

    @Test
    void remindsThenTellsTheChiefAdministratorThenTheMayorAgainAndAgain() {
        assertThat(clockwork.until(LocalDate.of(2026, 12, 26)))
                .containsExactly(
                        new Strike(LocalDate.of(2026, 11, 5), REMINDER, 30),
                        new Strike(LocalDate.of(2026, 11, 20), REMINDER, 15),
                        // 7 days left is a Saturday: the reminder comes on Friday, the escalation keeps its day.
                        new Strike(LocalDate.of(2026, 11, 27), REMINDER, 8),
                        new Strike(LocalDate.of(2026, 11, 28), CHIEF_ADMINISTRATOR, 7),
                        new Strike(LocalDate.of(2026, 12, 2), REMINDER, 3),
                        new Strike(LocalDate.of(2026, 12, 4), REMINDER, 1),
                        new Strike(LocalDate.of(2026, 12, 5), MAYOR, 0),
                        new Strike(LocalDate.of(2026, 12, 12), MAYOR, -7),
                        new Strike(LocalDate.of(2026, 12, 19), MAYOR, -14),
                        new Strike(LocalDate.of(2026, 12, 26), MAYOR, -21));
    }

    @Test
    void aDayHasOneStrikeItsSeverest() {
        DueDate friday = due.extendedTo(LocalDate.of(2026, 12, 18), ThaiCalendar.NATIONAL);
        assertThat(new Clockwork(friday, Terms.DEFAULTS, ThaiCalendar.NATIONAL).on(LocalDate.of(2026, 12, 11)))
                .contains(new Strike(LocalDate.of(2026, 12, 11), CHIEF_ADMINISTRATOR, 7));
    }

    @Test
    void strikesWhenTheOfficeOpensInThailand() {
        assertThat(clockwork.nextAfter(RECEIVED).at()).isEqualTo(Instant.parse("2026-11-05T01:30:00Z"));
    }

    @ParameterizedTest(name = "after {0}: {1}")
    @CsvSource({
        "2026-10-06T03:00:00Z, 2026-11-05", // right after receipt
        "2026-11-05T01:29:59Z, 2026-11-05", // a second before it strikes
        "2026-11-05T01:30:00Z, 2026-11-20", // as it strikes
        "2026-11-04T17:00:00Z, 2026-11-05", // already the 5th in Thailand, still the 4th in Greenwich
        "2026-12-05T01:30:00Z, 2026-12-12", // past the due day's strike
        "2027-12-05T00:00:00Z, 2027-12-11", // a year later it still strikes
    })
    void knowsWhenItStrikesNext(Instant now, LocalDate day) {
        assertThat(clockwork.nextAfter(now).day()).isEqualTo(day);
    }

    @ParameterizedTest(name = "seen to until {0}, now {1}: {2} of {3}")
    @CsvSource({
        "2026-10-06, 2026-11-04, , ", // nothing yet
        "2026-10-06, 2026-11-05, REMINDER, 2026-11-05",
        "2026-11-05, 2026-11-05, , ", // not twice
        "2026-11-05, 2026-11-19, , ", // between two
        "2026-10-06, 2026-11-25, REMINDER, 2026-11-20", // of two missed reminders the latest
        "2026-10-06, 2026-12-04, CHIEF_ADMINISTRATOR, 2026-11-28", // the escalation outweighs later reminders
        "2026-11-28, 2026-12-04, REMINDER, 2026-12-04",
        "2026-10-06, 2026-12-05, MAYOR, 2026-12-05",
        "2026-12-05, 2026-12-11, , ",
        "2026-12-05, 2026-12-12, MAYOR, 2026-12-12",
        "2026-12-05, 2027-01-04, MAYOR, 2027-01-02", // several weeks of stand-still: once
        "2026-10-06, 2027-01-04, MAYOR, 2027-01-02",
        "2026-12-20, 2026-12-12, , ", // seen to beyond today
        "2026-11-29, 2026-11-20, , ", // seen to beyond today, before the due day
    })
    void owesTheSeverestOfWhatWasMissed(LocalDate lastStruck, LocalDate today, Strike.Kind kind, LocalDate day) {
        var owed = clockwork.owed(lastStruck, today);
        if (day == null) {
            assertThat(owed).isEmpty();
        } else {
            assertThat(owed).contains(new Strike(day, kind, due.daysLeft(day)));
        }
    }

    @Test
    void anExtensionSilencesTheMayorUntilTheNewDueDay() {
        DueDate later = due.extendedTo(LocalDate.of(2027, 1, 4), ThaiCalendar.NATIONAL);
        Clockwork extended = new Clockwork(later, Terms.DEFAULTS, ThaiCalendar.NATIONAL);
        assertThat(extended.until(LocalDate.of(2027, 1, 11)))
                .containsExactly(
                        // 30 left is Saturday the 5th.
                        new Strike(LocalDate.of(2026, 12, 4), REMINDER, 31),
                        // 15 left is a Sunday.
                        new Strike(LocalDate.of(2026, 12, 18), REMINDER, 17),
                        new Strike(LocalDate.of(2026, 12, 28), CHIEF_ADMINISTRATOR, 7),
                        // 3 and 1 left lie in the New Year's holidays and before the last working day.
                        new Strike(LocalDate.of(2026, 12, 30), REMINDER, 5),
                        new Strike(LocalDate.of(2027, 1, 4), MAYOR, 0),
                        new Strike(LocalDate.of(2027, 1, 11), MAYOR, -7));
    }

    @Test
    void nothingStrikesBeforeTheDayAfterReceipt() {
        DueDate shortTerm = DueDate.of(RECEIVED, 7, DueDayRule.OFFICIAL_DAY_COUNTS, ThaiCalendar.NATIONAL);
        Clockwork clock = new Clockwork(shortTerm, Terms.DEFAULTS, ThaiCalendar.NATIONAL);
        assertThat(clock.until(shortTerm.day()))
                .extracting(Strike::day)
                .containsExactly(LocalDate.of(2026, 10, 9), LocalDate.of(2026, 10, 12), LocalDate.of(2026, 10, 13));
    }

    @Test
    void refusesToEscalateWithoutAPause() {
        Terms endless =
                new Terms(1, 7, 15, 3, 2, 15, 60, List.of(), 7, 0, 30, 30, 2, 3, 30, 10, DueDayRule.OFFICIAL_DAY_COUNTS);
        assertThatIllegalArgumentException().isThrownBy(() -> new Clockwork(due, endless, ThaiCalendar.NATIONAL));
    }
}
