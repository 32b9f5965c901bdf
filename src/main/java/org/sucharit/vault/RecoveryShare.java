package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.sucharit.kernel.CaseId;

/** One share of a case key, sealed to a sheet. */
@Entity
@Table(name = "recovery_share")
@IdClass(RecoveryShare.Key.class)
class RecoveryShare {

    record Key(UUID caseId, UUID sheetId) {}

    @Id
    private UUID caseId;

    @Id
    private UUID sheetId;

    @TenantId
    private UUID organisationId;

    private byte[] sealed;

    @SuppressWarnings("NullAway.Init") // JPA
    protected RecoveryShare() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    RecoveryShare(CaseId caseId, UUID sheetId, byte[] sealed) {
        this.caseId = caseId.value();
        this.sheetId = sheetId;
        this.sealed = sealed;
    }

    UUID sheetId() {
        return sheetId;
    }

    byte[] sealed() {
        return sealed;
    }
}
