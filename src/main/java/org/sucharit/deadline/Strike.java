package org.sucharit.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.sucharit.kernel.Time;

/**
 * One stroke of a case's clock.
 *
 * @param day on which it strikes, at {@link #HOUR} in Thailand
 * @param daysLeft from that day until the due day; 0 on it, negative after it
 */
public record Strike(LocalDate day, Kind kind, long daysLeft) implements Comparable<Strike> {

    /** When an office opens. */
    public static final LocalTime HOUR = LocalTime.of(8, 30);

    /** The milder first. A severer strike is a reminder too: whoever tells the mayor also tells the investigator. */
    public enum Kind {
        /** To the investigator. */
        REMINDER,
        /** To the ปลัด, or the next one up who is not kept from the case. */
        CHIEF_ADMINISTRATOR,
        /** To the mayor, or the next one up who is not kept from the case. */
        MAYOR
    }

    public Instant at() {
        return day.atTime(HOUR).atZone(Time.BANGKOK).toInstant();
    }

    /** By day; on one day the milder first. */
    @Override
    public int compareTo(Strike other) {
        int byDay = day.compareTo(other.day);
        return byDay != 0 ? byDay : kind.compareTo(other.kind);
    }
}
