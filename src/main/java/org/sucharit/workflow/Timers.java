package org.sucharit.workflow;

import java.util.Date;
import java.util.Optional;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngineConfiguration;
import org.flowable.job.api.Job;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;

/**
 * The timers of all processes, by hand: for those who wind the clock and must see what it struck before they go on.
 * Otherwise they strike in the background by themselves.
 */
@Component
public class Timers {

    private static final int TOO_MANY = 10_000;

    private final ManagementService jobs;
    private final ProcessEngineConfiguration engine;
    private final Time time;

    Timers(ManagementService jobs, ProcessEngineConfiguration engine, Time time) {
        this.jobs = jobs;
        this.engine = engine;
        this.time = time;
    }

    /** From now on nothing strikes in the background. */
    public void hold() {
        engine.getAsyncExecutor().shutdown();
    }

    public void release() {
        engine.getAsyncExecutor().start();
    }

    /** Does what is due in all organisations, the earliest first, and what that sets off, until nothing is due. */
    public void fireDue() {
        for (int fired = 0; fired < TOO_MANY; fired++) {
            Optional<Job> due = waiting().or(this::dueTimer);
            if (due.isEmpty()) {
                return;
            }
            Job job = due.get();
            CurrentOrganisation.run(OrganisationId.of(job.getTenantId()), () -> jobs.executeJob(job.getId()));
        }
        throw new IllegalStateException("More than " + TOO_MANY + " timers are due");
    }

    private Optional<Job> waiting() {
        return jobs.createJobQuery().listPage(0, 1).stream().findFirst();
    }

    private Optional<Job> dueTimer() {
        return jobs
                .createTimerJobQuery()
                .duedateLowerThan(Date.from(time.now()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1)
                .stream()
                .findFirst()
                .map(timer -> jobs.moveTimerToExecutableJob(timer.getId()));
    }
}
