package org.sucharit.assignment;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.People;
import org.sucharit.register.Act;
import org.sucharit.register.Entry;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.TaskId;
import org.sucharit.workflow.Workflow;

/**
 * How every person takes a step: take the task, change the case, finish. All of it is one transaction, with its entry
 * in the register.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Steps {

    private final Workflow workflow;
    private final CaseFiles cases;
    private final Circle circle;
    private final Accusations accusations;
    private final Access access;
    private final Register register;
    private final Vault vault;
    private final People people;

    Steps(
            Workflow workflow,
            CaseFiles cases,
            Circle circle,
            Accusations accusations,
            Access access,
            Register register,
            Vault vault,
            People people) {
        this.workflow = workflow;
        this.cases = cases;
        this.circle = circle;
        this.accusations = accusations;
        this.access = access;
        this.register = register;
        this.vault = vault;
        this.people = people;
    }

    /**
     * @throws Problem conflict, naming who did it and when, where the task is done; not found, where there is no such
     *     task for this officer
     */
    public StepInHand take(Officer officer, TaskId id, String step) {
        OpenTask task = workflow.task(id).orElseThrow(() -> gone(officer, id));
        if (!task.step().equals(step) || !task.candidates().contains(officer.id())) {
            throw Problem.notFound();
        }
        return new StepInHand(officer, task, cases.open(officer, task.caseId()));
    }

    /**
     * Completes the task; the process goes on to what waits next. Whoever came to be conflicted since the last step is
     * kept out with it.
     */
    public void finish(StepInHand step, Act act, String outcome, OpenCase.Filing filing) {
        finish(step, act, outcome, filing, Map.of());
    }

    /** @param variables ids, dates and enum names that later steps of the process need */
    public void finish(
            StepInHand step, Act act, String outcome, OpenCase.Filing filing, Map<String, String> variables) {
        PersonId by = step.officer().id();
        boolean someLeave = accusations.recheck(step.open(), by);
        circle.complete(step.open());
        register.append(Note.of(act, step.open().id(), by)
                .task(step.task().id().toString())
                .detail(outcome)
                .content(filing.bytes()));
        workflow.complete(step.task().id(), by, outcome, variables);
        if (someLeave) {
            accusations.moveTasks(step.open());
        }
        access.settle(step.file());
    }

    private Problem gone(Officer officer, TaskId id) {
        Entry done = register.finishing(id.toString()).orElseThrow(Problem::notFound);
        // Whose task it was as well may no longer read the case, and is still told.
        if (done.caseId() == null || !vault.holders(done.caseId()).contains(officer.id())) {
            return Problem.notFound();
        }
        String who = done.doneBy().flatMap(people::find).map(p -> p.nameTh()).orElse("");
        return Problem.conflict("task.done", who, done.at());
    }
}
