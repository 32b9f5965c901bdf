package org.sucharit.workflow;

import java.time.Clock;
import org.flowable.engine.ProcessEngine;
import org.flowable.job.api.JobInfo;
import org.flowable.job.service.JobServiceConfiguration;
import org.flowable.job.service.impl.asyncexecutor.AbstractAsyncExecutor;
import org.flowable.job.service.impl.asyncexecutor.ExecuteAsyncRunnable;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.flowable.spring.boot.EngineConfigurationConfigurer;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;

/** Fits the engine into the system: its clock, its people, its organisations and its indexes. */
@Configuration
class EngineConfiguration {

    static final int TRIES = 5;
    private static final int SECONDS_BETWEEN_TRIES = 60;

    @Bean
    EngineConfigurationConfigurer<SpringProcessEngineConfiguration> engineSettings(
            Clock clock, TaskCandidates candidates) {
        return engine -> {
            engine.setClock(new EngineClock(clock));
            engine.setCreateUserTaskInterceptor(candidates);
            engine.setIdentityLinkInterceptor(new NoParticipants());
            // The models are deployed once, without a tenant; their instances belong to organisations.
            engine.setFallbackToDefaultTenant(true);
            engine.setAsyncExecutorNumberOfRetries(TRIES);
            engine.setDefaultFailedJobWaitTime(SECONDS_BETWEEN_TRIES);
            engine.setAsyncFailedJobWaitTime(SECONDS_BETWEEN_TRIES);
            AbstractAsyncExecutor executor = (AbstractAsyncExecutor) engine.getAsyncExecutor();
            executor.setExecuteAsyncRunnableFactory((job, jobs) -> inItsOrganisation(executor, job, jobs));
        };
    }

    /** Opens the scope of the job's organisation before the job's transaction begins. */
    private static Runnable inItsOrganisation(
            AbstractAsyncExecutor executor, JobInfo job, JobServiceConfiguration jobs) {
        Runnable work = new ExecuteAsyncRunnable(
                job,
                jobs,
                jobs.getJobEntityManager(),
                executor.getAsyncRunnableExecutionExceptionHandler(),
                executor.getJobExecutionObservationProvider());
        return () -> CurrentOrganisation.run(OrganisationId.of(job.getTenantId()), work);
    }

    /** Indexes for the worklist, on tables that the engine makes itself when it is built. */
    @Bean
    SmartInitializingSingleton worklistIndexes(ProcessEngine built, JdbcOperations database) {
        return () -> {
            database.execute("create index if not exists ix_act_ru_task_due on act_ru_task (tenant_id_, due_date_)");
            database.execute("create index if not exists ix_act_ru_identitylink_user"
                    + " on act_ru_identitylink (user_id_, type_, task_id_)");
        };
    }
}
