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
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

/** The key of a case, wrapped for one person. */
@Entity
@Table(name = "case_grant")
@IdClass(Grant.Key.class)
class Grant {

    /** {@code STANDBY} waits for an event that makes the person responsible; only {@code ACTIVE} opens the case. */
    enum State {
        STANDBY,
        ACTIVE
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

    private byte[] wrappedKey;
    private Instant grantedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected Grant() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    Grant(CaseId caseId, PersonId holder, State state, byte[] wrappedKey, Instant now) {
        this.caseId = caseId.value();
        this.holderId = holder.value();
        this.state = state;
        this.wrappedKey = wrappedKey;
        this.grantedAt = now;
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

    /** @return whether that changed anything */
    boolean activate(Instant now) {
        boolean changed = state == State.STANDBY;
        if (changed) {
            state = State.ACTIVE;
            grantedAt = now;
        }
        return changed;
    }
}
