package org.sucharit.vault;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;

/**
 * The key pair of a case, its private half sealed under the case key, and what is kept of its reporter's receipt: the
 * name under which the receipt finds the case, and the public key to which answers are sealed.
 */
@Entity
@Table(name = "case_key")
class CaseKeyPair {

    @Id
    private UUID caseId;

    @TenantId
    private UUID organisationId;

    private byte[] publicKey;
    private byte[] sealedPrivateKey;
    private byte @Nullable [] identityPublicKey;
    private byte @Nullable [] sealedIdentityKey;
    private byte @Nullable [] reporterLookup;
    private byte @Nullable [] reporterPublicKey;
    private boolean replacementDue;

    @SuppressWarnings("NullAway.Init") // JPA
    protected CaseKeyPair() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    CaseKeyPair(CaseId caseId, CaseKey.SealedPrivateKey key, byte[] identityPublicKey, byte[] sealedIdentityKey) {
        this.caseId = caseId.value();
        this.publicKey = key.publicKey();
        this.sealedPrivateKey = key.sealed();
        this.identityPublicKey = identityPublicKey;
        this.sealedIdentityKey = sealedIdentityKey;
    }

    /** Another key of the same case; its envelope stays, shut under the new key. */
    void rotate(CaseKey.SealedPrivateKey key, byte @Nullable [] identityKey) {
        this.publicKey = key.publicKey();
        this.sealedPrivateKey = key.sealed();
        this.sealedIdentityKey = identityKey;
        this.replacementDue = false;
    }

    void becomeDue() {
        replacementDue = true;
    }

    boolean isDue() {
        return replacementDue;
    }

    /** Nothing of the case opens any more; the receipt still finds what is left of it. */
    void destroy() {
        this.publicKey = new byte[0];
        this.sealedPrivateKey = new byte[0];
        this.identityPublicKey = null;
        this.sealedIdentityKey = null;
        this.reporterPublicKey = null;
    }

    void answerTo(Receipt receipt) {
        this.reporterLookup = receipt.lookup();
        this.reporterPublicKey = receipt.keys().publicKey();
    }

    UUID caseId() {
        return caseId;
    }

    byte[] publicKey() {
        return publicKey;
    }

    CaseKey.SealedPrivateKey sealedPrivateKey() {
        return new CaseKey.SealedPrivateKey(publicKey, sealedPrivateKey);
    }

    byte @Nullable [] identityPublicKey() {
        return identityPublicKey;
    }

    byte @Nullable [] sealedIdentityKey() {
        return sealedIdentityKey;
    }

    byte @Nullable [] reporterPublicKey() {
        return reporterPublicKey;
    }
}
