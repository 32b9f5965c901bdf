package org.sucharit.organisation;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;

/** A row that belongs to one organisation; Hibernate fills in which, from the scope. */
@MappedSuperclass
abstract class Owned {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    @TenantId
    private @Nullable UUID organisationId;

    @SuppressWarnings("NullAway.Init")
    Owned() {}

    Owned(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }
}
