package org.sucharit.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Objects;
import org.sucharit.kernel.CaseId;

/**
 * The key of one case, opened. Each value is bound to its case and its field as associated data (AES-256-GCM), so that
 * a sealed value moved to another case or another field does not open. Held for the length of one request.
 */
public final class CaseKey {

    private final CaseId caseId;
    private final byte[] secret;
    private final AesGcmJce aead;
    private final SealedPrivateKey sealedPrivateKey;
    private final boolean isNew;

    /** The private half of the case's own key pair, itself sealed under the case key. */
    record SealedPrivateKey(byte[] publicKey, byte[] sealed) {}

    /** @param isNew made in this transaction, so that nobody else can have another yet */
    CaseKey(CaseId caseId, byte[] secret, SealedPrivateKey sealedPrivateKey, boolean isNew) {
        this.caseId = caseId;
        this.secret = secret;
        this.sealedPrivateKey = sealedPrivateKey;
        this.isNew = isNew;
        this.aead = aead(secret);
    }

    /**
     * Of parts that were put together.
     *
     * @throws GeneralSecurityException where they make another key than the case's
     */
    static CaseKey recovered(CaseId caseId, byte[] secret, SealedPrivateKey sealedPrivateKey)
            throws GeneralSecurityException {
        CaseKey key = new CaseKey(caseId, secret, sealedPrivateKey, false);
        key.keyPair();
        return key;
    }

    public CaseId caseId() {
        return caseId;
    }

    /** @param field names the value within its case; the same name opens it again */
    public Sealed seal(String field, byte[] plaintext) {
        try {
            return Sealed.of(Sealed.BY_KEY, aead.encrypt(plaintext, binding(caseId, field)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    public Sealed seal(String field, String plaintext) {
        return seal(field, plaintext.getBytes(StandardCharsets.UTF_8));
    }

    /** @throws IllegalStateException when the value was changed, or belongs to another case or field */
    public byte[] open(String field, Sealed sealed) {
        try {
            return switch (sealed.how()) {
                case Sealed.BY_KEY -> aead.decrypt(sealed.ciphertext(), binding(caseId, field));
                case Sealed.TO_CASE -> Hpke.open(keyPair(), sealed.ciphertext(), binding(caseId, field));
                default -> throw new GeneralSecurityException("Unknown sealing " + sealed.how());
            };
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A sealed value of case " + caseId + " does not open: " + field, e);
        }
    }

    public String openText(String field, Sealed sealed) {
        return new String(open(field, sealed), StandardCharsets.UTF_8);
    }

    byte[] secret() {
        return secret;
    }

    boolean isNew() {
        return isNew;
    }

    byte[] publicKey() {
        return sealedPrivateKey.publicKey();
    }

    /** Shuts a key of this case under the case key, with no mark of how. */
    byte[] box(String field, byte[] plaintext) {
        return seal(field, plaintext).ciphertext();
    }

    byte[] unbox(String field, byte[] box) {
        return open(field, Sealed.of(Sealed.BY_KEY, box));
    }

    private Hpke.KeyPair keyPair() throws GeneralSecurityException {
        byte[] privateKey = aead.decrypt(sealedPrivateKey.sealed(), binding(caseId, "privateKey"));
        return new Hpke.KeyPair(sealedPrivateKey.publicKey(), privateKey);
    }

    static SealedPrivateKey sealPrivateKey(CaseId caseId, byte[] secret, Hpke.KeyPair pair) {
        try {
            byte[] sealed = aead(secret).encrypt(pair.privateKey(), binding(caseId, "privateKey"));
            return new SealedPrivateKey(pair.publicKey(), sealed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    static byte[] binding(CaseId caseId, String field) {
        return ("sucharit/v1/" + caseId + "/" + Objects.requireNonNull(field)).getBytes(StandardCharsets.UTF_8);
    }

    private static AesGcmJce aead(byte[] secret) {
        try {
            return new AesGcmJce(secret);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }
}
