package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;

/** Sheets that belong together: so many of them open what is shared among all. */
@Entity
@Table(name = "recovery_set")
class RecoverySet {

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    private int number;
    private int needed;

    @Enumerated(EnumType.STRING)
    private SheetSets.State state;

    private UUID preparedBy;
    private Instant preparedAt;
    private @Nullable Instant activeAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected RecoverySet() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    RecoverySet(int number, int needed, PersonId by, Instant now) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.needed = needed;
        this.state = SheetSets.State.PREPARED;
        this.preparedBy = by.value();
        this.preparedAt = now;
    }

    void activate(Instant now) {
        state = SheetSets.State.ACTIVE;
        activeAt = now;
    }

    void retire() {
        state = SheetSets.State.RETIRED;
    }

    UUID id() {
        return id;
    }

    int number() {
        return number;
    }

    int needed() {
        return needed;
    }

    SheetSets.State state() {
        return state;
    }

    Instant preparedAt() {
        return preparedAt;
    }
}
