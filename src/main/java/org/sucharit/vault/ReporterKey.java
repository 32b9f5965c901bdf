package org.sucharit.vault;

import java.security.GeneralSecurityException;
import org.sucharit.kernel.CaseId;

/** Opens what was sealed to a reporter with {@link Vault#sealToReporter(CaseId, String, byte[])}; made from the receipt. */
public final class ReporterKey {

    private final CaseId caseId;
    private final Hpke.KeyPair pair;

    public ReporterKey(CaseId caseId, Receipt receipt) {
        this.caseId = caseId;
        this.pair = receipt.keys();
    }

    /** @throws IllegalStateException when the value was changed, or belongs to another receipt, case or field */
    public byte[] open(String field, Sealed sealed) {
        try {
            if (sealed.how() != Sealed.TO_REPORTER) {
                throw new GeneralSecurityException("Not sealed to a receipt");
            }
            return Hpke.open(pair, sealed.ciphertext(), binding(caseId, field));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("What the reporter of " + caseId + " was given does not open: " + field, e);
        }
    }

    static byte[] binding(CaseId caseId, String field) {
        return CaseKey.binding(caseId, "reporter/" + field);
    }
}
