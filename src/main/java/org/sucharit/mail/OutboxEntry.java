package org.sucharit.mail;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.OrganisationId;

/** A row of the outbox. Its organisation is a plain column: one sender works for all organisations, outside any scope. */
@Entity
@Table(name = "outbox")
class OutboxEntry {

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(12);

    @Id
    private UUID id;

    private UUID organisationId;
    private @Nullable String recipient;
    private @Nullable String subject;
    private @Nullable String body;
    private byte @Nullable [] sealed;

    @JdbcTypeCode(SqlTypes.VARCHAR)
    private QueuedMail.State state;

    private int attempts;
    private Instant createdAt;
    private Instant nextAttemptAt;
    private @Nullable Instant sentAt;
    private @Nullable String failure;

    @SuppressWarnings("NullAway.Init") // filled in by Hibernate
    protected OutboxEntry() {}

    OutboxEntry(OutgoingMail mail, OutboxSeal seal, Instant now) {
        this.id = UUID.randomUUID();
        this.organisationId = mail.organisation().value();
        if (mail.toReporter() == null) {
            this.recipient = mail.to();
            this.subject = mail.subject();
            this.body = mail.body();
        } else {
            this.sealed = seal.seal(id, mail);
        }
        this.state = QueuedMail.State.PENDING;
        this.createdAt = now;
        this.nextAttemptAt = now;
    }

    MailId id() {
        return new MailId(id);
    }

    /** @throws IllegalStateException of a sealed one that does not open, and of one that was sent */
    OutgoingMail mail(OutboxSeal seal) {
        if (sealed != null) {
            return seal.open(id, sealed);
        }
        if (recipient == null || subject == null || body == null) {
            throw new IllegalStateException("Sent already");
        }
        return new OutgoingMail(new OrganisationId(organisationId), recipient, subject, body);
    }

    /** A sent mail keeps only its ids and times. */
    void sent(Instant now) {
        attempts++;
        state = QueuedMail.State.SENT;
        sentAt = now;
        failure = null;
        recipient = null;
        subject = null;
        body = null;
        sealed = null;
    }

    /** Waits 1, 4, 16, 64, 256 minutes and then 12 hours a time; with 8 attempts that is more than a day. */
    void failed(Throwable error, Instant now, int maxAttempts) {
        attempts++;
        String name = error.getClass().getName();
        failure = name.length() > 200 ? name.substring(0, 200) : name;
        if (attempts >= maxAttempts) {
            state = QueuedMail.State.DEAD;
        } else {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(2 * (attempts - 1), 20));
            nextAttemptAt = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }

    /** Due at once, with all its attempts before it; one that was sent or taken back stays as it is. */
    void retry(Instant now) {
        if (state == QueuedMail.State.PENDING || state == QueuedMail.State.DEAD) {
            state = QueuedMail.State.PENDING;
            attempts = 0;
            nextAttemptAt = now;
        }
    }

    /** A sent mail stays as it is. */
    void giveUp() {
        if (state != QueuedMail.State.SENT) {
            state = QueuedMail.State.GIVEN_UP;
            recipient = null;
            subject = null;
            body = null;
            sealed = null;
        }
    }

    QueuedMail view() {
        return new QueuedMail(
                id(),
                state,
                recipient == null ? "" : masked(recipient),
                sealed != null,
                createdAt,
                nextAttemptAt,
                attempts,
                sentAt,
                failure);
    }

    private static String masked(String address) {
        return address.substring(0, address.offsetByCodePoints(0, 1)) + "…"
                + address.substring(address.lastIndexOf('@'));
    }
}
