package org.sucharit.processes;

import java.time.Instant;
import java.time.LocalDate;
import org.sucharit.kernel.Time;

class ClockTests {
    static Instant at(String day) {
        return LocalDate.parse(day).atTime(10, 0).atZone(Time.BANGKOK).toInstant();
    }
}
