package org.sucharit.workflow;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.flowable.common.engine.api.FlowableException;
import org.flowable.common.engine.api.FlowableOptimisticLockingException;
import org.flowable.engine.ManagementService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.job.api.Job;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;

/**
 * The processes of the current organisation's cases. Every verb joins the caller's transaction and sees only the
 * organisation in {@link CurrentOrganisation}; what it is told goes on at once, up to the next tasks, timers and
 * messages to wait for. A {@link Problem} thrown by a step on the way reaches the caller as it is. Where two people
 * act on one case in the same moment, the second gets the problem {@code caseBusy} and may try again.
 */
@Service
@Transactional
public class Workflow {

    private static final String COMPLAINT = "complaint";
    private static final String CASE_REOPENED = "caseReopened";
    /** Ids, dates, numbers and enum names; no sentence of a person passes. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_.:+-]{1,64}");

    private final RuntimeService processes;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final OpenTasks openTasks;
    private final TaskCandidates candidates;

    Workflow(
            RuntimeService processes,
            TaskService tasks,
            ManagementService jobs,
            OpenTasks openTasks,
            TaskCandidates candidates) {
        this.processes = processes;
        this.tasks = tasks;
        this.jobs = jobs;
        this.openTasks = openTasks;
        this.candidates = candidates;
    }

    /**
     * Starts the process of a new case: its clock, and screening.
     *
     * @throws IllegalStateException when the case has a running process
     * @throws IllegalArgumentException when the organisation is not the current one
     */
    public void start(StartComplaint command) {
        if (running(command.caseId())) {
            throw new IllegalStateException("Case " + command.caseId() + " has a running process");
        }
        Map<String, Object> variables = variables(command);
        inEngine(() -> processes
                .createProcessInstanceBuilder()
                .processDefinitionKey(COMPLAINT)
                .overrideProcessDefinitionTenantId(command.organisationId().toString())
                .businessKey(command.caseId().toString())
                .variables(variables)
                .start());
    }

    /**
     * Starts a new round of a closed case with screening: in its waiting process within the rebuttal window, in a new
     * process after it. Its clock ticks again.
     *
     * @throws IllegalStateException when the case is not closed
     * @throws IllegalArgumentException when the organisation is not the current one
     */
    public void reopen(StartComplaint command) {
        CaseId caseId = command.caseId();
        Map<String, Object> variables = variables(command);
        List<Execution> closed = waitingFor(caseId, CASE_REOPENED);
        if (closed.isEmpty()) {
            start(command);
            return;
        }
        inEngine(() ->
                processes.messageEventReceived(CASE_REOPENED, closed.getFirst().getId(), variables));
        if (!send(caseId, CaseMessage.CLOCK_STARTED)) {
            send(caseId, CaseMessage.DUE_DATE_CHANGED);
        }
    }

    /**
     * Completes a task.
     *
     * @param outcome the answer that the following gateway compares, an enum name; {@code DONE} where it asks nothing
     * @param variables what later steps of the process need: ids, dates and enum names
     * @throws Problem {@code taskGone} when the task is done, is no longer this person's, or never was: one answer for
     *     all three
     * @throws IllegalArgumentException when a value looks like text that a person wrote
     */
    public void complete(TaskId task, PersonId by, String outcome, Map<String, String> variables) {
        Map<String, Object> all = new HashMap<>(variables);
        all.put("outcome", outcome);
        all.values().forEach(Workflow::refuseText);
        boolean theirs = openTasks
                .lock(task)
                .filter(open -> open.candidates().contains(by))
                .isPresent();
        if (!theirs) {
            throw Problem.conflict("taskGone");
        }
        inEngine(() -> tasks.complete(task.toString(), all));
    }

    /** As {@link #complete(TaskId, PersonId, String, Map)} without further variables. */
    public void complete(TaskId task, PersonId by, String outcome) {
        complete(task, by, outcome, Map.of());
    }

    /**
     * The tasks that the person may do, the most urgent first.
     *
     * @param page without a sort of its own
     */
    @Transactional(readOnly = true)
    public Slice<OpenTask> tasksOf(PersonId person, Pageable page) {
        return openTasks.of(person, page);
    }

    /** All open tasks of a case, the most urgent first; none where the case is closed. */
    @Transactional(readOnly = true)
    public List<OpenTask> tasksOf(CaseId caseId) {
        return openTasks.of(caseId);
    }

    /** The task, if it is still open. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> task(TaskId task) {
        return openTasks.find(task);
    }

    /**
     * Hands a message to whatever waits for it in the processes of the case. May be called from a step of the process
     * itself.
     *
     * @return whether anything did; where nothing waits, nothing happens
     */
    public boolean send(CaseId caseId, CaseMessage message) {
        List<Execution> waiting = waitingFor(caseId, message.messageName());
        inEngine(() ->
                waiting.forEach(execution -> processes.messageEventReceived(message.messageName(), execution.getId())));
        return !waiting.isEmpty();
    }

    /** Asks {@link Candidates} anew for every open task of the case; an assignee no longer listed loses the task. */
    public void narrow(CaseId caseId) {
        for (OpenTask task : openTasks.of(caseId)) {
            Set<PersonId> people = candidates.of(caseId, task.group(), task.step());
            String id = task.id().toString();
            inEngine(() -> {
                task.candidates().stream()
                        .filter(person -> !people.contains(person))
                        .forEach(person -> tasks.deleteCandidateUser(id, person.toString()));
                people.stream()
                        .filter(person -> !task.candidates().contains(person))
                        .forEach(person -> tasks.addCandidateUser(id, person.toString()));
                if (task.assignee() != null && !people.contains(task.assignee())) {
                    tasks.unclaim(id);
                }
            });
        }
    }

    /** The clock of the case; empty where the case has no running process. */
    @Transactional(readOnly = true)
    public Optional<CaseClock> clockOf(CaseId caseId) {
        return process(caseId).map(process -> {
            if (!waitingFor(caseId, CaseMessage.CLOCK_STARTED.messageName()).isEmpty()) {
                return new CaseClock.Stopped();
            }
            return new CaseClock.Ticking(strike(process).getDuedate().toInstant());
        });
    }

    /** Whether the case has a running process; during the rebuttal window it has. */
    @Transactional(readOnly = true)
    public boolean running(CaseId caseId) {
        return process(caseId).isPresent();
    }

    /** Timers' work that failed at every try, the oldest first. */
    @Transactional(readOnly = true)
    public Slice<FailedStep> failedSteps(Pageable page) {
        List<Job> failed = jobs.createDeadLetterJobQuery()
                .jobTenantId(CurrentOrganisation.get().toString())
                .orderByJobDuedate()
                .asc()
                .orderByJobId()
                .asc()
                .listPage(Math.toIntExact(page.getOffset()), page.getPageSize() + 1);
        List<FailedStep> content =
                failed.stream().limit(page.getPageSize()).map(this::failedStep).toList();
        return new SliceImpl<>(content, page, failed.size() > page.getPageSize());
    }

    /** Lets a failed step be tried again; does nothing when it no longer waits for that. */
    public void retry(FailedStep step) {
        Job failed = jobs.createDeadLetterJobQuery()
                .jobId(step.id())
                .jobTenantId(CurrentOrganisation.get().toString())
                .singleResult();
        if (failed != null) {
            inEngine(() -> jobs.moveDeadLetterJobToExecutableJob(failed.getId(), EngineConfiguration.TRIES));
        }
    }

    private Optional<ProcessInstance> process(CaseId caseId) {
        return Optional.ofNullable(processes
                .createProcessInstanceQuery()
                .processDefinitionKey(COMPLAINT)
                .processInstanceBusinessKey(caseId.toString())
                .processInstanceTenantId(CurrentOrganisation.get().toString())
                .singleResult());
    }

    private List<Execution> waitingFor(CaseId caseId, String messageName) {
        return processes
                .createExecutionQuery()
                .messageEventSubscriptionName(messageName)
                .processInstanceBusinessKey(caseId.toString(), true)
                .executionTenantId(CurrentOrganisation.get().toString())
                .list();
    }

    /** The timer of the next strike: waiting, about to be carried out, or failed. */
    private Job strike(ProcessInstance process) {
        String id = process.getId();
        return Optional.ofNullable(jobs.createTimerJobQuery()
                        .processInstanceId(id)
                        .elementId("strike")
                        .singleResult())
                .or(() -> Optional.ofNullable(jobs.createJobQuery()
                        .processInstanceId(id)
                        .elementId("strike")
                        .singleResult()))
                .or(() -> Optional.ofNullable(jobs.createDeadLetterJobQuery()
                        .processInstanceId(id)
                        .elementId("strike")
                        .singleResult()))
                .orElseThrow(() -> new IllegalStateException("Case " + process.getBusinessKey() + " has no clock"));
    }

    private FailedStep failedStep(Job job) {
        ProcessInstance process = processes
                .createProcessInstanceQuery()
                .processInstanceId(job.getProcessInstanceId())
                .singleResult();
        return new FailedStep(
                job.getId(),
                CaseId.of(process.getBusinessKey()),
                job.getElementId(),
                job.getDuedate().toInstant(),
                job.getExceptionMessage());
    }

    private static Map<String, Object> variables(StartComplaint command) {
        if (!command.organisationId().equals(CurrentOrganisation.get())) {
            throw new IllegalArgumentException("Not the current organisation: " + command.organisationId());
        }
        Map<String, Object> variables = Map.of(
                "caseId", command.caseId().toString(),
                "organisationId", command.organisationId().toString(),
                "kind", command.kind(),
                "channel", command.channel(),
                "receivedOn", command.receivedOn().toString(),
                "route", command.route());
        variables.values().forEach(Workflow::refuseText);
        return variables;
    }

    private static void refuseText(Object value) {
        if (!CODE.matcher(value.toString()).matches()) {
            throw new IllegalArgumentException("A process holds ids, dates and enum names, never text");
        }
    }

    /** Gives the caller what went wrong rather than the engine's wrapping of it. */
    private static void inEngine(Runnable work) {
        try {
            work.run();
        } catch (FlowableOptimisticLockingException e) {
            throw Problem.conflict("caseBusy");
        } catch (FlowableException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof Problem problem) {
                    throw problem;
                }
            }
            throw e;
        }
    }
}
