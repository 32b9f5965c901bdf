package org.sucharit.mail;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.InstallationKey;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps a mail to a reporter from whoever has the database: their address and the reference that lets write to their
 * case stand in the outbox under AES-256-GCM with a key of the installation, which is not in the database.
 */
@Component
class OutboxSeal {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final AesGcmJce aead;

    OutboxSeal(InstallationKey installation) {
        try {
            this.aead = new AesGcmJce(installation.derive("mail/outbox", 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    byte[] seal(UUID entry, OutgoingMail mail) {
        try {
            return aead.encrypt(MAPPER.writeValueAsBytes(mail), bound(entry));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal", e);
        }
    }

    /** @throws IllegalStateException when it was changed, or sealed by another installation or for another row */
    OutgoingMail open(UUID entry, byte[] sealed) {
        try {
            return MAPPER.readValue(aead.decrypt(sealed, bound(entry)), OutgoingMail.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A mail does not open with this installation's key", e);
        }
    }

    private static byte[] bound(UUID entry) {
        return ByteBuffer.allocate(16)
                .putLong(entry.getMostSignificantBits())
                .putLong(entry.getLeastSignificantBits())
                .array();
    }
}
