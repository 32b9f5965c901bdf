package org.sucharit.workflow;

import java.util.List;
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

    /** Fires due timers of all organisations, the earliest first, and those that they set, until none is due. */
    public void fire() {
        for (int fired = 0; fired < TOO_MANY; fired++) {
            Optional<Job> due = due();
            if (due.isEmpty()) {
                return;
            }
            Job timer = due.get();
            CurrentOrganisation.run(OrganisationId.of(timer.getTenantId()), () -> {
                Job job = jobs.moveTimerToExecutableJob(timer.getId());
                jobs.executeJob(job.getId());
            });
        }
        throw new IllegalStateException("More than " + TOO_MANY + " timers are due");
    }

    private Optional<Job> due() {
        List<Job> earliest = jobs.createTimerJobQuery()
                .duedateLowerThan(java.util.Date.from(time.now()))
                .orderByJobDuedate()
                .asc()
                .listPage(0, 1);
        return earliest.stream().findFirst();
    }
}
