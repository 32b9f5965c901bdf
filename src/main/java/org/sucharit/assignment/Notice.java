package org.sucharit.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

@Entity
@Table(name = "notice")
class Notice {

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    private UUID personId;
    private UUID caseId;

    @Enumerated(EnumType.STRING)
    private Notices.Kind kind;

    private Instant toldAt;
    private @Nullable Instant readAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected Notice() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    Notice(PersonId person, CaseId caseId, Notices.Kind kind, Instant toldAt) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
        this.caseId = caseId.value();
        this.kind = kind;
        this.toldAt = toldAt;
    }

    /** That somebody saw what is new in a case although nobody told them of it. */
    static Notice alreadyRead(PersonId person, CaseId caseId, Notices.Kind kind, Instant at) {
        Notice notice = new Notice(person, caseId, kind, at);
        notice.readAt = at;
        return notice;
    }

    void read(Instant at) {
        readAt = at;
    }

    Notices.View view() {
        return new Notices.View(id, new CaseId(caseId), kind, toldAt);
    }
}
