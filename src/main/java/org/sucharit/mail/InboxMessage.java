package org.sucharit.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.OrganisationId;

/** That a message was taken: ids, hashes and times, nothing of what it says. */
@Entity
@Table(name = "inbox_message")
class InboxMessage {

    @Id
    @GeneratedValue(strategy = GenerationType.UUID)
    private @Nullable UUID id;

    private UUID organisationId;
    private String mailbox;
    private long uidValidity;
    private long uid;
    private @Nullable String messageIdHash;
    private Instant receivedAt;
    private Instant takenAt;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected InboxMessage() {}

    InboxMessage(OrganisationId organisation, IncomingMail mail, Instant now) {
        this.organisationId = organisation.value();
        this.mailbox = mail.mailbox();
        this.uidValidity = mail.uidValidity();
        this.uid = mail.uid();
        this.messageIdHash = mail.messageId() == null ? null : hash(mail.messageId());
        this.receivedAt = mail.receivedAt();
        this.takenAt = now;
    }

    /** SHA-256 in hexadecimal digits. */
    static String hash(String messageId) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(messageId.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
