package org.sucharit.retention;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.organisation.Organisations;

/** Lets requests fall that nobody confirmed in time, in every organisation, once an hour. */
@Component
class LapseJob implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LapseJob.class);
    private static final Duration PAUSE = Duration.ofHours(1);

    private final Retention retention;
    private final Organisations organisations;
    private volatile boolean running;
    private ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    LapseJob(Retention retention, Organisations organisations) {
        this.retention = retention;
        this.organisations = organisations;
    }

    @Override
    public void start() {
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("retention-");
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(20);
        scheduler.setErrorHandler(error -> log.error("Requests did not lapse; tried again in an hour", error));
        scheduler.initialize();
        running = true;
        scheduler.scheduleWithFixedDelay(this::lapse, scheduler.getClock().instant().plus(PAUSE), PAUSE);
    }

    private void lapse() {
        organisations.all().forEach(one -> CurrentOrganisation.run(one.id(), retention::lapse));
    }

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
