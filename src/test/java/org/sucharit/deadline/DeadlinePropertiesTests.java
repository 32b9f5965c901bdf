package org.sucharit.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sucharit.organisation.DueDayRule;
import org.sucharit.organisation.Terms;

/** What holds for any dates, holidays and terms; the seed of each run stands in its name. */
class DeadlinePropertiesTests {

    private static final LocalDate EPOCH = LocalDate.of(2025, 1, 1);

    /** Some fixed seeds, and some new ones each time. */
    static LongStream seeds() {
        return LongStream.concat(LongStream.range(0, 100), new Random().longs(100));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aDueDateKeepsItsOrderWhateverTheCalendar(long seed) {
        Random random = new Random(seed);
        WorkingCalendar calendar = calendar(holidays(random));
        LocalDate received = day(random);
        int days = 1 + random.nextInt(120);
        for (DueDayRule rule : DueDayRule.values()) {
            DueDate due = DueDate.of(received, days, rule, calendar);
            assertThat(due.day()).isAfter(received).isAfterOrEqualTo(received.plusDays(days));
            assertThat(due.workingTarget()).isBetween(received, due.day());
            assertThat(calendar.isWorkingDay(due.workingTarget())
                            || due.workingTarget().equals(received))
                    .isTrue();
            assertThat(DueDate.of(received.plusDays(1), days, rule, calendar).day())
                    .as("what came later is not due earlier")
                    .isAfterOrEqualTo(due.day());
        }
        DueDate working = DueDate.ofWorkingDays(received, days, calendar);
        assertThat(LongStream.rangeClosed(1, working.daysLeft(received))
                        .filter(n -> calendar.isWorkingDay(received.plusDays(n)))
                        .count())
                .isEqualTo(days);
        assertThat(calendar.isWorkingDay(working.day())).isTrue();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNewHolidayNeverMovesADueDate(long seed) {
        Random random = new Random(seed);
        Set<LocalDate> holidays = holidays(random);
        LocalDate received = day(random);
        DueDayRule rule = DueDayRule.values()[random.nextInt(2)];
        DueDate before = DueDate.of(received, 1 + random.nextInt(120), rule, calendar(holidays));

        Set<LocalDate> more = new HashSet<>(holidays);
        more.add(before.workingTarget());
        more.add(before.day());
        more.addAll(holidays(random));
        DueDate after = before.under(calendar(more));

        assertThat(after.day()).isEqualTo(before.day());
        assertThat(after.first()).isEqualTo(before.first());
        assertThat(after.workingTarget()).isBetween(received, before.workingTarget());
        assertThat(after.under(calendar(holidays)))
                .as("taking the holidays back brings the target back")
                .isEqualTo(before);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anExtensionNeverShortensAndKeepsTheFirst(long seed) {
        Random random = new Random(seed);
        WorkingCalendar calendar = calendar(holidays(random));
        DueDate first = DueDate.of(day(random), 1 + random.nextInt(120), DueDayRule.OFFICIAL_DAY_COUNTS, calendar);
        DueDate due = first;
        for (int extension = 0; extension < 5; extension++) {
            DueDate later = due.extendedTo(due.day().plusDays(1 + random.nextInt(60)), calendar);
            assertThat(later.day()).isAfter(due.day());
            assertThat(later.workingTarget()).isAfterOrEqualTo(due.workingTarget());
            assertThat(later.first()).isEqualTo(first.day());
            due = later;
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aClockNeverRunsDown(long seed) {
        Random random = new Random(seed);
        WorkingCalendar calendar = calendar(holidays(random));
        Terms terms = terms(random);
        DueDate due = DueDate.of(day(random), 1 + random.nextInt(120), terms.dueDayRule(), calendar);
        Clockwork clockwork = new Clockwork(due, terms, calendar);

        LocalDate end = due.day().plusDays(100);
        List<Strike> strikes = clockwork.until(end);
        assertThat(strikes).isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(strikes).extracting(Strike::day).doesNotHaveDuplicates();
        for (LocalDate day = due.startedOn(); day.isBefore(end); day = day.plusDays(1)) {
            Strike next = clockwork.nextAfter(day);
            assertThat(next.day()).isAfter(day);
            if (day.isBefore(due.day())) {
                assertThat(next.day()).isBeforeOrEqualTo(due.day());
            } else {
                assertThat(next.day()).isBeforeOrEqualTo(day.plusDays(terms.escalateEveryDays()));
                assertThat(next.kind()).isEqualTo(Strike.Kind.MAYOR);
            }
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatIsOwedIsTheSeverestStrikeOfTheDaysMissed(long seed) {
        Random random = new Random(seed);
        WorkingCalendar calendar = calendar(holidays(random));
        Terms terms = terms(random);
        DueDate due = DueDate.of(day(random), 1 + random.nextInt(120), terms.dueDayRule(), calendar);
        Clockwork clockwork = new Clockwork(due, terms, calendar);
        for (int attempt = 0; attempt < 20; attempt++) {
            LocalDate struck = due.startedOn().plusDays(random.nextInt(200));
            LocalDate today = struck.plusDays(random.nextInt(60));
            assertThat(clockwork.owed(struck, today))
                    .isEqualTo(clockwork.until(today).stream()
                            .filter(strike -> strike.day().isAfter(struck))
                            .max(Comparator.comparing(Strike::kind).thenComparing(Strike::day)));
        }
    }

    private static LocalDate day(Random random) {
        return EPOCH.plusDays(random.nextInt(1500));
    }

    private static WorkingCalendar calendar(Set<LocalDate> holidays) {
        return new WorkingCalendar(holidays::contains);
    }

    /** About one weekday in ten, and a block of days on end. */
    private static Set<LocalDate> holidays(Random random) {
        Set<LocalDate> holidays = new HashSet<>();
        for (int n = 0; n < 150; n++) {
            holidays.add(EPOCH.plusDays(random.nextInt(1800)));
        }
        LocalDate block = day(random);
        for (int n = 0; n < 10; n++) {
            holidays.add(block.plusDays(n));
        }
        return holidays;
    }

    private static Terms terms(Random random) {
        return new Terms(
                1,
                7,
                15,
                3,
                2,
                15,
                60,
                random.ints(random.nextInt(6), 1, 60).boxed().toList(),
                1 + random.nextInt(30),
                1 + random.nextInt(30),
                30,
                30,
                2,
                3,
                30,
                10,
                DueDayRule.values()[random.nextInt(2)]);
    }
}
