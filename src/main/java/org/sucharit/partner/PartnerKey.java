package org.sucharit.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;

@Entity
@Table(name = "partner_key")
class PartnerKey {

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    private String name;
    private byte[] tokenHash;
    private boolean mayReport;
    private boolean mayFollow;
    private int dailyQuota;
    private @Nullable LocalDate expiresOn;
    private @Nullable String webhook;
    private UUID issuedBy;
    private Instant issuedAt;
    private @Nullable Instant revokedAt;

    // Counted by SQL, so that no two requests wait for each other's transactions.
    @Column(insertable = true, updatable = false)
    private @Nullable LocalDate usedOn;

    @Column(insertable = true, updatable = false)
    private int usedToday;

    @SuppressWarnings("NullAway.Init") // JPA
    protected PartnerKey() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    PartnerKey(UUID id, PartnerKeys.IssueKey command, byte[] tokenHash, PersonId by, Instant at) {
        this.id = id;
        this.name = command.name();
        this.tokenHash = tokenHash;
        this.mayReport = command.scopes().contains(Scope.REPORT);
        this.mayFollow = command.scopes().contains(Scope.FOLLOW);
        this.dailyQuota = command.dailyQuota();
        this.expiresOn = command.expiresOn();
        this.webhook = command.webhook();
        this.issuedBy = by.value();
        this.issuedAt = at;
    }

    UUID id() {
        return id;
    }

    boolean counts(LocalDate today) {
        return revokedAt == null && (expiresOn == null || !today.isAfter(expiresOn));
    }

    boolean may(Scope scope) {
        return switch (scope) {
            case REPORT -> mayReport;
            case FOLLOW -> mayFollow;
        };
    }

    boolean isRevoked() {
        return revokedAt != null;
    }

    void revoke(Instant at) {
        revokedAt = at;
    }

    String name() {
        return name;
    }

    int dailyQuota() {
        return dailyQuota;
    }

    @Nullable
    String webhook() {
        return webhook;
    }

    PartnerKeys.View view(LocalDate today) {
        return new PartnerKeys.View(
                id,
                name,
                mayReport,
                mayFollow,
                dailyQuota,
                expiresOn,
                webhook,
                issuedAt,
                revokedAt,
                usedOn,
                counts(today));
    }
}
