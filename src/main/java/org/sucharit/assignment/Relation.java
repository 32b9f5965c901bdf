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
import org.sucharit.kernel.PersonId;

@Entity
@Table(name = "declared_relation")
class Relation {

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    private UUID personId;
    private UUID otherId;

    @Enumerated(EnumType.STRING)
    private Relations.Kind kind;

    private Instant declaredAt;
    private @Nullable Instant endedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected Relation() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    Relation(PersonId person, PersonId other, Relations.Kind kind, Instant declaredAt) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
        this.otherId = other.value();
        this.kind = kind;
        this.declaredAt = declaredAt;
    }

    boolean isOf(PersonId person) {
        return personId.equals(person.value());
    }

    boolean isWith(PersonId other) {
        return otherId.equals(other.value());
    }

    boolean inForce() {
        return endedAt == null;
    }

    void end(Instant at) {
        endedAt = at;
    }

    PersonId person() {
        return new PersonId(personId);
    }

    PersonId other() {
        return new PersonId(otherId);
    }

    Relations.View view() {
        return new Relations.View(id, other(), kind, declaredAt, endedAt);
    }
}
