package org.sucharit.demo;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.sucharit.assignment.Assignments;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.decision.Closing;
import org.sucharit.decision.Decisions;
import org.sucharit.decision.Endorsements;
import org.sucharit.decision.Referrals;
import org.sucharit.intake.DecideScreening;
import org.sucharit.intake.Intake;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Screening;
import org.sucharit.investigation.Grievances;
import org.sucharit.investigation.Investigations;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.TaskId;
import org.sucharit.workflow.Workflow;

/** Takes the steps of the demonstration's cases, each through the module that officers use. */
@Component
@Profile("demo")
class DemoCase {

    private final Intake intake;
    private final Screening screening;
    private final Assignments assignments;
    private final Investigations investigations;
    private final Grievances grievances;
    private final Endorsements endorsements;
    private final Decisions decisions;
    private final Referrals referrals;
    private final Closing closing;
    private final Workflow workflow;

    DemoCase(
            Intake intake,
            Screening screening,
            Assignments assignments,
            Investigations investigations,
            Grievances grievances,
            Endorsements endorsements,
            Decisions decisions,
            Referrals referrals,
            Closing closing,
            Workflow workflow) {
        this.intake = intake;
        this.screening = screening;
        this.assignments = assignments;
        this.investigations = investigations;
        this.grievances = grievances;
        this.endorsements = endorsements;
        this.decisions = decisions;
        this.referrals = referrals;
        this.closing = closing;
        this.workflow = workflow;
    }

    /** Those who act, and what they say. */
    record Cast(Function<PersonId, Officer> officers, Staffing.Staff staff, DemoData data) {

        Officer officer(String username) {
            return officers.apply(staff.person(username));
        }
    }

    CaseId register(Cast cast, DemoData.Story story, LocalDate today) {
        Map<Particular, String> particulars = new EnumMap<>(Particular.class);
        particulars.putAll(story.particulars());
        if (story.channel() == ChannelKind.BOX) {
            particulars.put(Particular.OPENED_ON, today.toString());
        }
        boolean byItself = story.channel() == ChannelKind.WEB || story.channel() == ChannelKind.EMAIL;
        return intake.register(new RegisterComplaint(
                        story.kind(),
                        story.channel(),
                        today,
                        story.subject(),
                        story.details(),
                        null,
                        story.place(),
                        particulars,
                        Reporter.of(story.mode(), new Reporter.Identity(story.name(), null, null, null)),
                        story.accused().stream()
                                .map(name -> new Content.Accused(
                                        null, null, null, cast.staff().person(name)))
                                .toList(),
                        Set.of(),
                        story.mode() == Reporter.Mode.CONFIDENTIAL,
                        List.of(),
                        byItself ? null : cast.staff().person("clerk")))
                .caseId();
    }

    /** Does the one task that waits in the case, as the story has it. */
    void step(Cast cast, CaseId id, DemoData.Story story, LocalDate today) {
        OpenTask task = workflow.tasksOf(id).getFirst();
        TaskId at = task.id();
        Officer officer = cast.officers().apply(task.candidates().iterator().next());
        DemoData words = cast.data();
        switch (task.step()) {
            case "screenComplaint" -> screening.decide(officer, at, screeningOf(cast, story));
            case "confirmScreening" -> screening.confirm(officer, at, true, words.word("agreed"));
            case "assignInvestigator" ->
                assignments.assign(
                        officer, at, new Content.Assignment(cast.staff().person("legal"), words.word("instruction")));
            case "acceptAssignment" -> assignments.accept(officer, at);
            case "investigate" -> conclude(officer, at, story, words);
            case "giveOpinion" ->
                endorsements.giveOpinion(officer, at, Content.Opinion.View.AGREE, words.word("opinion"));
            case "mayorDirective" ->
                decisions.direct(officer, at, Directive.valueOf(story.end().name()), words.word("directive"));
            case "assignDivision" ->
                grievances.assign(officer, at, cast.staff().person("works2"), words.word("divisionInstruction"));
            case "handleGrievance" -> grievances.handled(officer, at, words.word("handled"));
            case "confirmDone" -> grievances.confirm(officer, at, true, words.word("confirmed"));
            case "prepareReferral" -> referrals.prepare(officer, at, words.word("authority"), words.word("referral"));
            case "recordSent" -> referrals.sent(officer, at, words.word("sentNumber"), today, words.word("proof"));
            case "notifyReporter" -> closing.notifyReporter(officer, at, words.word("how"), words.word("notified"));
            default -> throw new IllegalStateException("The demonstration does not know " + task.step());
        }
    }

    /** What an investigator files on the way. */
    void investigate(Cast cast, CaseId id, LocalDate today) {
        Officer investigator = cast.officer("legal");
        DemoData words = cast.data();
        investigations.interview(investigator, id, words.word("interviewWith"), today, words.word("interview"));
        investigations.evidence(investigator, id, words.word("evidenceTitle"), words.word("evidence"), List.of());
        investigations.note(investigator, id, words.word("note"));
    }

    void askExtension(Cast cast, CaseId id, LocalDate today) {
        OpenTask task = workflow.tasksOf(id).getFirst();
        investigations.askExtension(
                cast.officer("legal"),
                task.id(),
                today.plusDays(40),
                cast.data().word("extensionReason"));
    }

    void decideExtension(Cast cast, CaseId id, LocalDate today) {
        OpenTask task = workflow.tasksOf(id).stream()
                .filter(open -> open.step().equals("decideExtension"))
                .findFirst()
                .orElseThrow();
        decisions.decideExtension(
                cast.officers().apply(task.candidates().iterator().next()),
                task.id(),
                true,
                today.plusDays(40),
                cast.data().word("extensionGranted"));
    }

    private static DecideScreening screeningOf(Cast cast, DemoData.Story story) {
        ScreeningOutcome outcome = switch (story.end()) {
            case AWAITING_INFORMATION -> ScreeningOutcome.NEEDS_INFORMATION;
            case CONFIRMING_SCREENING, NO_ACTION -> ScreeningOutcome.NO_ACTION;
            case HANDLING, GRIEVANCE_DONE -> ScreeningOutcome.ACCEPTED_GRIEVANCE;
            default -> ScreeningOutcome.ACCEPTED_INQUIRY;
        };
        String reason = switch (outcome) {
            case NEEDS_INFORMATION -> "question";
            case NO_ACTION -> "notTakenUp";
            default -> "screened";
        };
        DecideScreening.Ground ground =
                outcome == ScreeningOutcome.NO_ACTION ? DecideScreening.Ground.TOO_LITTLE_INFORMATION : null;
        return new DecideScreening(outcome, ground, cast.data().word(reason), null, null, List.of());
    }

    private void conclude(Officer officer, TaskId at, DemoData.Story story, DemoData words) {
        boolean founded = story.end() != DemoData.End.NO_FURTHER_ACTION;
        String ending = founded ? "" : "Unfounded";
        investigations.conclude(
                officer,
                at,
                new Content.Findings(
                        founded ? Content.Findings.Result.SUBSTANTIATED : Content.Findings.Result.UNSUBSTANTIATED,
                        words.word("facts" + ending),
                        words.word("reasoning" + ending),
                        words.word("recommendation" + ending)));
    }
}
