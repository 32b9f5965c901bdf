package org.sucharit.mail;

import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledFuture;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.TaskScheduler;

/**
 * Has the server tell at once when something comes into a mailbox (IDLE, RFC 2177), on a connection and a thread of its
 * own. It takes nothing itself: it only calls for a look, and where it fails the looks at their intervals go on.
 */
final class MailboxWatch {

    private static final Logger log = LoggerFactory.getLogger(MailboxWatch.class);

    /** Servers may end what is idle for half an hour, and firewalls forget it sooner. */
    private static final Duration TURN = Duration.ofMinutes(9);

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

    private final Mailbox mailbox;
    private final MailboxConnections connections;
    private final TaskScheduler scheduler;
    private final Runnable look;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable IMAPStore store;

    MailboxWatch(Mailbox mailbox, MailboxConnections connections, TaskScheduler scheduler, Runnable look) {
        this.mailbox = mailbox;
        this.connections = connections;
        this.scheduler = scheduler;
        this.look = look;
        this.thread = Thread.ofPlatform()
                .name("mail-watch-" + mailbox.name())
                .daemon()
                .unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Interrupts nothing: a look that is under way ends by itself. */
    void stop(Duration patience) {
        running = false;
        IMAPStore open = store;
        synchronized (this) {
            notifyAll();
        }
        try {
            if (open != null) {
                open.close();
            }
            thread.join(patience);
        } catch (MessagingException e) {
            log.debug("Mailbox {}: {}", mailbox.name(), e.getClass().getName());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        Duration pause = FIRST_PAUSE;
        while (running) {
            try (IMAPStore connected = connections.connect(mailbox, PATIENCE)) {
                if (!connected.hasCapability("IDLE")) {
                    log.info("Mailbox {}: the server does not tell of new mail (IDLE)", mailbox.name());
                    return;
                }
                store = connected;
                pause = FIRST_PAUSE;
                watch((IMAPFolder) connected.getFolder(mailbox.folder()));
            } catch (MessagingException | RuntimeException e) {
                if (running) {
                    // The message of an error may quote a mail: only its class is logged.
                    log.warn(
                            "Mailbox {} is not watched: {}",
                            mailbox.name(),
                            e.getClass().getName());
                }
            } finally {
                store = null;
            }
            rest(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
        }
    }

    private void watch(IMAPFolder folder) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        ScheduledFuture<?> turn =
                scheduler.scheduleAtFixedRate(() -> turn(folder), Instant.now().plus(TURN), TURN);
        try {
            while (running && folder.isOpen()) {
                look.run(); // first for what came before the folder was open
                folder.idle(true);
            }
        } finally {
            turn.cancel(false);
        }
    }

    /** Any question ends the waiting, which then begins anew. */
    private void turn(IMAPFolder folder) {
        try {
            folder.getMessageCount();
        } catch (MessagingException e) {
            log.debug("Mailbox {}: {}", mailbox.name(), e.getClass().getName());
        }
    }

    private synchronized void rest(Duration pause) {
        try {
            if (running) {
                wait(pause.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }
}
