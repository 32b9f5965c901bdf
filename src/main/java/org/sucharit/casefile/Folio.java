package org.sucharit.casefile;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.vault.Sealed;

/** One sealed leaf of a case file. What it says is never changed; under which key it is sealed may be. */
@Entity
@Table(name = "folio")
class Folio {

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    private UUID caseId;
    private int round;
    private String kind;
    private Instant filedAt;
    private @Nullable UUID filedBy;
    private Sealed content;
    private byte @Nullable [] commitment;
    private @Nullable Sealed forReporter;

    @SuppressWarnings("NullAway.Init") // JPA
    protected Folio() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    Folio(
            UUID id,
            CaseId caseId,
            int round,
            Class<? extends Content> kind,
            Instant filedAt,
            @Nullable PersonId filedBy,
            Salted.Leaf leaf,
            @Nullable Sealed forReporter) {
        this.id = id;
        this.caseId = caseId.value();
        this.round = round;
        this.kind = kind.getSimpleName();
        this.filedAt = filedAt;
        this.filedBy = filedBy == null ? null : filedBy.value();
        this.content = leaf.sealed();
        this.commitment = leaf.commitment();
        this.forReporter = forReporter;
    }

    /** The name under which a folio's content is sealed within its case. */
    static String field(String kind, UUID id) {
        return "folio/" + kind + "/" + id;
    }

    UUID id() {
        return id;
    }

    int round() {
        return round;
    }

    String kind() {
        return kind;
    }

    Instant filedAt() {
        return filedAt;
    }

    @Nullable
    PersonId filedBy() {
        return filedBy == null ? null : new PersonId(filedBy);
    }

    Sealed content() {
        return content;
    }

    /** Nothing for a leaf from before there were commitments. */
    byte @Nullable [] commitment() {
        return commitment;
    }

    void reseal(Sealed anew) {
        content = anew;
    }

    @Nullable
    Sealed forReporter() {
        return forReporter;
    }
}
