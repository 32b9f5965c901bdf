package org.sucharit.social;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Content.NotFetched.Why;
import org.sucharit.casefile.Upload;
import org.sucharit.examination.FileTypes;
import org.sucharit.intake.Correspondence;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Spool;
import org.sucharit.kernel.Spools;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Organisations;
import org.sucharit.social.PlatformFiles.Fetched;
import org.sucharit.social.SocialAttachments.Due;

/**
 * Fetches what came with messages and seals it into their cases. On a thread of its own, so that a platform that does
 * not answer holds up nothing else. What cannot be had for a week, or never, is said in the case.
 */
@Component
class AttachmentJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(AttachmentJob.class);

    private static final Duration GIVE_UP = Duration.ofDays(7);

    /** So often the platform may say that there is no such thing, over about an hour. */
    private static final int GONE_AFTER = 8;

    private static final int SECONDS_TO_FINISH = 20;

    private final SocialAttachments attachments;
    private final PlatformFiles platforms;
    private final SocialSettings settings;
    private final Correspondence correspondence;
    private final Organisations organisations;
    private final Spools spools;
    private final TransactionTemplate transaction;
    private final Time time;
    private final Duration interval;
    private volatile boolean running;
    private ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    AttachmentJob(
            SocialAttachments attachments,
            PlatformFiles platforms,
            SocialSettings settings,
            Correspondence correspondence,
            Organisations organisations,
            Spools spools,
            PlatformTransactionManager transactions,
            Time time,
            @Value("${sucharit.social.interval:5s}") Duration interval) {
        this.attachments = attachments;
        this.platforms = platforms;
        this.settings = settings;
        this.correspondence = correspondence;
        this.organisations = organisations;
        this.spools = spools;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
        this.interval = interval;
    }

    /** All that is due; one's trouble is not another's. */
    void fetchDue() {
        for (Due due : attachments.due()) {
            if (running && attachments.claim(due)) {
                CurrentOrganisation.run(due.organisation(), () -> fetch(due));
            }
        }
    }

    private void fetch(Due due) {
        Fetched fetched = new Fetched.Later(false);
        try (Spool spool = spools.open()) {
            Attached attached = attachments.open(due);
            String organisation = organisations.current().shortName();
            fetched =
                    platforms.fetch(attached, settings.accessToken(organisation).orElse(null), spool);
            if (fetched instanceof Fetched.Whole whole) {
                keep(due, attached, whole, spool);
            }
        } catch (IOException | RuntimeException e) {
            // An address or a name may be in its message: only its class is logged.
            log.warn(
                    "What came with a message could not be fetched from {}: {}",
                    due.platform().title(),
                    e.getClass().getName());
            fetched = new Fetched.Later(false);
        }
        switch (fetched) {
            case Fetched.Whole kept -> {}
            case Fetched.Never never -> giveUp(due, never.why());
            case Fetched.Later later when later.gone() && due.attempts() + 1 >= GONE_AFTER -> giveUp(due, Why.GONE);
            case Fetched.Later later
            when due.receivedAt().plus(GIVE_UP).isBefore(time.now()) -> giveUp(due, Why.UNREACHABLE);
            case Fetched.Later later -> attachments.again(due);
        }
    }

    private void keep(Due due, Attached attached, Fetched.Whole whole, Spool spool) throws IOException {
        Upload file = Upload.of(name(attached, spool), whole.contentType(), spool.size(), spool::read);
        transaction.executeWithoutResult(status -> {
            if (attachments.settle(due)) {
                correspondence.arrivedLater(due.caseId(), due.folio(), file);
            }
        });
    }

    private void giveUp(Due due, Why why) {
        transaction.executeWithoutResult(status -> {
            int missed = why == Why.UNREACHABLE ? attachments.settleMessage(due) : attachments.settle(due) ? 1 : 0;
            if (missed > 0) {
                correspondence.missed(
                        due.caseId(), new Content.NotFetched(due.platform().title(), missed, why));
            }
        });
    }

    /** The sender's, or what the platform calls it; with the ending of what its bytes say where it has none. */
    private static String name(Attached attached, Spool spool) throws IOException {
        String name = attached.name().isEmpty() ? attached.kind() : attached.name();
        if (name.indexOf('.') > 0) {
            return name;
        }
        try (InputStream in = spool.read()) {
            return name + FileTypes.ending(FileTypes.of(name, in.readNBytes(FileTypes.HEAD)));
        }
    }

    @Override
    public void start() {
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("social-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        scheduler.setErrorHandler(
                error -> log.error("The job broke off: {}", error.getClass().getName()));
        scheduler.initialize();
        running = true;
        scheduler.scheduleWithFixedDelay(this::fetchDue, Instant.now().plus(interval), interval);
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
