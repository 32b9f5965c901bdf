package org.sucharit.investigation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Accusations;
import org.sucharit.assignment.StepInHand;
import org.sucharit.assignment.Steps;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Upload;
import org.sucharit.decision.Endorsements;
import org.sucharit.document.Rendered;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.papers.Papers;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.CaseMessage;
import org.sucharit.workflow.TaskId;
import org.sucharit.workflow.Workflow;

/** Fact-finding: what the investigator files, asks for and concludes. */
@Component
@Transactional
public class Investigations {

    private final Steps steps;
    private final CaseFiles cases;
    private final Accusations accusations;
    private final Papers papers;
    private final Endorsements endorsements;
    private final Workflow workflow;
    private final Register register;
    private final Time time;

    Investigations(
            Steps steps,
            CaseFiles cases,
            Accusations accusations,
            Papers papers,
            Endorsements endorsements,
            Workflow workflow,
            Register register,
            Time time) {
        this.steps = steps;
        this.cases = cases;
        this.accusations = accusations;
        this.papers = papers;
        this.endorsements = endorsements;
        this.workflow = workflow;
        this.register = register;
        this.time = time;
    }

    /** A note of anybody who works on the case. */
    public void note(Officer officer, CaseId caseId, String text) {
        Words.check().text("text", text).orThrow();
        file(officer, openCase(officer, caseId), new Content.Note(text));
    }

    public void interview(Officer officer, CaseId caseId, String with, LocalDate on, String text) {
        Words.check()
                .line("with", with)
                .text("text", text)
                .that(!on.isAfter(time.today()), "on", "date.future", time.today())
                .orThrow();
        file(officer, openCase(officer, caseId), new Content.Interview(with, on, text));
    }

    public void evidence(Officer officer, CaseId caseId, String title, String description, List<Upload> uploads) {
        Words.check()
                .line("title", title)
                .optionalText("description", description)
                .that(
                        uploads.stream().allMatch(upload -> upload.size() <= Upload.LARGEST),
                        "files",
                        "file.tooLarge",
                        Upload.LARGEST / (1024 * 1024))
                .orThrow();
        OpenCase open = openCase(officer, caseId);
        OpenCase.Filing filing = file(officer, open, new Content.Evidence(title, description));
        uploads.forEach(upload -> open.attach(filing.folio(), upload));
    }

    /** The inquiry finds somebody else involved. */
    public void accuse(Officer officer, CaseId caseId, Content.Accused accused) {
        Words.check()
                .that(
                        accused.name() != null || accused.position() != null || accused.personId() != null,
                        "name",
                        "required")
                .orThrow();
        OpenCase open = openCase(officer, caseId);
        if (!open.file().investigator().equals(Optional.of(officer.id()))) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "case.notInvestigator");
        }
        accusations.add(open, officer.id(), accused);
    }

    /** Asks for a later due date, with reasons. One request at a time, before the due day. */
    public void askExtension(Officer officer, TaskId task, LocalDate until, String reason) {
        Words.check().text("reason", reason).orThrow();
        StepInHand step = steps.take(officer, task, "investigate");
        step.file().askExtension(officer.id(), until, time.today());
        Content.ExtensionRequest request = new Content.ExtensionRequest(until, reason);
        OpenCase.Filing filing = step.add(request);
        extensionMemo(step, request).issue();
        register.append(Note.of(Act.EXTENSION_REQUESTED, step.open().id(), officer.id())
                .detail(until.toString())
                .content(filing.bytes()));
        workflow.send(step.open().id(), CaseMessage.EXTENSION_REQUESTED);
    }

    /** The memo as it would be issued. Nothing is asked by it. */
    @Transactional(readOnly = true)
    public Rendered previewExtension(Officer officer, TaskId task, LocalDate until, String reason) {
        Words.check().text("reason", reason).orThrow();
        StepInHand step = steps.take(officer, task, "investigate");
        step.file().mayAskExtension(until, time.today());
        return extensionMemo(step, new Content.ExtensionRequest(until, reason)).preview();
    }

    private Papers.Prepared extensionMemo(StepInHand step, Content.ExtensionRequest request) {
        OpenCase open = step.open();
        return papers.extensionMemo(open, step.officer().id(), request, endorsements.decider(open.id()));
    }

    /** Ends the fact-finding; the findings memo goes on its way to the mayor. */
    public void conclude(Officer officer, TaskId task, Content.Findings findings) {
        StepInHand step = concluding(officer, task, findings);
        OpenCase.Filing filing = step.add(findings);
        findingsMemo(step).issue();
        steps.finish(step, Act.FINDINGS_SUBMITTED, "DONE", filing);
    }

    /** The memo as it would be issued. Nothing is concluded by it. */
    @Transactional(readOnly = true)
    public Rendered previewFindings(Officer officer, TaskId task, Content.Findings findings) {
        return findingsMemo(concluding(officer, task, findings), findings).preview();
    }

    private StepInHand concluding(Officer officer, TaskId task, Content.Findings findings) {
        Words.check()
                .text("facts", findings.facts())
                .text("reasoning", findings.reasoning())
                .text("recommendation", findings.recommendation())
                .orThrow();
        StepInHand step = steps.take(officer, task, "investigate");
        if (step.file().extensionAskedBy().isPresent()) {
            throw Problem.conflict("extension.undecided");
        }
        step.file().submitFindings(officer.id());
        return step;
    }

    private Papers.Prepared findingsMemo(StepInHand step, Content... unfiled) {
        CaseId id = step.open().id();
        return papers.findingsMemo(
                step.open(), step.officer().id(), endorsements.chain(id), endorsements.decider(id), unfiled);
    }

    private OpenCase openCase(Officer officer, CaseId caseId) {
        OpenCase open = cases.open(officer, caseId);
        if (!open.file().state().open()) {
            throw Problem.conflict("case.closed");
        }
        return open;
    }

    private OpenCase.Filing file(Officer officer, OpenCase open, Content content) {
        OpenCase.Filing filing = open.add(officer.id(), content);
        register.append(Note.of(Act.FILED, open.id(), officer.id()).content(filing.bytes()));
        return filing;
    }
}
