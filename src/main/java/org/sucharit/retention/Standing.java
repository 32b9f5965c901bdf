package org.sucharit.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.kernel.PersonId;

/**
 * How it stands with keeping one case, for one officer.
 *
 * @param keptUntil the first day on which it may be destroyed; nothing while it is open
 * @param obstacles none where it may be destroyed
 */
record Standing(
        CaseSummary summary,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate keptUntil,
        List<Obstacle> obstacles,
        @Nullable Hold hold,
        @Nullable Request request,
        May may) {

    record Hold(PersonId by, Instant at, String reason) {}

    /** @param lapsesOn from that day on it is void */
    record Request(PersonId by, Instant at, String reason, LocalDate lapsesOn) {}

    record May(boolean hold, boolean lift, boolean askLift, boolean ask, boolean withdraw, boolean confirm) {}
}
