package org.sucharit.workflow;

import java.util.Date;
import java.util.Optional;
import org.flowable.engine.ManagementService;
import org.flowable.job.api.Job;
import org.springframework.beans.factory.BeanFactory;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;

/** Carries out what is due by the clock, at once and on this thread, for tests that wind the clock. */
public final class DueTimers {

    private static final int TOO_MANY = 1_000;

    private final ManagementService jobs;
    private final Time time;

    private DueTimers(ManagementService jobs, Time time) {
        this.jobs = jobs;
        this.time = time;
    }

    public static DueTimers of(BeanFactory beans) {
        return new DueTimers(beans.getBean(ManagementService.class), beans.getBean(Time.class));
    }

    /** Does what is due in all organisations, the earliest first, and what that sets off, until nothing is due. */
    public void fire() {
        for (int fired = 0; fired < TOO_MANY; fired++) {
            Optional<Job> due = waiting().or(this::dueTimer);
            if (due.isEmpty()) {
                return;
            }
            CurrentOrganisation.run(
                    OrganisationId.of(due.get().getTenantId()),
                    () -> jobs.executeJob(due.get().getId()));
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
