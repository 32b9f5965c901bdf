package org.sucharit.mail;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;

/**
 * Mail that comes in, each message once: that it was taken is written in the transaction of the handler's own work,
 * and only after that commit is the message marked, moved or deleted. Whatever breaks in between, the next poll finds
 * the message noted and hands it over no more.
 *
 * <p>A message counts as one taken before when it has the same place in the mailbox, or the same Message-ID, which by
 * RFC 5322, 3.6.4 names one message in the world.
 */
@Service
public class Inbox {

    private final InboxMessages messages;
    private final ObjectProvider<IncomingMailHandler> handler;
    private final ObjectProvider<MailboxOrganisations> organisations;
    private final TransactionTemplate transaction;
    private final Time time;
    private final List<Mailbox> mailboxes;
    private final Map<String, InboxHealth> health = new ConcurrentHashMap<>();

    Inbox(
            InboxMessages messages,
            ObjectProvider<IncomingMailHandler> handler,
            ObjectProvider<MailboxOrganisations> organisations,
            MailSettings settings,
            PlatformTransactionManager transactions,
            Time time) {
        this.messages = messages;
        this.handler = handler;
        this.organisations = organisations;
        this.mailboxes = settings.mailboxes();
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
    }

    /** How the organisation's mailboxes fare, in the order of the settings; empty when it has none. */
    public List<InboxHealth> health(String organisationShortName) {
        return mailboxes.stream()
                .filter(mailbox -> mailbox.organisation().equals(organisationShortName))
                .map(this::health)
                .toList();
    }

    InboxHealth health(Mailbox mailbox) {
        return health.getOrDefault(mailbox.name(), InboxHealth.unknown(mailbox));
    }

    void note(Mailbox mailbox, UnaryOperator<InboxHealth> change) {
        health.compute(
                mailbox.name(),
                (name, before) -> change.apply(Objects.requireNonNullElse(before, InboxHealth.unknown(mailbox))));
    }

    /** @throws RuntimeException when no module answers for mail that comes in */
    void requireHandler() {
        handler.getObject();
        organisations.getObject();
    }

    /** @throws IllegalStateException when there is no such organisation (yet) */
    OrganisationId organisation(Mailbox mailbox) {
        return organisations
                .getObject()
                .byShortName(mailbox.organisation())
                .orElseThrow(() -> new IllegalStateException("No organisation " + mailbox.organisation()));
    }

    boolean hasTaken(Mailbox mailbox, long uidValidity, long uid) {
        return messages.existsByMailboxAndUidValidityAndUid(mailbox.name(), uidValidity, uid);
    }

    /**
     * Hands the mail over, unless it was taken before.
     *
     * @return whether it was handed over
     */
    boolean take(OrganisationId organisation, IncomingMail mail) {
        if (wasTaken(mail)) {
            return false;
        }
        try {
            CurrentOrganisation.run(
                    organisation,
                    () -> transaction.executeWithoutResult(status -> {
                        // Written first: where another node has the same message in hand, this waits for its outcome.
                        messages.saveAndFlush(new InboxMessage(organisation, mail, time.now()));
                        handler.getObject().on(mail);
                    }));
            return true;
        } catch (DataIntegrityViolationException e) {
            if (wasTaken(mail)) {
                return false;
            }
            throw e;
        }
    }

    private boolean wasTaken(IncomingMail mail) {
        return messages.existsByMailboxAndUidValidityAndUid(mail.mailbox(), mail.uidValidity(), mail.uid())
                || (mail.messageId() != null
                        && messages.existsByMailboxAndMessageIdHash(
                                mail.mailbox(), InboxMessage.hash(mail.messageId())));
    }
}
