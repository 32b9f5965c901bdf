package org.sucharit.casefile;

import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;

/**
 * How long a case is kept: a hold on its destruction, a request to destroy it, and the day it was destroyed. The
 * reasons are in sealed folios. Each act takes another person than the one that it answers.
 */
@Embeddable
public class Keeping {

    private @Nullable Integer keptYears;
    private boolean held;
    private @Nullable UUID heldBy;
    private @Nullable UUID purgeAskedBy;
    private @Nullable Instant purgeAskedAt;
    private @Nullable LocalDate purgedOn;

    protected Keeping() {}

    /** @param years for which the organisation keeps what closes now */
    void closing(int years) {
        keptYears = years;
    }

    /**
     * The years for which the case is kept after its closing.
     *
     * @param inForce those of the organisation now; fewer than on the day of closing do not reach back
     */
    public int years(int inForce) {
        return keptYears == null ? inForce : Math.max(keptYears, inForce);
    }

    /** Nobody may destroy the case until somebody else lifts the hold. */
    public void hold(PersonId by) {
        if (held) {
            throw Problem.conflict("keeping.held");
        }
        held = true;
        heldBy = by.value();
    }

    /** @param by not who placed it */
    public void lift(PersonId by) {
        if (!held) {
            throw Problem.conflict("keeping.notHeld");
        }
        if (by.value().equals(heldBy)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "keeping.ownHold");
        }
        held = false;
        heldBy = null;
    }

    /** One request at a time, and none while the case is held. */
    public void askPurge(PersonId by, Instant at) {
        if (held) {
            throw Problem.conflict("keeping.held");
        }
        if (purgeAskedBy != null) {
            throw Problem.conflict("keeping.asked");
        }
        purgeAskedBy = by.value();
        purgeAskedAt = at;
    }

    /** Does nothing where no request stands. */
    public void dropPurge() {
        purgeAskedBy = null;
        purgeAskedAt = null;
    }

    /** @throws Problem where this person cannot be the second */
    public void mayConfirmPurge(PersonId by) {
        if (held) {
            throw Problem.conflict("keeping.held");
        }
        if (purgeAskedBy == null) {
            throw Problem.conflict("keeping.notAsked");
        }
        if (by.value().equals(purgeAskedBy)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "keeping.ownRequest");
        }
    }

    void purged(LocalDate on) {
        if (held || purgeAskedBy == null) {
            throw new IllegalStateException("Not to be destroyed");
        }
        purgedOn = on;
        dropPurge();
    }

    public boolean held() {
        return held;
    }

    public Optional<PersonId> heldBy() {
        return Optional.ofNullable(heldBy).map(PersonId::new);
    }

    public Optional<PersonId> purgeAskedBy() {
        return Optional.ofNullable(purgeAskedBy).map(PersonId::new);
    }

    public Optional<Instant> purgeAskedAt() {
        return Optional.ofNullable(purgeAskedAt);
    }

    public Optional<LocalDate> purgedOn() {
        return Optional.ofNullable(purgedOn);
    }
}
