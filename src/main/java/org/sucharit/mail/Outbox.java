package org.sucharit.mail;

import jakarta.persistence.EntityManager;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/**
 * Mail on its way out. A mail is a row written in the caller's transaction, so it goes out if, and only if, what it
 * tells of has happened; a background job sends it soon after.
 *
 * <p>A mail goes out at least once: if a node dies after the mail server has accepted a mail and before the row says
 * so, it goes out again, under the same Message-ID, by which the receiver's system can drop the second. Otherwise it
 * goes out once, however many nodes send.
 */
@Service
public class Outbox {

    private final OutboxEntries entries;
    private final EntityManager entities;
    private final OutboxSeal seal;
    private final boolean sending;
    private final Time time;

    Outbox(
            OutboxEntries entries,
            EntityManager entities,
            OutboxSeal seal,
            ObjectProvider<JavaMailSender> smtp,
            Time time) {
        this.entries = entries;
        this.entities = entities;
        this.seal = seal;
        this.sending = smtp.getIfAvailable() != null;
        this.time = time;
    }

    /** @throws org.springframework.transaction.IllegalTransactionStateException outside a transaction */
    @Transactional(propagation = Propagation.MANDATORY)
    public MailId enqueue(OutgoingMail mail) {
        OutboxEntry entry = new OutboxEntry(mail, seal, time.now());
        entities.persist(entry);
        return entry.id();
    }

    /** Whether a mail server is configured; without one mails wait as {@link QueuedMail.State#PENDING}. */
    public boolean sending() {
        return sending;
    }

    /** An organisation's mails in a state, the oldest first; the page's own sort is not used. */
    @Transactional(readOnly = true)
    public Slice<QueuedMail> list(OrganisationId organisation, QueuedMail.State state, Pageable page) {
        Pageable unsorted = PageRequest.of(page.getPageNumber(), page.getPageSize());
        return entries.list(organisation.value(), state, unsorted).map(OutboxEntry::view);
    }

    /**
     * Makes a mail due now, with all its attempts before it. Does nothing when it has been sent or is being sent at
     * this moment.
     *
     * @throws Problem not found, when the organisation has no such mail
     */
    @Transactional
    public void retry(OrganisationId organisation, MailId id) {
        if (!entries.existsByIdAndOrganisationId(id.value(), organisation.value())) {
            throw Problem.notFound();
        }
        entries.hold(id.value()).ifPresent(entry -> entry.retry(time.now()));
    }

    /**
     * Gives a mail up: it goes out no more, and what it said and to whom is forgotten. Does nothing when it has been
     * sent or is being sent at this moment.
     *
     * @throws Problem not found, when the organisation has no such mail
     */
    @Transactional
    public void giveUp(OrganisationId organisation, MailId id) {
        if (!entries.existsByIdAndOrganisationId(id.value(), organisation.value())) {
            throw Problem.notFound();
        }
        entries.hold(id.value()).ifPresent(OutboxEntry::giveUp);
    }
}
