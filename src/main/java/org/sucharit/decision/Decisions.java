package org.sucharit.decision;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Notices;
import org.sucharit.assignment.StepInHand;
import org.sucharit.assignment.Steps;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.OpenCase;
import org.sucharit.document.Rendered;
import org.sucharit.document.Signer;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.PostKind;
import org.sucharit.papers.Papers;
import org.sucharit.papers.Signatures;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.CaseMessage;
import org.sucharit.workflow.TaskId;
import org.sucharit.workflow.Workflow;

/** What the mayor decides: the directive on the findings, and a later due date. */
@Component("decisions")
@Transactional
public class Decisions {

    private final Steps steps;
    private final CaseFiles cases;
    private final Endorsements endorsements;
    private final Papers papers;
    private final Signatures signatures;
    private final Workflow workflow;
    private final Notices notices;
    private final Register register;
    private final Time time;

    Decisions(
            Steps steps,
            CaseFiles cases,
            Endorsements endorsements,
            Papers papers,
            Signatures signatures,
            Workflow workflow,
            Notices notices,
            Register register,
            Time time) {
        this.steps = steps;
        this.cases = cases;
        this.endorsements = endorsements;
        this.papers = papers;
        this.signatures = signatures;
        this.workflow = workflow;
        this.notices = notices;
        this.register = register;
        this.time = time;
    }

    /** The findings memo lies before the mayor: the 60 days are kept, and the clock stops. Called by the process. */
    public void layBeforeMayor(String caseId) {
        CaseId id = CaseId.of(caseId);
        cases.file(id).meetDueDate(time.today());
        register.append(
                Note.of(Act.LAID_BEFORE_MAYOR, id, null).detail(time.today().toString()));
        workflow.send(id, CaseMessage.CLOCK_STOPPED);
    }

    /** The mayor sent the findings back: the clock ticks on towards the same due date. Called by the process. */
    public void resumeInquiry(String caseId) {
        workflow.send(CaseId.of(caseId), CaseMessage.CLOCK_STARTED);
    }

    /** The mayor's directive. Nobody decides on findings of their own. */
    public void direct(Officer officer, TaskId task, Directive directive, String text) {
        StepInHand step = directing(officer, task, directive, text);
        step.file().direct(officer.id(), directive, time.today());
        OpenCase.Filing filing = step.add(content(officer, directive, text));
        memo(step).issue();
        steps.finish(step, Act.DIRECTED, directive.name(), filing);
    }

    /** The memo as it would be issued with this directive. Nothing is directed by it. */
    @Transactional(readOnly = true)
    public Rendered preview(Officer officer, TaskId task, Directive directive, String text) {
        StepInHand step = directing(officer, task, directive, text);
        step.file().mayDirect(officer.id());
        return memo(step, content(officer, directive, text)).preview();
    }

    private StepInHand directing(Officer officer, TaskId task, Directive directive, String text) {
        boolean needsWords = directive == Directive.RETURNED || directive == Directive.CORRECTIVE_MEASURES;
        Words.check()
                .that(!needsWords || !text.isBlank(), "text", "required")
                .optionalText("text", text)
                .orThrow();
        return steps.take(officer, task, "mayorDirective");
    }

    private Content.MayorDirective content(Officer officer, Directive directive, String text) {
        Signer signer = signatures.in(officer.id(), PostKind.MAYOR);
        Signer.@Nullable Acting acting = signer.acting();
        return new Content.MayorDirective(
                directive,
                text,
                signer.name(),
                acting == null ? signer.post() : acting.post(),
                acting == null ? null : acting.order());
    }

    private Papers.Prepared memo(StepInHand step, Content... unfiled) {
        PostKind decider = endorsements.decider(step.open().id());
        return papers.findingsMemo(step.open(), step.officer().id(), List.of(), decider, unfiled);
    }

    public void measuresDone(Officer officer, TaskId task, String text) {
        Words.check().text("text", text).orThrow();
        StepInHand step = steps.take(officer, task, "carryOutMeasures");
        steps.finish(step, Act.MEASURES_DONE, "DONE", step.add(new Content.MeasuresDone(text)));
    }

    /**
     * Grants a new fixed due date, or refuses. Never by the one who asked; the first due date stays.
     *
     * @param until wanted where granted; after the present due date
     */
    public void decideExtension(
            Officer officer, TaskId task, boolean granted, @Nullable LocalDate until, String reason) {
        Content.ExtensionDecision decision = decision(granted, until, reason);
        StepInHand step = steps.take(officer, task, "decideExtension");
        Papers.Prepared memo = extensionMemo(step, decision);
        step.file().decideExtension(officer.id(), decision.until());
        OpenCase.Filing filing = step.add(decision);
        memo.issue();
        step.file()
                .investigator()
                .ifPresent(person -> notices.tell(person, step.open().id(), Notices.Kind.EXTENSION));
        steps.finish(step, Act.EXTENSION_DECIDED, granted ? "GRANTED" : "REFUSED", filing);
        if (granted) {
            workflow.send(step.open().id(), CaseMessage.DUE_DATE_CHANGED);
        }
    }

    /** The memo as it would be issued with this decision. Nothing is decided by it. */
    @Transactional(readOnly = true)
    public Rendered previewExtension(
            Officer officer, TaskId task, boolean granted, @Nullable LocalDate until, String reason) {
        Content.ExtensionDecision decision = decision(granted, until, reason);
        StepInHand step = steps.take(officer, task, "decideExtension");
        step.file().mayDecideExtension(officer.id(), decision.until());
        return extensionMemo(step, decision).preview();
    }

    private static Content.ExtensionDecision decision(boolean granted, @Nullable LocalDate until, String reason) {
        Words.check()
                .that(!granted || until != null, "until", "required")
                .that(granted || !reason.isBlank(), "reason", "required")
                .optionalText("reason", reason)
                .orThrow();
        return new Content.ExtensionDecision(granted, granted ? until : null, reason);
    }

    private Papers.Prepared extensionMemo(StepInHand step, Content.ExtensionDecision decision) {
        OpenCase open = step.open();
        return papers.extensionMemo(open, step.officer().id(), decision, endorsements.decider(open.id()));
    }
}
