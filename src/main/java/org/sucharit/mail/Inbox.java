package org.sucharit.mail;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
 * <p>A message counts as one taken before when it has the same place in the mailbox, or the same Message-ID and the same
 * body: by RFC 5322, 3.6.4 the first alone names one message in the world, but it is the sender who writes it.
 */
@Service
public class Inbox {

    private final InboxMessages messages;
    private final ObjectProvider<IncomingMailHandler> handler;
    private final ObjectProvider<MailboxOrganisations> organisations;
    private final TransactionTemplate transaction;
    private final Time time;
    private final List<Mailbox> mailboxes;
    private final Set<String> ours;
    private final MessageMarks marks;
    private final Map<String, InboxHealth> health = new ConcurrentHashMap<>();

    Inbox(
            InboxMessages messages,
            ObjectProvider<IncomingMailHandler> handler,
            ObjectProvider<MailboxOrganisations> organisations,
            MailSettings settings,
            MessageMarks marks,
            PlatformTransactionManager transactions,
            Time time) {
        this.messages = messages;
        this.handler = handler;
        this.organisations = organisations;
        this.mailboxes = settings.mailboxes();
        this.marks = marks;
        this.ours = Stream.concat(
                        mailboxes.stream().map(Mailbox::address),
                        Stream.ofNullable(settings.from()).map(Inbox::bare))
                .filter(Objects::nonNull)
                .map(address -> address.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
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

    /**
     * Where an answer is read.
     *
     * @param acknowledge whether whoever writes there is to be told that it came
     */
    public record Answers(String address, boolean tagged, boolean acknowledge) {}

    /** Where an answer to what came in through this mailbox is read; nothing where its address is not known. */
    public Optional<Answers> answers(IncomingMail mail) {
        return answers(mailbox -> mailbox.name().equals(mail.mailbox()));
    }

    /** Where an answer to what the organisation writes is read: in the first of its mailboxes of which that is known. */
    public Optional<Answers> answers(String organisationShortName) {
        return answers(mailbox -> mailbox.organisation().equals(organisationShortName));
    }

    private Optional<Answers> answers(Predicate<Mailbox> which) {
        return mailboxes.stream()
                .filter(which)
                .filter(mailbox -> mailbox.address() != null)
                .map(mailbox ->
                        new Answers(Objects.requireNonNull(mailbox.address()), mailbox.tagged(), mailbox.acknowledge()))
                .findFirst();
    }

    /** Whether mail from there is our own come back. */
    public boolean isOurs(String address) {
        return ours.contains(address.toLowerCase(Locale.ROOT));
    }

    private static String bare(String from) {
        int open = from.lastIndexOf('<');
        return open < 0
                ? from.strip()
                : from.substring(open + 1).replace(">", "").strip();
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
        String copyOf = marks.mark(mail);
        if (wasTaken(mail, copyOf)) {
            return false;
        }
        try {
            CurrentOrganisation.run(
                    organisation,
                    () -> transaction.executeWithoutResult(status -> {
                        // Written first: where another node has the same message in hand, this waits for its outcome.
                        messages.saveAndFlush(new InboxMessage(organisation, mail, copyOf, time.now()));
                        handler.getObject().on(mail);
                    }));
            return true;
        } catch (DataIntegrityViolationException e) {
            if (wasTaken(mail, copyOf)) {
                return false;
            }
            throw e;
        }
    }

    private boolean wasTaken(IncomingMail mail, @Nullable String copyOf) {
        return messages.existsByMailboxAndUidValidityAndUid(mail.mailbox(), mail.uidValidity(), mail.uid())
                || (copyOf != null && messages.existsByMailboxAndMessageIdHash(mail.mailbox(), copyOf));
    }
}
