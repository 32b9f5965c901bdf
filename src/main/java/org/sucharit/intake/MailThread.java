package org.sucharit.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.sucharit.kernel.CaseId;

@Entity
@Table(name = "mail_thread")
class MailThread {

    enum Kind {
        /** An answer to a mail of ours. */
        REFERENCE,
        /** What the same program sends. */
        PROGRAM
    }

    @Id
    private String lookup;

    @TenantId
    private UUID organisationId;

    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private Instant begunAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected MailThread() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    MailThread(String lookup, CaseId caseId, Kind kind, Instant begunAt) {
        this.lookup = lookup;
        this.caseId = caseId.value();
        this.kind = kind;
        this.begunAt = begunAt;
    }

    CaseId caseId() {
        return new CaseId(caseId);
    }

    Instant begunAt() {
        return begunAt;
    }

    void turnTo(CaseId other, Instant now) {
        caseId = other.value();
        begunAt = now;
    }
}
