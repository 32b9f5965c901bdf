package org.sucharit.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.InstallationKey;

/**
 * A second layer around keys, AES-256-GCM under the installation's key. It keeps shut, for whoever has a copy of the
 * database and a password, what only the program may open: a grant that waits, and who the reporter is.
 */
@Component
class Latch {

    private final AesGcmJce aead;

    Latch(InstallationKey installation) {
        try {
            this.aead = new AesGcmJce(installation.derive("vault/latch", 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    byte[] shut(byte[] key, byte[] context) {
        try {
            return aead.encrypt(key, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    /** @throws IllegalStateException when it was changed, or shut by another installation */
    byte[] open(byte[] shut, byte[] context) {
        try {
            return aead.decrypt(shut, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key does not open with this installation's key", e);
        }
    }
}
