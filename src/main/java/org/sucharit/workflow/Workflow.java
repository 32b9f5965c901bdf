package org.sucharit.workflow;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;

/**
 * The processes of the current organisation's cases. Every verb joins the caller's transaction and sees only the
 * organisation in {@link org.sucharit.kernel.CurrentOrganisation}; what it is told goes on at once, up to the next
 * tasks, timers and messages to wait for.
 */
@Service
@Transactional
public class Workflow {

    /**
     * Starts the process of a new case: its clock, and screening.
     *
     * @throws IllegalStateException when the case has a running process
     */
    public void start(StartComplaint command) {
        throw new UnsupportedOperationException();
    }

    /**
     * Starts a new round of a closed case with screening: in its waiting process within the rebuttal window, in a new
     * process after it. The clock ticks again.
     *
     * @throws IllegalStateException when the case is not closed
     */
    public void reopen(StartComplaint command) {
        throw new UnsupportedOperationException();
    }

    /**
     * Completes a task.
     *
     * @param outcome the answer that the following gateway compares, an enum name; {@code DONE} where it asks nothing
     * @param variables what later steps of the process need: ids, dates and enum names, never text of a person
     * @throws Problem {@code taskGone} when the task is done, is no longer this person's, or never was: one answer for
     *     all three
     */
    public void complete(TaskId task, PersonId by, String outcome, Map<String, String> variables) {
        throw new UnsupportedOperationException();
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
        throw new UnsupportedOperationException();
    }

    /** All open tasks of a case, the most urgent first; none where the case is closed. */
    @Transactional(readOnly = true)
    public List<OpenTask> tasksOf(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** The task, if it is still open. */
    @Transactional(readOnly = true)
    public Optional<OpenTask> task(TaskId task) {
        throw new UnsupportedOperationException();
    }

    /**
     * Hands a message to whatever waits for it in the processes of the case.
     *
     * @return whether anything did; where nothing waits, nothing happens
     */
    public boolean send(CaseId caseId, CaseMessage message) {
        throw new UnsupportedOperationException();
    }

    /** Asks {@link Candidates} anew for every open task of the case; an assignee no longer listed loses the task. */
    public void narrow(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** The clock of the case; empty where the case has no running process. */
    @Transactional(readOnly = true)
    public Optional<CaseClock> clockOf(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** Whether the case has a running process; during the rebuttal window it has. */
    @Transactional(readOnly = true)
    public boolean running(CaseId caseId) {
        throw new UnsupportedOperationException();
    }

    /** Timers' work that failed at every try, the oldest first. */
    @Transactional(readOnly = true)
    public Slice<FailedStep> failedSteps(Pageable page) {
        throw new UnsupportedOperationException();
    }

    /** Lets a failed step be tried again; does nothing when it is no longer there. */
    public void retry(FailedStep step) {
        throw new UnsupportedOperationException();
    }
}
