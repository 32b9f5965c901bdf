package org.sucharit.mail;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Runs the sender and each mailbox's poll, each after its own pause. They have threads of their own, one each, so
 * that a mail server that does not answer holds up nothing but itself.
 */
@Component
class MailJobs implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailJobs.class);
    private static final int SECONDS_TO_FINISH = 20;

    private final Outbox outbox;
    private final OutboxSender sender;
    private final MailboxPoll poll;
    private final Inbox inbox;
    private final MailSettings settings;
    private volatile boolean running;
    private ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    MailJobs(Outbox outbox, OutboxSender sender, MailboxPoll poll, Inbox inbox, MailSettings settings) {
        this.outbox = outbox;
        this.sender = sender;
        this.poll = poll;
        this.inbox = inbox;
        this.settings = settings;
    }

    @Override
    public void start() {
        if (!settings.mailboxes().isEmpty()) {
            inbox.requireHandler();
        }
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("mail-");
        scheduler.setPoolSize(1 + settings.mailboxes().size());
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        // The message of an error may quote a mail: only its class is logged. The job goes on at its next turn.
        scheduler.setErrorHandler(
                error -> log.error("A mail job broke off: {}", error.getClass().getName()));
        scheduler.initialize();
        running = true;
        if (outbox.sending()) {
            var interval = settings.outbox().interval();
            scheduler.scheduleWithFixedDelay(this::sendAll, Instant.now().plus(interval), interval);
        } else {
            log.info("No mail server (spring.mail.host): outgoing mail waits in the outbox");
        }
        for (Mailbox mailbox : settings.mailboxes()) {
            scheduler.scheduleWithFixedDelay(
                    () -> poll.poll(mailbox), Instant.now().plus(mailbox.interval()), mailbox.interval());
        }
    }

    private void sendAll() {
        while (running && sender.sendDue()) {
            // the next batch
        }
    }

    /** Lets what is under way finish and interrupts nothing: an interrupted thread closes H2's files under it. */
    @Override
    public void stop() {
        running = false;
        scheduler.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
