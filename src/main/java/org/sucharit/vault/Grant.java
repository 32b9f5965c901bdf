package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

/** The key of a case, wrapped for one person. */
@Entity
@Table(name = "case_grant")
@IdClass(Grant.Key.class)
class Grant {

    /**
     * {@code STANDBY} waits for an event that makes the person responsible; only {@code ACTIVE} opens the case. What is
     * {@code LOST} was wrapped for a key pair that the person has no more, and counts for nothing until somebody who can
     * open the case wraps it for the new one.
     */
    enum State {
        STANDBY,
        ACTIVE,
        LOST
    }

    record Key(UUID caseId, UUID holderId) {}

    @Id
    private UUID caseId;

    @Id
    private UUID holderId;

    @TenantId
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private State state;

    @Enumerated(EnumType.STRING)
    private @Nullable Ground ground;

    private boolean latched;
    private byte[] wrappedKey;
    private Instant grantedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected Grant() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    private Grant(CaseId caseId, PersonId holder, byte[] wrappedKey, Instant now) {
        this.caseId = caseId.value();
        this.holderId = holder.value();
        this.wrappedKey = wrappedKey;
        this.grantedAt = now;
    }

    static Grant open(CaseId caseId, PersonId holder, Ground ground, byte[] wrappedKey, Instant now) {
        Grant grant = new Grant(caseId, holder, wrappedKey, now);
        grant.state = State.ACTIVE;
        grant.ground = ground;
        return grant;
    }

    /** @param shut the wrapped key, with the installation's layer around it */
    static Grant waiting(CaseId caseId, PersonId holder, byte[] shut, Instant now) {
        Grant grant = new Grant(caseId, holder, shut, now);
        grant.state = State.STANDBY;
        grant.latched = true;
        return grant;
    }

    UUID caseId() {
        return caseId;
    }

    UUID holderId() {
        return holderId;
    }

    State state() {
        return state;
    }

    byte[] wrappedKey() {
        return wrappedKey;
    }

    @Nullable
    Ground ground() {
        return ground;
    }

    boolean latched() {
        return latched;
    }

    /** A later ground takes the place of an earlier one only where it lasts longer. */
    void stand(Ground later) {
        if (ground == null || later.compareTo(ground) > 0) {
            ground = later;
        }
    }

    void activate(Ground why, byte[] opened, Instant now) {
        state = State.ACTIVE;
        ground = why;
        latched = false;
        wrappedKey = opened;
        grantedAt = now;
    }

    void standDown(byte[] shut) {
        state = State.STANDBY;
        ground = null;
        latched = true;
        wrappedKey = shut;
    }

    /** Until it is restored; what it was is told by its ground. */
    void lose() {
        state = State.LOST;
    }

    /** What a lost grant was good for is over: it comes back as one that waits. */
    void settle() {
        ground = null;
    }

    /** A lost grant as it was, wrapped for the person's new key. */
    void restore(byte[] wrapped, boolean shut, Instant now) {
        state = ground == null ? State.STANDBY : State.ACTIVE;
        latched = shut;
        wrappedKey = wrapped;
        grantedAt = now;
    }

    /** The same grant of another key. */
    void rewrap(byte[] wrapped) {
        wrappedKey = wrapped;
    }
}
