package org.sucharit.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
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

    InboxMessage(OrganisationId organisation, IncomingMail mail, @Nullable String messageIdHash, Instant now) {
        this.organisationId = organisation.value();
        this.mailbox = mail.mailbox();
        this.uidValidity = mail.uidValidity();
        this.uid = mail.uid();
        this.messageIdHash = messageIdHash;
        this.receivedAt = mail.receivedAt();
        this.takenAt = now;
    }
}
