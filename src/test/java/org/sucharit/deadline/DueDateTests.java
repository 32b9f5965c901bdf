package org.sucharit.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sucharit.organisation.DueDayRule.OFFICIAL_DAY_COUNTS;
import static org.sucharit.organisation.DueDayRule.ROLLS_FORWARD;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDateTests {

    /** Each row: the official's due day and the working target for it, then the due day by the citizen's rule. */
    @ParameterizedTest(name = "{0} + {1}: {2}, target {3}, rolled {4}: {5}")
    @CsvSource(textBlock = """
                    2026-10-06 | 60 | 2026-12-05 | 2026-12-04 | 2026-12-08 | Saturday and holiday, its substitute on the Monday
                    2022-03-31 | 60 | 2022-05-30 | 2022-05-30 | 2022-05-30 | a Monday beyond the table, from a real memo
                    2025-11-01 | 60 | 2025-12-31 | 2025-12-30 | 2026-01-05 | year end, a bridge day and a week-end after it
                    2025-12-31 | 60 | 2026-03-01 | 2026-02-27 | 2026-03-02 | a Sunday, February of 28 days
                    2023-12-31 | 60 | 2024-02-29 | 2024-02-29 | 2024-02-29 | falls on the leap day
                    2024-01-01 | 60 | 2024-03-01 | 2024-03-01 | 2024-03-01 | passes over the leap day
                    2024-02-28 | 1 | 2024-02-29 | 2024-02-29 | 2024-02-29 | one day to the leap day
                    2024-02-29 | 365 | 2025-02-28 | 2025-02-28 | 2025-02-28 | a year of days from a leap day
                    2027-12-31 | 60 | 2028-02-29 | 2028-02-29 | 2028-02-29 | leap year 2571
                    2026-02-12 | 60 | 2026-04-13 | 2026-04-10 | 2026-04-16 | first day of Songkran
                    2026-02-13 | 60 | 2026-04-14 | 2026-04-10 | 2026-04-16 | second day of Songkran
                    2026-02-14 | 60 | 2026-04-15 | 2026-04-10 | 2026-04-16 | last day of Songkran, received on a Saturday
                    2026-02-15 | 60 | 2026-04-16 | 2026-04-16 | 2026-04-16 | first day after Songkran, received on a Sunday
                    2026-10-01 | 60 | 2026-11-30 | 2026-11-30 | 2026-11-30 | received on the first day of a fiscal year
                    2026-08-01 | 60 | 2026-09-30 | 2026-09-30 | 2026-09-30 | due on the last day of a fiscal year
                    2026-07-31 | 60 | 2026-09-29 | 2026-09-29 | 2026-09-29 | two months of 31 days are not counted as months
                    2026-11-01 | 60 | 2026-12-31 | 2026-12-30 | 2027-01-04 | New Year's Eve
                    2026-11-02 | 60 | 2027-01-01 | 2026-12-30 | 2027-01-04 | New Year's Day in another year
                    2026-11-03 | 60 | 2027-01-02 | 2026-12-30 | 2027-01-04 | Saturday after New Year
                    2026-11-04 | 60 | 2027-01-03 | 2026-12-30 | 2027-01-04 | Sunday after New Year
                    2026-05-29 | 60 | 2026-07-28 | 2026-07-27 | 2026-07-31 | first of three holidays in a row
                    2026-05-30 | 60 | 2026-07-29 | 2026-07-27 | 2026-07-31 | second of three holidays in a row
                    2026-05-31 | 60 | 2026-07-30 | 2026-07-27 | 2026-07-31 | third of three, received on a holiday and Sunday
                    2026-06-01 | 60 | 2026-07-31 | 2026-07-31 | 2026-07-31 | received on a substitute holiday: still day 0
                    2026-08-14 | 60 | 2026-10-13 | 2026-10-12 | 2026-10-14 | single holiday on a Tuesday
                    2026-11-20 | 7 | 2026-11-27 | 2026-11-27 | 2026-11-27 | acknowledgement, same weekday
                    2026-11-20 | 15 | 2026-12-05 | 2026-12-04 | 2026-12-08 | acknowledgement at the latest, Saturday holiday
                    2026-11-21 | 7 | 2026-11-28 | 2026-11-27 | 2026-11-30 | plain Saturday
                    2026-11-22 | 15 | 2026-12-07 | 2026-12-04 | 2026-12-08 | substitute holiday on a Monday
                    2026-12-03 | 7 | 2026-12-10 | 2026-12-09 | 2026-12-11 | Constitution Day on a Thursday
                    2026-12-24 | 7 | 2026-12-31 | 2026-12-30 | 2027-01-04 | acknowledgement over New Year
                    2026-12-25 | 7 | 2027-01-01 | 2026-12-30 | 2027-01-04 | acknowledgement due on New Year's Day
                    2026-12-31 | 1 | 2027-01-01 | 2026-12-31 | 2027-01-04 | the working target is not before the start
                    2025-12-26 | 7 | 2026-01-02 | 2025-12-30 | 2026-01-05 | bridge day announced by the cabinet
                    2026-04-06 | 7 | 2026-04-13 | 2026-04-10 | 2026-04-16 | received on Chakri Day, due in Songkran
                    2026-04-10 | 1 | 2026-04-11 | 2026-04-10 | 2026-04-16 | week-end running into Songkran
                    2026-03-30 | 15 | 2026-04-14 | 2026-04-10 | 2026-04-16 | answer due in Songkran
                    2027-02-06 | 15 | 2027-02-21 | 2027-02-19 | 2027-02-23 | holiday on a Sunday, substitute on Monday
                    2028-04-01 | 15 | 2028-04-16 | 2028-04-12 | 2028-04-18 | Songkran, week-end and substitute: six days off
                    2026-09-30 | 1 | 2026-10-01 | 2026-10-01 | 2026-10-01 | across the fiscal year
                    2026-11-20 | 30 | 2026-12-20 | 2026-12-18 | 2026-12-21 | grievance or rebuttal, a Sunday
                    2027-10-23 | 1 | 2027-10-24 | 2027-10-23 | 2027-10-26 | received on a holiday and Saturday, nothing works before
                    2028-02-14 | 15 | 2028-02-29 | 2028-02-29 | 2028-02-29 | answer due on the leap day
                    2028-01-15 | 60 | 2028-03-15 | 2028-03-15 | 2028-03-15 | over the leap day from a Saturday
                    2025-05-19 | 15 | 2025-06-03 | 2025-05-30 | 2025-06-04 | bridge day, week-end and holiday before the day
                    """, delimiter = '|')
    void countsATermOfDays(
            LocalDate started, int days, LocalDate official, LocalDate target, LocalDate citizen, String why) {
        DueDate due = DueDate.of(started, days, OFFICIAL_DAY_COUNTS, ThaiCalendar.NATIONAL);
        assertThat(due).as(why).isEqualTo(new DueDate(started, official, official, target));

        DueDate rolled = DueDate.of(started, days, ROLLS_FORWARD, ThaiCalendar.NATIONAL);
        assertThat(rolled).as(why).isEqualTo(new DueDate(started, citizen, citizen, citizen));
    }

    @ParameterizedTest(name = "{0} + {1} working days: {2}: {3}")
    @CsvSource(textBlock = """
                    2026-11-20 | 1 | 2026-11-23 | from a Friday to the Monday
                    2026-11-21 | 1 | 2026-11-23 | from a Saturday to the Monday
                    2026-11-22 | 1 | 2026-11-23 | from a Sunday to the Monday
                    2026-11-23 | 1 | 2026-11-24 | the day of receipt is not counted
                    2026-11-19 | 3 | 2026-11-24 | screening over a week-end
                    2026-12-04 | 1 | 2026-12-08 | over a week-end and a substitute holiday
                    2026-12-03 | 3 | 2026-12-09 | a substitute holiday within
                    2026-12-30 | 1 | 2027-01-04 | over New Year
                    2026-12-30 | 3 | 2027-01-06 | screening over New Year
                    2026-12-31 | 2 | 2027-01-05 | from a holiday
                    2026-12-09 | 1 | 2026-12-11 | over a single holiday
                    2026-04-10 | 1 | 2026-04-16 | over Songkran
                    2026-04-09 | 2 | 2026-04-16 | one day before Songkran, one after
                    2026-04-10 | 3 | 2026-04-20 | Songkran and the week-end after it
                    2026-04-12 | 3 | 2026-04-20 | the same from the Sunday
                    2026-07-27 | 1 | 2026-07-31 | over three holidays in a row
                    2026-07-28 | 1 | 2026-07-31 | from the first of three holidays
                    2026-07-24 | 3 | 2026-08-03 | week-end, holidays, week-end
                    2026-10-22 | 1 | 2026-10-26 | a holiday on a Friday
                    2026-10-23 | 1 | 2026-10-26 | from a holiday on a Friday
                    2025-12-30 | 1 | 2026-01-05 | New Year with a bridge day
                    2025-04-11 | 1 | 2025-04-17 | Songkran with a substitute day
                    2028-04-14 | 1 | 2028-04-18 | from within Songkran over its substitute day
                    2028-12-08 | 2 | 2028-12-13 | a holiday on a Sunday and its substitute
                    2027-07-16 | 2 | 2027-07-22 | two Buddhist holidays and a substitute
                    2026-05-29 | 1 | 2026-06-02 | a holiday on a Sunday, substitute on Monday
                    2026-06-02 | 1 | 2026-06-04 | a holiday on a Wednesday
                    """, delimiter = '|')
    void countsATermOfWorkingDays(LocalDate started, int days, LocalDate expected, String why) {
        DueDate due = DueDate.ofWorkingDays(started, days, ThaiCalendar.NATIONAL);
        assertThat(due).as(why).isEqualTo(new DueDate(started, expected, expected, expected));
    }

    @Test
    void aLateHolidayMovesTheWorkingTargetOnly() {
        DueDate due = DueDate.of(LocalDate.of(2026, 10, 6), 60, OFFICIAL_DAY_COUNTS, ThaiCalendar.NATIONAL);
        LocalDate bridge = LocalDate.of(2026, 12, 4);
        WorkingCalendar changed = new WorkingCalendar(day -> day.equals(bridge) || ThaiCalendar.HOLIDAYS.contains(day));

        assertThat(due.under(changed))
                .isEqualTo(new DueDate(due.startedOn(), due.first(), due.day(), LocalDate.of(2026, 12, 3)));
    }

    @Test
    void anExtensionKeepsTheFirstDueDay() {
        DueDate due = DueDate.of(LocalDate.of(2026, 10, 6), 60, OFFICIAL_DAY_COUNTS, ThaiCalendar.NATIONAL);
        DueDate once = due.extendedTo(LocalDate.of(2027, 1, 2), ThaiCalendar.NATIONAL);
        DueDate twice = once.extendedTo(LocalDate.of(2027, 2, 1), ThaiCalendar.NATIONAL);

        assertThat(due.isExtended()).isFalse();
        assertThat(once.isExtended()).isTrue();
        assertThat(once.workingTarget()).isEqualTo(LocalDate.of(2026, 12, 30));
        assertThat(twice.first()).isEqualTo(LocalDate.of(2026, 12, 5));
        assertThat(twice.isMetOn(LocalDate.of(2027, 2, 1))).isTrue();
        assertThat(twice.isMetOn(LocalDate.of(2027, 2, 2))).isFalse();
        assertThat(twice.isFirstMetOn(LocalDate.of(2026, 12, 5))).isTrue();
        assertThat(twice.isFirstMetOn(LocalDate.of(2026, 12, 6))).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> once.extendedTo(once.day(), ThaiCalendar.NATIONAL));
    }

    @Test
    void countsDaysLeftAndIsOverdueOnlyAfterTheDueDay() {
        DueDate due = DueDate.of(LocalDate.of(2026, 10, 6), 60, OFFICIAL_DAY_COUNTS, ThaiCalendar.NATIONAL);
        assertThat(due.daysLeft(due.startedOn())).isEqualTo(60);
        assertThat(due.daysLeft(due.day())).isZero();
        assertThat(due.isOverdue(due.day())).isFalse();
        assertThat(due.daysLeft(due.day().plusDays(3))).isEqualTo(-3);
        assertThat(due.isOverdue(due.day().plusDays(1))).isTrue();
        assertThat(due.mayAskForExtension(due.day().minusDays(1))).isTrue();
        assertThat(due.mayAskForExtension(due.day())).isFalse();
    }

    @Test
    void refusesATermWithoutADay() {
        LocalDate day = LocalDate.of(2026, 10, 6);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DueDate.of(day, 0, OFFICIAL_DAY_COUNTS, ThaiCalendar.NATIONAL));
        assertThatIllegalArgumentException().isThrownBy(() -> DueDate.ofWorkingDays(day, 0, ThaiCalendar.NATIONAL));
        assertThatIllegalArgumentException().isThrownBy(() -> new DueDate(day, day.minusDays(1), day, day));
        assertThatIllegalArgumentException().isThrownBy(() -> new DueDate(day, day, day, day.plusDays(1)));
    }
}
