package org.sucharit.organisation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.OrganisationId;

/** A tenant. It belongs to no tenant itself, so that it can be found by its address. */
@Entity
class Organisation {

    @Id
    private UUID id;

    @Version
    private @Nullable Integer version;

    private String shortName;

    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    private String nameTh;
    private String nameEn;
    private Instant foundedAt;

    @Embedded
    private Settings settings;

    @SuppressWarnings("NullAway.Init")
    Organisation() {}

    Organisation(FoundOrganisation command, Instant foundedAt) {
        this.id = command.id().value();
        this.shortName = command.shortName();
        this.kind = command.kind();
        this.nameTh = command.nameTh().strip();
        this.nameEn = command.nameEn().strip();
        this.foundedAt = foundedAt;
        this.settings = command.settings();
    }

    void settle(Settings settings) {
        this.settings = settings;
    }

    Instant foundedAt() {
        return foundedAt;
    }

    OrganisationView view() {
        return new OrganisationView(new OrganisationId(id), shortName, kind, nameTh, nameEn, settings);
    }
}
