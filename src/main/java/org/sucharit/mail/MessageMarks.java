package org.sucharit.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.InstallationKey;

/**
 * Marks a message, so that a second copy of it is known and nothing else can be: HMAC-SHA256 over its Message-ID and
 * its body, under a key of the installation. Whoever has the database cannot tell whether a mail that they know of came.
 */
@Component
class MessageMarks {

    private final SecretKeySpec key;

    MessageMarks(InstallationKey installation) {
        this.key = new SecretKeySpec(installation.derive("mail/copies", 32), "HmacSHA256");
    }

    /** In hexadecimal digits; null without a Message-ID, when each copy counts as a message of its own. */
    @Nullable
    String mark(IncomingMail mail) {
        if (mail.messageId() == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            mac.update(mail.messageId().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            mac.update(mail.bodyDigest().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }
}
