package org.sucharit.kernel;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The system clock moved by an offset, which is nothing unless somebody winds it: the demonstration makes cases of
 * past months with it, the tests wait sixty days with it.
 */
public final class WoundClock extends Clock {

    private volatile Duration offset = Duration.ZERO;

    /** From now on the clock reads {@code instant} and runs on from there. */
    public void windTo(Instant instant) {
        offset = Duration.between(Instant.now(), instant);
    }

    public void release() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
        return Time.BANGKOK;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), offset);
    }
}
