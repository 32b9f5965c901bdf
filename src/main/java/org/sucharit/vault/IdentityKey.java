package org.sucharit.vault;

import java.security.GeneralSecurityException;
import org.sucharit.kernel.CaseId;

/** Opens what tells who reported. From {@link Vault#openIdentity}; held for the length of one request. */
public final class IdentityKey {

    private final CaseKey caseKey;
    private final Hpke.KeyPair pair;

    IdentityKey(CaseKey caseKey, Hpke.KeyPair pair) {
        this.caseKey = caseKey;
        this.pair = pair;
    }

    /**
     * Opens what was sealed to the envelope; what was sealed to the case itself, before there were envelopes, too.
     *
     * @throws IllegalStateException when the value was changed, or belongs to another case or field
     */
    public byte[] open(String field, Sealed sealed) {
        if (sealed.how() != Sealed.TO_IDENTITY) {
            return caseKey.open(field, sealed);
        }
        try {
            return Hpke.open(pair, sealed.ciphertext(), binding(caseKey.caseId(), field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Who reported " + caseKey.caseId() + " does not open: " + field, e);
        }
    }

    static byte[] binding(CaseId caseId, String field) {
        return CaseKey.binding(caseId, "identity/" + field);
    }
}
