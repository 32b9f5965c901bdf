package org.sucharit.worklist;

import static org.sucharit.worklist.TaskForms.chosen;
import static org.sucharit.worklist.TaskForms.wrong;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.sucharit.assignment.Assignments;
import org.sucharit.casefile.Content;
import org.sucharit.investigation.Investigations;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Words;

/** The inquiry: naming the investigator, the investigator's answer, the findings, and more time for them. */
@Controller
class TaskInquiryController extends TaskController {

    private final Assignments assignments;
    private final Investigations investigations;

    TaskInquiryController(TaskAnswers answers, Assignments assignments, Investigations investigations) {
        super(answers);
        this.assignments = assignments;
        this.investigations = investigations;
    }

    @PostMapping("/assign-investigator")
    Object assign(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Assign form, Model model) {
        return answer(turn, form, model, task -> assignments.assign(turn.officer(), task, assignment(form)));
    }

    @PostMapping("/assign-investigator/preview")
    Object previewAssign(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Assign form, Model model) {
        return preview(turn, form, model, task -> assignments.preview(turn.officer(), task, assignment(form)));
    }

    private static Content.Assignment assignment(TaskForms.Assign form) {
        Optional<PersonId> person = CaseForms.chosenPerson("person", form.person());
        Words.check()
                .that(person.isPresent(), "person", "required")
                .optionalText("instruction", form.instruction())
                .orThrow();
        return new Content.Assignment(person.orElseThrow(), form.committee(), form.instruction());
    }

    @PostMapping("/accept")
    Object accept(@ModelAttribute(binding = false) TaskTurn turn, Model model) {
        return answer(turn, new TaskForms.StepAside(""), model, task -> assignments.accept(turn.officer(), task));
    }

    @PostMapping("/accept/preview")
    Object previewAccept(@ModelAttribute(binding = false) TaskTurn turn, Model model) {
        return preview(turn, new TaskForms.StepAside(""), model, task -> assignments.preview(turn.officer(), task));
    }

    @PostMapping("/step-aside")
    Object stepAside(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.StepAside form, Model model) {
        return answer(turn, form, model, task -> assignments.stepAside(turn.officer(), task, form.reason()));
    }

    @PostMapping("/conclude")
    Object conclude(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Findings form, Model model) {
        return answer(turn, form, model, task -> investigations.conclude(turn.officer(), task, findings(form)));
    }

    @PostMapping("/conclude/preview")
    Object previewConclude(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Findings form, Model model) {
        return preview(turn, form, model, task -> investigations.previewFindings(turn.officer(), task, findings(form)));
    }

    private static Content.Findings findings(TaskForms.Findings form) {
        Optional<Content.Findings.Result> result = chosen(Content.Findings.Result.class, form.result());
        Words.check()
                .that(result.isPresent(), "result", "required")
                .text("facts", form.facts())
                .text("reasoning", form.reasoning())
                .text("recommendation", form.recommendation())
                .orThrow();
        return new Content.Findings(result.orElseThrow(), form.facts(), form.reasoning(), form.recommendation());
    }

    @PostMapping("/ask-extension")
    Object askExtension(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.AskExtension form, Model model) {
        return answer(
                turn,
                form,
                model,
                task -> investigations.askExtension(turn.officer(), task, until(form), form.reason()));
    }

    @PostMapping("/ask-extension/preview")
    Object previewExtension(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.AskExtension form, Model model) {
        return preview(
                turn,
                form,
                model,
                task -> investigations.previewExtension(turn.officer(), task, until(form), form.reason()));
    }

    private static LocalDate until(TaskForms.AskExtension form) {
        Words.check()
                .that(form.until().date() != null, "until", wrong(form.until()))
                .text("reason", form.reason())
                .orThrow();
        return form.until().require("until");
    }
}
