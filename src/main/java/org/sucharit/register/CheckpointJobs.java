package org.sucharit.register;

import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.OrganisationId;

/** Makes every organisation's checkpoint at each turn of the cadence. */
@Component
class CheckpointJobs implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(CheckpointJobs.class);
    private static final int SECONDS_TO_FINISH = 20;
    /** Nodes whose clocks differ a little find the turn begun. */
    private static final Duration AFTER_THE_TURN = Duration.ofMillis(200);

    private final Checkpoints checkpoints;
    private final RegisterSettings settings;
    private final ApplicationEventPublisher events;
    private volatile boolean running;
    private ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    CheckpointJobs(Checkpoints checkpoints, RegisterSettings settings, ApplicationEventPublisher events) {
        this.checkpoints = checkpoints;
        this.settings = settings;
        this.events = events;
    }

    @Override
    public void start() {
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("register-");
        scheduler.setPoolSize(1);
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        scheduler.setErrorHandler(error -> log.error("The checkpoints broke off", error));
        scheduler.initialize();
        running = true;
        Duration cadence = settings.cadence();
        long turn = Math.floorDiv(Instant.now().toEpochMilli(), cadence.toMillis()) + 1;
        scheduler.scheduleAtFixedRate(
                this::makeAll, Instant.ofEpochMilli(turn * cadence.toMillis()).plus(AFTER_THE_TURN), cadence);
    }

    private void makeAll() {
        for (OrganisationId organisation : checkpoints.organisations()) {
            if (!running) {
                return;
            }
            try {
                checkpoints
                        .make(organisation)
                        .ifPresent(made -> events.publishEvent(new CheckpointMade(organisation, made)));
            } catch (RuntimeException failure) {
                log.error("No checkpoint of the register of {}", organisation, failure);
            }
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
