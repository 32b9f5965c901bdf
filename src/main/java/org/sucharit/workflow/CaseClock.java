package org.sucharit.workflow;

import java.time.Instant;

/** The clock that runs beside a case. */
public sealed interface CaseClock {

    /** @param nextStrike when it next strikes; in the past where a strike is about to be carried out */
    record Ticking(Instant nextStrike) implements CaseClock {}

    /** Waits to be started again. */
    record Stopped() implements CaseClock {}
}
