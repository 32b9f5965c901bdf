package org.sucharit.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;

/**
 * Runs the sender and each mailbox's poll, each after its own pause or when the server tells of news. They have threads of their own, one each, so
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
    private final MailboxConnections connections;
    private final MailSettings settings;
    private final List<MailboxWatch> watches = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    MailJobs(
            Outbox outbox,
            OutboxSender sender,
            MailboxPoll poll,
            Inbox inbox,
            MailboxConnections connections,
            MailSettings settings) {
        this.outbox = outbox;
        this.sender = sender;
        this.poll = poll;
        this.inbox = inbox;
        this.connections = connections;
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
            ReentrantLock oneAtATime = new ReentrantLock();
            Runnable look = () -> look(mailbox, oneAtATime);
            scheduler.scheduleWithFixedDelay(look, Instant.now().plus(mailbox.interval()), mailbox.interval());
            if (mailbox.idle()) {
                MailboxWatch watch = new MailboxWatch(mailbox, connections, scheduler, look);
                watches.add(watch);
                watch.start();
            }
        }
    }

    private void look(Mailbox mailbox, ReentrantLock oneAtATime) {
        oneAtATime.lock();
        try {
            if (running) {
                poll.poll(mailbox);
            }
        } finally {
            oneAtATime.unlock();
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
        watches.forEach(watch -> watch.stop(Duration.ofSeconds(SECONDS_TO_FINISH)));
        watches.clear();
        scheduler.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
