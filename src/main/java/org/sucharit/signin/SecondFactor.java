package org.sucharit.signin;

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

/** Something a person has, to be shown besides the password: a code from an app, or a passkey. */
@Entity
@Table(name = "second_factor")
class SecondFactor {

    enum Kind {
        TOTP,
        PASSKEY
    }

    /** As its owner is shown it. */
    record View(
            UUID id, Kind kind, String label, Instant addedAt, @Nullable Instant usedAt) {}

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    private UUID personId;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String label;
    private byte @Nullable [] sealedSecret;
    private @Nullable Long lastStep;
    private byte @Nullable [] credentialId;
    private byte @Nullable [] publicKey;
    private byte @Nullable [] attestation;
    private @Nullable Long signatureCount;
    private @Nullable String transports;
    private @Nullable Boolean backupEligible;
    private Instant addedAt;
    private @Nullable Instant usedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected SecondFactor() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    private SecondFactor(PersonId person, Kind kind, String label, Instant now) {
        this.id = UUID.randomUUID();
        this.personId = person.value();
        this.kind = kind;
        this.label = label;
        this.addedAt = now;
    }

    static SecondFactor totp(PersonId person, String label, byte[] sealedSecret, long lastStep, Instant now) {
        SecondFactor factor = new SecondFactor(person, Kind.TOTP, label, now);
        factor.sealedSecret = sealedSecret;
        factor.lastStep = lastStep;
        return factor;
    }

    static SecondFactor passkey(PersonId person, String label, Passkey passkey, Instant now) {
        SecondFactor factor = new SecondFactor(person, Kind.PASSKEY, label, now);
        factor.credentialId = passkey.credentialId();
        factor.publicKey = passkey.publicKey();
        factor.attestation = passkey.attestation();
        factor.transports = passkey.transports();
        factor.backupEligible = passkey.backupEligible();
        factor.signatureCount = passkey.signatureCount();
        return factor;
    }

    void used(long signatureCount, Instant now) {
        this.signatureCount = signatureCount;
        this.usedAt = now;
    }

    View view() {
        return new View(id, kind, label, addedAt, usedAt);
    }

    UUID id() {
        return id;
    }

    PersonId personId() {
        return new PersonId(personId);
    }

    Kind kind() {
        return kind;
    }

    byte @Nullable [] sealedSecret() {
        return sealedSecret;
    }

    @Nullable Passkey passkey() {
        return credentialId == null || publicKey == null || attestation == null
                ? null
                : new Passkey(
                        credentialId,
                        publicKey,
                        attestation,
                        transports == null ? "" : transports,
                        Boolean.TRUE.equals(backupEligible),
                        signatureCount == null ? 0 : signatureCount);
    }
}
