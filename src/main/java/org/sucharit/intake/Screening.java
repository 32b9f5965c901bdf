package org.sucharit.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Accusations;
import org.sucharit.assignment.Matches;
import org.sucharit.assignment.StepInHand;
import org.sucharit.assignment.Steps;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.papers.Drafts;
import org.sucharit.papers.Papers;
import org.sucharit.register.Act;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.TaskId;

/** What becomes of a complaint: taken up, referred, not taken up, merged, or asked about. */
@Component
@Transactional
public class Screening {

    private static final int LONGEST_REASON = 4_000;

    private final Steps steps;
    private final Accusations accusations;
    private final Matches matches;
    private final CaseFiles cases;
    private final Papers papers;
    private final Drafts drafts;
    private final Vault vault;
    private final Time time;

    Screening(
            Steps steps,
            Accusations accusations,
            Matches matches,
            CaseFiles cases,
            Papers papers,
            Drafts drafts,
            Vault vault,
            Time time) {
        this.steps = steps;
        this.accusations = accusations;
        this.matches = matches;
        this.cases = cases;
        this.papers = papers;
        this.drafts = drafts;
        this.vault = vault;
        this.time = time;
    }

    /**
     * Decides, after the accused whom the screener found were added, and those who may be meant were judged. Where that
     * keeps the screener out, the accusation stands and the task passes to somebody else, undecided.
     *
     * @throws Problem invalid, with what the outcome wants and is missing: a verdict on everybody who may be meant too,
     *     where the complaint is taken up
     */
    public void decide(Officer officer, TaskId task, DecideScreening command) {
        check(command);
        StepInHand step = steps.take(officer, task, "screenComplaint");
        for (Content.Accused accused : command.accused()) {
            accusations.add(step.open(), officer.id(), accused);
        }
        for (Matches.Verdict verdict : command.verdicts()) {
            matches.judge(officer, step.open(), verdict);
        }
        if (step.open().keptOut().contains(officer.id())) {
            return; // whom the accusation conflicts decides nothing: the task is another's now
        }
        mustBeJudged(step, command.outcome());
        String merged = command.outcome() == ScreeningOutcome.MERGED ? mergeInto(officer, step, command.into()) : null;
        Content.Screening screening = content(command, merged);
        OpenCase.Filing filing = step.add(screening);
        step.file().screen(officer.id(), command.outcome(), time.now());
        papers.acknowledgementLetter(step.open(), officer.id()).ifPresent(Papers.Prepared::issue);
        switch (command.outcome()) {
            case ACCEPTED_INQUIRY ->
                papers.forwardingMemo(step.open(), officer.id(), screening).ifPresent(Papers.Prepared::issue);
            case NEEDS_INFORMATION -> ask(step, command.reason());
            case ACCEPTED_GRIEVANCE, REFERRED, NO_ACTION, MERGED -> {}
        }
        steps.finish(
                step,
                Act.SCREENED,
                command.outcome().name(),
                filing,
                Map.of("route", step.file().route().name()));
    }

    private void mustBeJudged(StepInHand step, ScreeningOutcome outcome) {
        boolean takenUp =
                outcome == ScreeningOutcome.ACCEPTED_INQUIRY || outcome == ScreeningOutcome.ACCEPTED_GRIEVANCE;
        List<Problem.Field> missing = matches.unjudged(step.open()).stream()
                .filter(Matches.Match::mustBeJudged)
                .map(match -> Problem.Field.of("verdict." + match.person(), "match.unjudged"))
                .toList();
        if (takenUp && !missing.isEmpty()) {
            throw Problem.invalid(missing);
        }
    }

    private static Content.Screening content(DecideScreening command, @Nullable String merged) {
        return new Content.Screening(
                command.outcome(),
                command.ground() == null ? null : command.ground().name(),
                command.reason(),
                command.referTo(),
                merged);
    }

    /**
     * The papers as they would be issued, in one PDF file; the letter to nobody named, for who reports is opened with a
     * reason only. Nothing is decided by it.
     *
     * @throws Problem invalid, where something is missing or the outcome gives rise to no paper
     */
    @Transactional(readOnly = true)
    public byte[] preview(Officer officer, TaskId task, DecideScreening command) {
        check(command);
        StepInHand step = steps.take(officer, task, "screenComplaint");
        List<Papers.Prepared> issued = new ArrayList<>();
        switch (command.outcome()) {
            case ACCEPTED_INQUIRY ->
                papers.forwardingMemo(step.open(), officer.id(), content(command, null))
                        .ifPresent(issued::add);
            case NEEDS_INFORMATION -> mustReachReporter(step);
            case MERGED -> mergeTarget(officer, step, command.into());
            case ACCEPTED_GRIEVANCE, REFERRED, NO_ACTION -> {}
        }
        papers.acknowledgementLetterToNobody(step.open(), officer.id()).ifPresent(issued::add);
        if (issued.isEmpty()) {
            throw Problem.invalid("outcome", "preview.noMemo");
        }
        return drafts.together(issued);
    }

    /** Agrees with the screener, or returns the case to screening. Never the screener's own doing. */
    public void confirm(Officer officer, TaskId task, boolean agreed, String reason) {
        List<Problem.Field> wrong = new ArrayList<>();
        IntakeRules.text(wrong, "reason", reason, LONGEST_REASON, !agreed);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        StepInHand step = steps.take(officer, task, "confirmScreening");
        step.file().confirmScreening(officer.id(), agreed);
        OpenCase.Filing filing = step.add(new Content.ScreeningConfirmed(agreed, reason));
        steps.finish(step, Act.SCREENING_CONFIRMED, agreed ? "AGREED" : "RETURNED", filing);
    }

    private void mustReachReporter(StepInHand step) {
        if (!vault.reachesReporter(step.open().id())) {
            throw Problem.invalid("outcome", "screening.noReceipt");
        }
    }

    private void ask(StepInHand step, String question) {
        mustReachReporter(step);
        step.open().addForReporter(step.officer().id(), new Content.MessageToReporter(question), question);
    }

    /** What was received stands in the other case too. */
    private String mergeInto(Officer officer, StepInHand step, @Nullable CaseId into) {
        OpenCase other = mergeTarget(officer, step, into);
        other.add(officer.id(), step.open().report());
        accusations.join(step.open(), other, officer.id());
        return other.file().number().toString();
    }

    /** The case to merge into. It need not be open to the screener, who adds to it and reads nothing of it. */
    private OpenCase mergeTarget(Officer officer, StepInHand step, @Nullable CaseId into) {
        if (into == null || into.equals(step.open().id())) {
            throw Problem.invalid("into", "screening.mergeInto");
        }
        OpenCase other = cases.openToHandOver(officer, into);
        if (!other.file().state().open()) {
            throw Problem.invalid("into", "screening.mergeClosed");
        }
        return other;
    }

    private static void check(DecideScreening command) {
        List<Problem.Field> wrong = new ArrayList<>();
        IntakeRules.text(wrong, "reason", command.reason(), LONGEST_REASON, true);
        if (command.outcome() == ScreeningOutcome.NO_ACTION && command.ground() == null) {
            wrong.add(Problem.Field.of("ground", "required"));
        }
        IntakeRules.text(
                wrong,
                "referTo",
                command.referTo(),
                IntakeRules.LONGEST_LINE,
                command.outcome() == ScreeningOutcome.REFERRED);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
