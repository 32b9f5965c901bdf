package org.sucharit.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Terms;

/**
 * When the clock of a case strikes: reminders and the notice to the ปลัด before the due day, the mayor's notice on it
 * and again and again after it, without end. A day has one strike, its severest. A reminder that would fall on a day
 * off comes on the working day before, because nobody reads it later; an escalation keeps its day. Nothing strikes on
 * the day of receipt or before.
 */
public final class Clockwork {

    private static final BinaryOperator<Strike> SEVERER = BinaryOperator.maxBy(Comparator.comparing(Strike::kind));

    private final DueDate due;
    private final int pause;
    private final NavigableMap<LocalDate, Strike> beforeDue = new TreeMap<>();

    public Clockwork(DueDate due, Terms terms, WorkingCalendar calendar) {
        if (terms.escalateEveryDays() < 1) {
            throw new IllegalArgumentException("Escalations every " + terms.escalateEveryDays() + " days");
        }
        this.due = due;
        this.pause = terms.escalateEveryDays();
        for (int daysLeft : terms.remindDaysLeft()) {
            plan(calendar.lastOnOrBefore(due.day().minusDays(daysLeft)), Strike.Kind.REMINDER);
        }
        plan(due.day().minusDays(terms.escalateDaysLeft()), Strike.Kind.CHIEF_ADMINISTRATOR);
    }

    private void plan(LocalDate day, Strike.Kind kind) {
        if (day.isAfter(due.startedOn()) && day.isBefore(due.day())) {
            beforeDue.merge(day, strike(day, kind), SEVERER);
        }
    }

    /** The first strike on a later day than {@code day}; there always is one. */
    public Strike nextAfter(LocalDate day) {
        var next = beforeDue.higherEntry(day);
        return next != null ? next.getValue() : mayorAfter(day);
    }

    /** The first strike later than {@code now}, which may still be today's. */
    public Strike nextAfter(Instant now) {
        LocalDate today = Time.dayOf(now);
        return on(today).filter(strike -> strike.at().isAfter(now)).orElseGet(() -> nextAfter(today));
    }

    /** The strike of one day, if it has one. */
    public Optional<Strike> on(LocalDate day) {
        Strike next = nextAfter(day.minusDays(1));
        return next.day().equals(day) ? Optional.of(next) : Optional.empty();
    }

    /** All strikes up to {@code end}, which is part of it, in order. */
    public List<Strike> until(LocalDate end) {
        List<Strike> strikes = new ArrayList<>();
        for (Strike next = nextAfter(due.startedOn()); !next.day().isAfter(end); next = nextAfter(next.day())) {
            strikes.add(next);
        }
        return strikes;
    }

    /**
     * What is to be done now for all the strikes after {@code lastStruck} up to {@code today}: the severest of them,
     * and of equals the latest. Empty where none was missed and none is due.
     *
     * @param lastStruck the day up to which all strikes were seen to; the day of receipt to begin with
     */
    public Optional<Strike> owed(LocalDate lastStruck, LocalDate today) {
        if (!today.isBefore(due.day())) {
            Strike latest = toMayor(-due.daysLeft(today) / pause);
            return latest.day().isAfter(lastStruck) ? Optional.of(latest) : Optional.empty();
        }
        if (!lastStruck.isBefore(today)) {
            return Optional.empty();
        }
        return beforeDue.subMap(lastStruck, false, today, true).values().stream()
                .max(Comparator.comparing(Strike::kind).thenComparing(Strike::day));
    }

    private Strike mayorAfter(LocalDate day) {
        long past = -due.daysLeft(day);
        long steps = past < 0 ? 0 : past / pause + 1;
        return toMayor(steps);
    }

    private Strike toMayor(long steps) {
        return strike(due.day().plusDays(steps * pause), Strike.Kind.MAYOR);
    }

    private Strike strike(LocalDate day, Strike.Kind kind) {
        return new Strike(day, kind, due.daysLeft(day));
    }
}
