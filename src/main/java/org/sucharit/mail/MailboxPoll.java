package org.sucharit.mail;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.UIDFolder;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;

/** Looks through a mailbox over IMAP (RFC 9051) and takes what is new. */
@Component
class MailboxPoll {

    private static final Logger log = LoggerFactory.getLogger(MailboxPoll.class);

    /** How much of a message over the limit is read for its text. */
    private static final int EXCERPT = 1024 * 1024;

    private static final SearchTerm UNSEEN = new AndTerm(
            new FlagTerm(new Flags(Flags.Flag.SEEN), false), new FlagTerm(new Flags(Flags.Flag.DELETED), false));

    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Inbox inbox;
    private final MailboxConnections connections;
    private final Time time;

    MailboxPoll(Inbox inbox, MailboxConnections connections, Time time) {
        this.inbox = inbox;
        this.connections = connections;
        this.time = time;
    }

    /** Never throws for the mailbox's or a message's sake: what went wrong is in {@link Inbox#health}. */
    void poll(Mailbox mailbox) {
        try {
            OrganisationId organisation = inbox.organisation(mailbox);
            try (IMAPStore store = connections.connect(mailbox, PATIENCE)) {
                IMAPFolder folder = (IMAPFolder) store.getFolder(mailbox.folder());
                folder.open(Folder.READ_WRITE);
                new Round(mailbox, organisation, store, folder).run();
            }
        } catch (MessagingException | RuntimeException e) {
            failed(mailbox, e, inbox.health(mailbox).failing());
        }
    }

    private void failed(Mailbox mailbox, Exception error, int failing) {
        // The message of an error may quote a mail: only its class is logged.
        log.warn(
                "Mailbox {}: {} ({} messages could not be taken)",
                mailbox.name(),
                error.getClass().getName(),
                failing);
        inbox.note(mailbox, health -> health.withFailure(time.now(), error, failing));
    }

    /** Too large for the memory: read from the server as often as it is wanted. */
    private record OnServer(IMAPMessage message, long size) implements IncomingMail.Raw {

        @Override
        public InputStream open() throws IOException {
            try {
                return message.getMimeStream();
            } catch (MessagingException e) {
                throw new IOException(e);
            }
        }
    }

    /** One look through one open folder. */
    private final class Round {

        private final Mailbox mailbox;
        private final OrganisationId organisation;
        private final IMAPStore store;
        private final IMAPFolder folder;
        private final List<Message> deleted = new ArrayList<>();
        private int failing;
        private @Nullable Exception lastError;

        Round(Mailbox mailbox, OrganisationId organisation, IMAPStore store, IMAPFolder folder) {
            this.mailbox = mailbox;
            this.organisation = organisation;
            this.store = store;
            this.folder = folder;
        }

        void run() throws MessagingException {
            try {
                for (Message message : candidates()) {
                    takeOrCount((IMAPMessage) message);
                }
                expunge();
            } finally {
                if (folder.isOpen()) {
                    folder.close(false);
                }
            }
            if (lastError == null) {
                inbox.note(mailbox, health -> health.withSuccess(time.now()));
            } else {
                failed(mailbox, lastError, failing);
            }
        }

        private Message[] candidates() throws MessagingException {
            Message[] found = mailbox.after() == Mailbox.After.SEEN ? folder.search(UNSEEN) : folder.getMessages();
            FetchProfile profile = new FetchProfile();
            profile.add(UIDFolder.FetchProfileItem.UID);
            profile.add(FetchProfile.Item.FLAGS);
            profile.add(FetchProfile.Item.SIZE);
            profile.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
            folder.fetch(found, profile);
            return found;
        }

        private void takeOrCount(IMAPMessage message) throws MessagingException {
            try {
                long uid = folder.getUID(message);
                if (message.isSet(Flags.Flag.DELETED)) {
                    // By us, before the connection or the process ended; or by a person, and then it is left to them.
                    if (inbox.hasTaken(mailbox, folder.getUIDValidity(), uid)) {
                        deleted.add(message);
                    }
                    return;
                }
                if (!inbox.hasTaken(mailbox, folder.getUIDValidity(), uid)
                        && inbox.take(organisation, read(message, uid))) {
                    inbox.note(mailbox, InboxHealth::withTaken);
                }
                settle(message);
            } catch (MessagingException | IOException | RuntimeException e) {
                if (message.isExpunged()) {
                    log.debug("Mailbox {}: another node, or a person, took a message away", mailbox.name());
                    return;
                }
                if (!folder.isOpen()) {
                    // Not this message's fault: the connection is gone, and with it the rest of the round.
                    throw e instanceof MessagingException gone ? gone : new MessagingException("Connection lost", e);
                }
                failing++;
                lastError = e;
            }
        }

        private IncomingMail read(IMAPMessage message, long uid) throws MessagingException, IOException {
            byte[] start;
            long size = message.getSizeLong();
            boolean tooLarge = size > mailbox.maxBytes();
            try (InputStream in = message.getMimeStream()) {
                // One byte over the limit tells of a server that understates the size.
                start = in.readNBytes(tooLarge ? EXCERPT : mailbox.maxBytes() + 1);
            }
            if (start.length > mailbox.maxBytes()) {
                tooLarge = true;
                start = Arrays.copyOf(start, Math.min(EXCERPT, start.length));
            }
            Date received = message.getReceivedDate();
            Instant receivedAt = received == null ? time.now() : received.toInstant();
            MimeReader reader = new MimeReader(start, tooLarge);
            return tooLarge
                    ? reader.read(mailbox, folder.getUIDValidity(), uid, receivedAt, new OnServer(message, size))
                    : reader.read(mailbox, folder.getUIDValidity(), uid, receivedAt);
        }

        private void settle(IMAPMessage message) throws MessagingException {
            switch (mailbox.after()) {
                case SEEN -> message.setFlag(Flags.Flag.SEEN, true);
                case DELETE -> delete(message);
                case MOVE -> {
                    Folder target = store.getFolder(mailbox.moveTo());
                    if (!target.exists() && !target.create(Folder.HOLDS_MESSAGES)) {
                        throw new MessagingException("The folder for taken messages cannot be made");
                    }
                    Message[] one = {message};
                    if (store.hasCapability("MOVE")) {
                        folder.moveMessages(one, target);
                    } else {
                        folder.copyMessages(one, target);
                        delete(message);
                    }
                }
            }
        }

        private void delete(IMAPMessage message) throws MessagingException {
            message.setFlag(Flags.Flag.DELETED, true);
            deleted.add(message);
        }

        /** Only our own where the server can (RFC 4315); otherwise all that are marked as deleted, as is usual. */
        private void expunge() throws MessagingException {
            if (deleted.isEmpty()) {
                return;
            }
            if (store.hasCapability("UIDPLUS")) {
                folder.expunge(deleted.toArray(Message[]::new));
            } else {
                folder.expunge();
            }
        }
    }
}
