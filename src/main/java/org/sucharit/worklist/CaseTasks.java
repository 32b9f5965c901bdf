package org.sucharit.worklist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.assignment.Assignments;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.document.DocumentKind;
import org.sucharit.intake.DecideScreening;
import org.sucharit.intake.Duplicates;
import org.sucharit.investigation.Grievances;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.People;
import org.sucharit.papers.Papers;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Thai;
import org.sucharit.screen.ThaiDateField;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.Workflow;
import org.sucharit.worklist.CasePage.Attachment;
import org.sucharit.worklist.CasePage.Card;
import org.sucharit.worklist.CasePage.Memo;

/** What waits in a case: a card for each open task, and for the officer's own the form with what it needs. */
@Component
class CaseTasks {

    private static final int GIST = 240;

    private final Workflow workflow;
    private final Assignments assignments;
    private final Grievances grievances;
    private final Duplicates duplicates;
    private final People people;
    private final Papers papers;
    private final CaseLeaves leaves;
    private final CaseText text;
    private final Thai thai;
    private final Time time;

    CaseTasks(
            Workflow workflow,
            Assignments assignments,
            Grievances grievances,
            Duplicates duplicates,
            People people,
            Papers papers,
            CaseLeaves leaves,
            CaseText text,
            Thai thai,
            Time time) {
        this.workflow = workflow;
        this.assignments = assignments;
        this.grievances = grievances;
        this.duplicates = duplicates;
        this.people = people;
        this.papers = papers;
        this.leaves = leaves;
        this.text = text;
        this.thai = thai;
        this.time = time;
    }

    /** The open tasks, the most urgent first, the officer's own before those of others. */
    List<Card> cards(Officer officer, OpenCase open) {
        List<OpenTask> tasks = workflow.tasksOf(open.id());
        List<Card> cards = new ArrayList<>();
        for (boolean mine : new boolean[] {true, false}) {
            tasks.stream()
                    .filter(task -> task.candidates().contains(officer.id()) == mine)
                    .map(task -> card(task, mine))
                    .forEach(cards::add);
        }
        return cards;
    }

    private Card card(OpenTask task, boolean mine) {
        return new Card(
                task.id().toString(),
                TaskStep.of(task.step()),
                Time.dayOf(task.dueAt()),
                mine,
                task.candidates().stream().map(text::name).sorted().collect(Collectors.joining(", ")));
    }

    CasePage.Task task(Officer officer, OpenCase open, Card card, String org, Map<UUID, List<Attachment>> attached) {
        Optional<Filed<? extends Content>> about = about(open, card.step());
        return new CasePage.Task(
                card,
                "/" + org + "/desk/tasks/" + card.id(),
                about.map(filed -> leaves.leaf(filed, attached)).orElse(null),
                choices(officer, open, card.step()),
                card.step() == TaskStep.SCREEN_COMPLAINT ? doubles(officer, open, org) : List.of(),
                card.step() == TaskStep.SCREEN_COMPLAINT && Duplicates.saysNextToNothing(open.report()),
                card.step() == TaskStep.GIVE_OPINION || card.step() == TaskStep.MAYOR_DIRECTIVE
                        ? memo(open, org, attached)
                        : null,
                suggestion(open, card.step()),
                about.map(CaseTasks::asked).orElse(ThaiDateField.EMPTY),
                letter(officer, open, card.step()));
    }

    private static ThaiDateField asked(Filed<? extends Content> about) {
        return about.content() instanceof Content.ExtensionRequest request
                ? ThaiDateField.of(request.until())
                : ThaiDateField.EMPTY;
    }

    private boolean letter(Officer officer, OpenCase open, TaskStep step) {
        return switch (step) {
            case SCREEN_COMPLAINT ->
                papers.acknowledgementLetterToNobody(open, officer.id()).isPresent();
            case NOTIFY_REPORTER ->
                papers.outcomeLetterToNobody(open, officer.id(), "").isPresent();
            default -> false;
        };
    }

    /** The paper that the step answers to, filed in the present round. */
    private static Optional<Filed<? extends Content>> about(OpenCase open, TaskStep step) {
        if (step == TaskStep.INVESTIGATE) {
            return returned(open);
        }
        Class<? extends Content> kind = step.about();
        return kind == null
                ? Optional.empty()
                : open.thisRound(kind).reversed().stream().findFirst().map(filed -> filed);
    }

    /** What the findings were sent back with, where they were. */
    private static Optional<Filed<? extends Content>> returned(OpenCase open) {
        List<Filed<? extends Content>> back = new ArrayList<>();
        open.thisRound(Content.Opinion.class).stream()
                .filter(filed -> filed.content().view() == Content.Opinion.View.RETURN)
                .forEach(back::add);
        open.thisRound(Content.MayorDirective.class).stream()
                .filter(filed -> filed.content().directive() == Directive.RETURNED)
                .forEach(back::add);
        return back.stream().max(java.util.Comparator.comparing(Filed::at));
    }

    private Map<String, List<Choice>> choices(Officer officer, OpenCase open, TaskStep step) {
        Map<String, List<Choice>> choices = new HashMap<>();
        switch (step) {
            case SCREEN_COMPLAINT -> {
                choices.put("outcome", text.choices("screening.", ScreeningOutcome.values()));
                choices.put("ground", text.choices("ground.", DecideScreening.Ground.values()));
                choices.put("people", CaseText.choices(people.officers(time.today())));
            }
            case ASSIGN_INVESTIGATOR -> {
                List<Choice> eligible = CaseText.choices(assignments.eligible(officer, open.id()));
                choices.put("people", eligible);
                choices.put("members", eligible);
            }
            case ASSIGN_DIVISION -> choices.put("people", CaseText.choices(grievances.eligible(officer, open.id())));
            case INVESTIGATE ->
                choices.put("result", text.choices("findings.result.", Content.Findings.Result.values()));
            case CONFIRM_SCREENING, CONFIRM_DONE, DECIDE_WITHDRAWAL ->
                choices.put(
                        "agreed", List.of(text.choice("true", step.key("yes")), text.choice("false", step.key("no"))));
            case DECIDE_EXTENSION ->
                choices.put(
                        "granted", List.of(text.choice("true", step.key("yes")), text.choice("false", step.key("no"))));
            case GIVE_OPINION -> {
                choices.put("phrase", phrases(TaskPhrase.OPINIONS));
                choices.put("decisions", text.choices("opinion.view.", Content.Opinion.View.values()));
            }
            case MAYOR_DIRECTIVE -> {
                choices.put("phrase", phrases(TaskPhrase.DIRECTIVES));
                choices.put("decisions", text.choices("directive.", Directive.values()));
                choices.put(
                        "further",
                        text.choices(
                                "directive.",
                                Directive.DISCIPLINARY_INQUIRY,
                                Directive.REFER_NACC,
                                Directive.REFER_POLICE,
                                Directive.CORRECTIVE_MEASURES));
            }
            default -> {}
        }
        return choices;
    }

    private List<Choice> phrases(List<TaskPhrase> phrases) {
        return phrases.stream()
                .map(phrase -> Choice.of(phrase, text.of(phrase.key())))
                .toList();
    }

    private List<CasePage.Double> doubles(Officer officer, OpenCase open, String org) {
        return duplicates.of(officer, open.id()).stream()
                .map(likely -> {
                    CaseSummary other = likely.summary();
                    return new CasePage.Double(
                            text.number(other.number()),
                            other.subject(),
                            other.receivedOn(),
                            thai.number(Math.round(likely.likeness() * 100)),
                            CasePages.base(org, other.id()));
                })
                .toList();
    }

    private @Nullable Memo memo(OpenCase open, String org, Map<UUID, List<Attachment>> attached) {
        List<Filed<Content.Findings>> all = open.thisRound(Content.Findings.class);
        if (all.isEmpty()) {
            return null;
        }
        Filed<Content.Findings> filed = all.getLast();
        Content.Findings findings = filed.content();
        Instant since = filed.at();
        return new Memo(
                text.of("findings.result." + findings.result()),
                gist(findings.recommendation()),
                filed.by() == null ? "" : text.name(filed.by()),
                findings.facts(),
                findings.reasoning(),
                findings.recommendation(),
                open.thisRound(Content.Opinion.class).stream()
                        .filter(opinion -> !opinion.at().isBefore(since))
                        .map(opinion -> leaves.leaf(opinion, attached))
                        .toList(),
                open.files().stream()
                        .filter(file -> file.document() == DocumentKind.FINDINGS_MEMO)
                        .reduce((first, second) -> second)
                        .map(FileView::id)
                        .map(id -> CasePages.base(org, open.id()) + "/files/" + id)
                        .orElse(null));
    }

    /** The beginning of a text, cut at a space where there is one. */
    private static String gist(String whole) {
        String text = whole.strip().replaceAll("\\s+", " ");
        if (text.length() <= GIST) {
            return text;
        }
        int space = text.lastIndexOf(' ', GIST);
        return text.substring(0, space > GIST / 2 ? space : GIST) + " …";
    }

    private static String suggestion(OpenCase open, TaskStep step) {
        return step == TaskStep.PREPARE_REFERRAL
                ? open.thisRound(Content.Screening.class).reversed().stream()
                        .map(filed -> filed.content().referTo())
                        .filter(to -> to != null && !to.isBlank())
                        .findFirst()
                        .orElse("")
                : "";
    }
}
