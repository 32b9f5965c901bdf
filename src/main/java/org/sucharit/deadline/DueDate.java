package org.sucharit.deadline;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.sucharit.organisation.DueDayRule;

/**
 * When something is due. It is counted once and then kept: a later change of the holidays may move the
 * {@linkplain #under working target}, never the due day.
 *
 * @param startedOn the day of receipt, which is day 0 (ป.พ.พ. 193/3; พ.ร.บ.วิธีปฏิบัติราชการทางปกครอง 2539 ม.64)
 * @param first the due day before any extension
 * @param day the due day now; not before {@code first}
 * @param workingTarget the last working day on or before the due day, though not before the start
 */
public record DueDate(LocalDate startedOn, LocalDate first, LocalDate day, LocalDate workingTarget) {

    public DueDate {
        if (first.isBefore(startedOn) || day.isBefore(first)) {
            throw new IllegalArgumentException(
                    "Started on " + startedOn + ", first due on " + first + ", now due on " + day);
        }
        if (workingTarget.isBefore(startedOn) || workingTarget.isAfter(day)) {
            throw new IllegalArgumentException("A working target of " + workingTarget + " for " + day);
        }
    }

    /**
     * Counts a term of calendar days.
     *
     * @param startedOn day 0
     * @param days at least 1
     */
    public static DueDate of(LocalDate startedOn, int days, DueDayRule rule, WorkingCalendar calendar) {
        if (days < 1) {
            throw new IllegalArgumentException("A term of " + days + " days");
        }
        LocalDate last = startedOn.plusDays(days);
        LocalDate day = switch (rule) {
            case OFFICIAL_DAY_COUNTS -> last;
            case ROLLS_FORWARD -> calendar.firstOnOrAfter(last);
        };
        return kept(startedOn, day, day, calendar);
    }

    /**
     * Counts a term of working days; it ends on one, so its working target is its due day.
     *
     * @param startedOn day 0, working day or not
     * @param days at least 1
     */
    public static DueDate ofWorkingDays(LocalDate startedOn, int days, WorkingCalendar calendar) {
        LocalDate day = calendar.after(startedOn, days);
        return kept(startedOn, day, day, calendar);
    }

    /** One that was counted before, with the working target as the calendar has it now. */
    public static DueDate kept(LocalDate startedOn, LocalDate first, LocalDate day, WorkingCalendar calendar) {
        LocalDate target = calendar.lastOnOrBefore(day);
        return new DueDate(startedOn, first, day, target.isBefore(startedOn) ? startedOn : target);
    }

    /** The same due day with the working target as a changed calendar has it. */
    public DueDate under(WorkingCalendar calendar) {
        return kept(startedOn, first, day, calendar);
    }

    /**
     * Due on a new fixed day; the first due day stays.
     *
     * @throws IllegalArgumentException unless {@code later} is after the due day
     */
    public DueDate extendedTo(LocalDate later, WorkingCalendar calendar) {
        if (!later.isAfter(day)) {
            throw new IllegalArgumentException("An extension from " + day + " to " + later);
        }
        return kept(startedOn, first, later, calendar);
    }

    /** An extension is asked for before the due day, not on it. */
    public boolean mayAskForExtension(LocalDate on) {
        return on.isBefore(day);
    }

    public boolean isExtended() {
        return day.isAfter(first);
    }

    /** Days left, 0 on the due day itself, negative where it is past. */
    public long daysLeft(LocalDate on) {
        return ChronoUnit.DAYS.between(on, day);
    }

    public boolean isOverdue(LocalDate on) {
        return on.isAfter(day);
    }

    /** Whether something done on that day was in time by the due day as it is now. */
    public boolean isMetOn(LocalDate done) {
        return !done.isAfter(day);
    }

    /** Whether something done on that day was in time by the due day before any extension. */
    public boolean isFirstMetOn(LocalDate done) {
        return !done.isAfter(first);
    }
}
