package org.sucharit.register.audit;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;
import org.springframework.scheduling.support.CronTrigger;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/** Checks every register each night, and one when somebody asks; what is found stands in the log. */
@Component
public class NightlyCheck implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(NightlyCheck.class);
    private static final String AT = "0 30 2 * * *";

    private final Inspection inspection;
    private final TransactionTemplate transaction;
    /** It reads the whole of an organisation's rows, so there is one at a time. */
    private final Semaphore place = new Semaphore(1);

    private volatile boolean running;
    private ThreadPoolTaskScheduler scheduler = new ThreadPoolTaskScheduler();

    NightlyCheck(Inspection inspection, PlatformTransactionManager transactions) {
        this.inspection = inspection;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setReadOnly(true);
        transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * What is wrong with an organisation's register and rows now. The names of rows tell which cases there are and who
     * holds them; they are for whoever has the database anyway.
     *
     * @throws Problem too many, while another check runs
     */
    public List<Fault> now(OrganisationId organisation) {
        if (!place.tryAcquire()) {
            throw Problem.of(Problem.Kind.TOO_MANY, "register.busy");
        }
        try {
            return check(organisation);
        } finally {
            place.release();
        }
    }

    private List<Fault> check(OrganisationId organisation) {
        List<Fault> faults = Objects.requireNonNull(
                transaction.execute(status -> inspection.everything(organisation, Inspection.Outside.NOTHING)));
        faults.forEach(fault -> log.error("Register of {}: {} {}", organisation, fault.kind(), fault.what()));
        return faults;
    }

    private void checkAll() {
        place.acquireUninterruptibly();
        try {
            for (OrganisationId organisation : inspection.organisations()) {
                if (!running) {
                    return;
                }
                check(organisation);
            }
        } finally {
            place.release();
        }
    }

    @Override
    public void start() {
        scheduler = new ThreadPoolTaskScheduler();
        scheduler.setThreadNamePrefix("register-check-");
        scheduler.setErrorHandler(error -> log.error("The check of the registers broke off", error));
        scheduler.initialize();
        running = true;
        scheduler.schedule(this::checkAll, new CronTrigger(AT, Time.BANGKOK));
    }

    /** Lets what is under way finish and interrupts nothing: an interrupted thread closes H2's files under it. */
    @Override
    public void stop() {
        running = false;
        scheduler.setWaitForTasksToCompleteOnShutdown(true);
        scheduler.shutdown();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
