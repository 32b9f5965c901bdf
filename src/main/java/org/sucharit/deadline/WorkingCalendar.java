package org.sucharit.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/** Tells working days: neither Saturday nor Sunday nor a holiday. */
public final class WorkingCalendar {

    /** No calendar is without a working day for so long; one that is has been filled in wrongly. */
    private static final int LONGEST_PAUSE = 366;

    private final Predicate<LocalDate> holiday;

    /** @param holiday whether a day is one; asked for weekdays only, and once for each that is looked at */
    public WorkingCalendar(Predicate<LocalDate> holiday) {
        this.holiday = holiday;
    }

    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday.test(day);
    }

    /** @throws IllegalStateException where a whole year has no working day */
    public LocalDate lastOnOrBefore(LocalDate day) {
        return nearest(day, -1);
    }

    /** @throws IllegalStateException where a whole year has no working day */
    public LocalDate firstOnOrAfter(LocalDate day) {
        return nearest(day, 1);
    }

    /**
     * The last day of a term of working days. The day it starts from is day 0, working day or not.
     *
     * @param days at least 1
     * @throws IllegalStateException where a whole year has no working day
     */
    public LocalDate after(LocalDate day, int days) {
        if (days < 1) {
            throw new IllegalArgumentException("A term of " + days + " working days");
        }
        LocalDate last = day;
        for (int counted = 0; counted < days; counted++) {
            last = firstOnOrAfter(last.plusDays(1));
        }
        return last;
    }

    private LocalDate nearest(LocalDate from, int step) {
        for (int away = 0; away <= LONGEST_PAUSE; away++) {
            LocalDate day = from.plusDays((long) away * step);
            if (isWorkingDay(day)) {
                return day;
            }
        }
        throw new IllegalStateException("No working day within a year of " + from);
    }
}
