package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
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
    private int wrongNumbers;
    private @Nullable Instant lastWrongNumberAt;

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
        this.wrongNumbers = 0;
        wrap(wrapped, isTemporary, now);
    }

    void vouch(PersonId voucher, byte[] mac, Instant now) {
        this.vouchedBy = voucher.value();
        this.vouchedAt = now;
        this.vouchMac = mac;
        this.wrongNumbers = 0;
    }

    /** After a pause they are counted anew. */
    void wrongNumber(Instant now, Duration pause) {
        boolean paused = lastWrongNumberAt != null && !now.isBefore(lastWrongNumberAt.plus(pause));
        wrongNumbers = paused ? 1 : wrongNumbers + 1;
        lastWrongNumberAt = now;
    }

    /** From when on a number may be tried. */
    Instant mayTryAgain(int freeTries, Duration pause) {
        return lastWrongNumberAt == null || wrongNumbers < freeTries ? Instant.MIN : lastWrongNumberAt.plus(pause);
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
