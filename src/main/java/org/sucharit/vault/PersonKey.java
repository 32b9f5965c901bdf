package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;

/**
 * A person's key pair, the private half wrapped under their password, and who vouched for it. Under a temporary password
 * there is a pair only so that the password can be told from a wrong one: nothing is ever sealed to it.
 */
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
    private @Nullable UUID vouchedBy;
    private @Nullable Instant vouchedAt;
    private byte @Nullable [] vouchMac;

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

    /** Takes another key pair; whoever vouched for the one before has said nothing of it. */
    void replace(byte[] newPublicKey, Passwords.Wrapped wrapped, boolean isTemporary, Instant now) {
        this.publicKey = newPublicKey;
        this.vouchedBy = null;
        this.vouchedAt = null;
        this.vouchMac = null;
        wrap(wrapped, isTemporary, now);
    }

    void vouch(PersonId voucher, byte[] mac, Instant now) {
        this.vouchedBy = voucher.value();
        this.vouchedAt = now;
        this.vouchMac = mac;
    }

    @Nullable
    PersonId vouchedBy() {
        return vouchedBy == null ? null : new PersonId(vouchedBy);
    }

    byte @Nullable [] vouchMac() {
        return vouchMac;
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
