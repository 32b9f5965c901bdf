package org.sucharit.decision;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Accusations;
import org.sucharit.assignment.StepInHand;
import org.sucharit.assignment.Steps;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.deadline.Deadlines;
import org.sucharit.document.Rendered;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.Organisations;
import org.sucharit.papers.Papers;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.CaseMessage;
import org.sucharit.workflow.StartComplaint;
import org.sucharit.workflow.TaskId;
import org.sucharit.workflow.Workflow;

/** Tells the reporter the outcome, closes the case, and opens it again where there is reason to. */
@Component("closing")
@Transactional
public class Closing {

    private final Steps steps;
    private final Accusations accusations;
    private final CaseFiles cases;
    private final Papers papers;
    private final Deadlines deadlines;
    private final Workflow workflow;
    private final Organisations organisations;
    private final Register register;
    private final Time time;

    Closing(
            Steps steps,
            Accusations accusations,
            CaseFiles cases,
            Papers papers,
            Deadlines deadlines,
            Workflow workflow,
            Organisations organisations,
            Register register,
            Time time) {
        this.steps = steps;
        this.accusations = accusations;
        this.cases = cases;
        this.papers = papers;
        this.deadlines = deadlines;
        this.workflow = workflow;
        this.organisations = organisations;
        this.register = register;
        this.time = time;
    }

    /**
     * Tells the reporter what was decided, and nothing about others; the case closes with it. Where a letter reaches
     * them, one is issued.
     *
     * @param how the reporter was told besides the page: a letter's number, a telephone call, or that they cannot be
     *     reached
     * @param text what the reporter reads; the reason of the outcome
     */
    public void notifyReporter(Officer officer, TaskId task, String how, String text) {
        StepInHand step = notifying(officer, task, how, text);
        OpenCase.Filing filing = step.open().addForReporter(officer.id(), new Content.Notified(how, text), text);
        papers.outcomeLetter(step.open(), officer.id(), text).ifPresent(Papers.Prepared::issue);
        steps.finish(step, Act.REPORTER_NOTIFIED, "DONE", filing);
    }

    /**
     * The letter as it would be issued, to nobody named: who reports is opened with a reason only. Nothing is told by it.
     *
     * @throws Problem invalid, where something is missing or no letter reaches the reporter
     */
    @Transactional(readOnly = true)
    public Rendered preview(Officer officer, TaskId task, String how, String text) {
        StepInHand step = notifying(officer, task, how, text);
        return papers.outcomeLetterToNobody(step.open(), officer.id(), text)
                .orElseThrow(() -> Problem.invalid("text", "preview.noLetter"))
                .preview();
    }

    private StepInHand notifying(Officer officer, TaskId task, String how, String text) {
        Words.check().line("how", how).text("text", text).orThrow();
        return steps.take(officer, task, "notifyReporter");
    }

    /** Closes the case with the outcome it has come to. Called by the process. */
    public void close(String caseId) {
        CaseId id = CaseId.of(caseId);
        CaseFile file = cases.file(id);
        file.meetDueDate(time.today());
        file.close(time.today(), organisations.current().settings().terms().retentionYears(), time.now());
        register.append(Note.of(Act.CLOSED, id, null)
                .detail(file.outcome().map(Enum::name).orElseThrow()));
        workflow.send(id, CaseMessage.CLOCK_STOPPED);
    }

    /** Whether the reporter's protection is decided; until then the process stays. Called by the process. */
    @Transactional(readOnly = true)
    public String protection(String caseId) {
        return workflow.tasksOf(CaseId.of(caseId)).isEmpty() ? "DECIDED" : "PENDING";
    }

    /**
     * Begins another round of a closed case, with screening and a due date of its own, counted from today. It is for
     * those to whom a closed case is open: the post that keeps it.
     */
    public void reopen(Officer officer, CaseId caseId, String reason) {
        Words.check().text("reason", reason).orThrow();
        OpenCase open = cases.open(officer, caseId);
        CaseFile file = open.file();
        file.reopen(deadlines.due(file.kind(), time.today()).day(), time.now());
        OpenCase.Filing filing = open.add(officer.id(), new Content.Reopened(reason));
        register.append(Note.of(Act.REOPENED, caseId, officer.id())
                .detail(file.dueOn().toString())
                .content(filing.bytes()));
        accusations.renew(open, officer.id());
        workflow.reopen(new StartComplaint(
                caseId,
                CurrentOrganisation.get(),
                file.kind().name(),
                file.channel(),
                file.receivedOn(),
                file.route().name()));
    }
}
