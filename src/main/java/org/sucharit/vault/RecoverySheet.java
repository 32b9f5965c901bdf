package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;

/** One sheet of a set: whose it is, and once it is printed the public half of its key pair. */
@Entity
@Table(name = "recovery_sheet")
class RecoverySheet {

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    private UUID setId;
    private int place;
    private UUID holderId;
    private @Nullable String authority;
    private byte @Nullable [] publicKey;
    private byte @Nullable [] mac;
    private @Nullable Instant printedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected RecoverySheet() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    RecoverySheet(UUID setId, int place, SheetSets.Keeper keeper) {
        this.id = UUID.randomUUID();
        this.setId = setId;
        this.place = place;
        this.holderId = keeper.holder().value();
        this.authority = keeper.authority();
    }

    void print(byte[] key, byte[] boundBy, Instant now) {
        this.publicKey = key;
        this.mac = boundBy;
        this.printedAt = now;
    }

    UUID id() {
        return id;
    }

    UUID setId() {
        return setId;
    }

    int place() {
        return place;
    }

    PersonId holder() {
        return new PersonId(holderId);
    }

    @Nullable
    String authority() {
        return authority;
    }

    byte @Nullable [] publicKey() {
        return publicKey;
    }

    byte @Nullable [] mac() {
        return mac;
    }

    @Nullable
    Instant printedAt() {
        return printedAt;
    }
}
