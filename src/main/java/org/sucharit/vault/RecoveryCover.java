package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.sucharit.kernel.CaseId;

/** That a case was shared under a set, and among how many of its sheets; none where fewer than needed may have one. */
@Entity
@Table(name = "recovery_cover")
class RecoveryCover {

    @Id
    private UUID caseId;

    @TenantId
    private UUID organisationId;

    private UUID setId;
    private int shares;

    @SuppressWarnings("NullAway.Init") // JPA
    protected RecoveryCover() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    RecoveryCover(CaseId caseId, UUID setId, int shares) {
        this.caseId = caseId.value();
        this.setId = setId;
        this.shares = shares;
    }

    UUID setId() {
        return setId;
    }

    int shares() {
        return shares;
    }
}
