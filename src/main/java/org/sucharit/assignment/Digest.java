package org.sucharit.assignment;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;

/** That an officer wants one mail a day instead of one for each notice. */
@Entity
@Table(name = "notice_digest")
class Digest {

    @Id
    private UUID personId;

    @TenantId
    private UUID organisationId;

    private Instant since;
    private @Nullable LocalDate lastSentOn;

    @SuppressWarnings("NullAway.Init") // JPA
    protected Digest() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    Digest(PersonId person, Instant since) {
        this.personId = person.value();
        this.since = since;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    /** What was told before needs no mail: it had one, or was in the last. */
    Instant since() {
        return since;
    }

    void sent(LocalDate today, Instant now) {
        lastSentOn = today;
        since = now;
    }

    boolean sentOn(LocalDate day) {
        return day.equals(lastSentOn);
    }
}
