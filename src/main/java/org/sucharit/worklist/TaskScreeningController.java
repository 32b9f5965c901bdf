package org.sucharit.worklist;

import static org.sucharit.worklist.TaskForms.chosen;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.intake.DecideScreening;
import org.sucharit.intake.Screening;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Words;
import org.sucharit.vault.Officer;

/** What becomes of a complaint, and the second person's agreement. */
@Controller
class TaskScreeningController extends TaskController {

    /** As people write it: "12/2569", with or without what stands before it. Thai digits are digits too. */
    private static final Pattern NUMBER =
            Pattern.compile("\\s*(\\p{L}*)\\s*(\\d{1,9})\\s*/\\s*(\\d{4})\\s*", Pattern.UNICODE_CHARACTER_CLASS);

    /** How {@link Screening} names the fields of those who may be meant. */
    private static final String UNJUDGED = "verdict.";

    private final TaskAnswers answers;
    private final Screening screening;
    private final CaseFiles cases;

    TaskScreeningController(TaskAnswers answers, Screening screening, CaseFiles cases) {
        super(answers);
        this.answers = answers;
        this.screening = screening;
        this.cases = cases;
    }

    /** Leads to the task on the page of its case. */
    @GetMapping({"", "/*", "/*/preview"})
    String task(@ModelAttribute(binding = false) TaskTurn turn) {
        CaseId caseId = answers.caseOf(turn);
        return "redirect:" + CasePages.base(turn.org(), caseId) + "?task=" + turn.task();
    }

    @PostMapping("/screen")
    Object screen(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Screen form, Model model) {
        return answer(turn, form, model, task -> {
            DecideScreening decision = decision(turn, form);
            try {
                screening.decide(turn.officer(), task, decision);
            } catch (Problem problem) {
                throw named(problem, form);
            }
        });
    }

    @PostMapping("/screen/preview")
    Object previewScreen(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Screen form, Model model) {
        return previewFile(turn, form, model, task -> screening.preview(turn.officer(), task, decision(turn, form)));
    }

    private DecideScreening decision(TaskTurn turn, TaskForms.Screen form) {
        Optional<ScreeningOutcome> outcome = chosen(ScreeningOutcome.class, form.outcome());
        Words check =
                Words.check().that(outcome.isPresent(), "outcome", "required").text("reason", form.reason());
        for (CaseForms.Verdict verdict : form.verdicts()) {
            String field = form.fieldOf(verdict.person()).orElseThrow() + ".reason";
            check.that(!verdict.lacksReason(), field, "required").optionalText(field, verdict.reason());
        }
        check.orThrow();
        return new DecideScreening(
                outcome.orElseThrow(),
                chosen(DecideScreening.Ground.class, form.ground()).orElse(null),
                form.reason(),
                form.referTo().isEmpty() ? null : form.referTo(),
                outcome.get() == ScreeningOutcome.MERGED ? numbered(turn.officer(), form.into()) : null,
                form.accused().isEmpty() ? List.of() : List.of(form.accused().content()),
                form.verdicts().stream()
                        .filter(CaseForms.Verdict::isGiven)
                        .map(CaseForms.Verdict::content)
                        .toList());
    }

    /** The same problem, with those who wait to be judged named as the form names them. */
    private static Problem named(Problem problem, TaskForms.Screen form) {
        return problem.fields().isEmpty()
                ? problem
                : Problem.invalid(problem.fields().stream()
                        .map(field -> field.field().startsWith(UNJUDGED)
                                ? new Problem.Field(
                                        form.fieldOf(field.field().substring(UNJUDGED.length()))
                                                .map(name -> name + ".verdict")
                                                .orElse("outcome"),
                                        field.code(),
                                        field.arguments())
                                : field)
                        .toList());
    }

    @PostMapping("/confirm-screening")
    Object confirm(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Agree form, Model model) {
        return answer(turn, form, model, task -> {
            Words.check().that(form.decided(), "agreed", "required").orThrow();
            screening.confirm(turn.officer(), task, form.yes(), form.reason());
        });
    }

    /** The officer's case of this number, or nothing. */
    private @Nullable CaseId numbered(Officer officer, String typed) {
        Matcher number = NUMBER.matcher(typed);
        if (!number.matches()) {
            return null;
        }
        List<CaseFile> found =
                cases.numberedAndWaiting(officer, Integer.parseInt(number.group(2)), Integer.parseInt(number.group(3)));
        // Both registers may have the number; a word before it, as the screens write it, means the secret one.
        RegisterNumber.Series meant =
                number.group(1).isEmpty() ? RegisterNumber.Series.GENERAL : RegisterNumber.Series.SECRET;
        return found.stream()
                .filter(one -> found.size() == 1 || one.number().series() == meant)
                .findFirst()
                .map(CaseFile::id)
                .orElse(null);
    }
}
