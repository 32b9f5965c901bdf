package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.sucharit.kernel.PersonId;

/** A person's key pair, the private half wrapped under their password. */
@Entity
@Table(name = "person_key")
class PersonKey {

    @Id
    private UUID personId;

    @TenantId
    private UUID organisationId;

    private byte[] publicKey;
    private byte[] salt;
    private int memoryKib;
    private int iterations;
    private byte[] wrappedPrivateKey;
    private Instant changedAt;
    private boolean temporary;

    @SuppressWarnings("NullAway.Init") // JPA
    protected PersonKey() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    PersonKey(PersonId person, byte[] publicKey, Passwords.Wrapped wrapped, boolean temporary, Instant now) {
        this.personId = person.value();
        this.publicKey = publicKey;
        wrap(wrapped, temporary, now);
    }

    final void wrap(Passwords.Wrapped wrapped, boolean temporary, Instant now) {
        this.salt = wrapped.salt();
        this.memoryKib = wrapped.memoryKib();
        this.iterations = wrapped.iterations();
        this.wrappedPrivateKey = wrapped.box();
        this.temporary = temporary;
        this.changedAt = now;
    }

    UUID personId() {
        return personId;
    }

    byte[] publicKey() {
        return publicKey;
    }

    boolean temporary() {
        return temporary;
    }

    Passwords.Wrapped wrapped() {
        return new Passwords.Wrapped(salt, memoryKib, iterations, wrappedPrivateKey);
    }
}
