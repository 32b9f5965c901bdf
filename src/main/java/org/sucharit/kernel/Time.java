package org.sucharit.kernel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * The time of day by the one clock that the whole system uses, the process engine too. Legal days are days in
 * Thailand, wherever the host stands.
 */
@Component
public class Time {

    public static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Clock clock;

    Time(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /** Today in Thailand. */
    public LocalDate today() {
        return dayOf(now());
    }

    public static LocalDate dayOf(Instant instant) {
        return instant.atZone(BANGKOK).toLocalDate();
    }
}
