package org.sucharit.worklist;

import static org.sucharit.worklist.TaskForms.chosen;
import static org.sucharit.worklist.TaskForms.wrong;

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
        return answer(turn, form, model, task -> {
            Optional<PersonId> person = CaseForms.chosenPerson("person", form.person());
            Words.check()
                    .that(person.isPresent(), "person", "required")
                    .optionalText("instruction", form.instruction())
                    .orThrow();
            assignments.assign(
                    turn.officer(),
                    task,
                    new Content.Assignment(person.orElseThrow(), form.committee(), form.instruction()));
        });
    }

    @PostMapping("/accept")
    Object accept(@ModelAttribute(binding = false) TaskTurn turn, Model model) {
        return answer(turn, new TaskForms.StepAside(""), model, task -> assignments.accept(turn.officer(), task));
    }

    @PostMapping("/step-aside")
    Object stepAside(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.StepAside form, Model model) {
        return answer(turn, form, model, task -> assignments.stepAside(turn.officer(), task, form.reason()));
    }

    @PostMapping("/conclude")
    Object conclude(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Findings form, Model model) {
        return answer(turn, form, model, task -> {
            Optional<Content.Findings.Result> result = chosen(Content.Findings.Result.class, form.result());
            Words.check()
                    .that(result.isPresent(), "result", "required")
                    .text("facts", form.facts())
                    .text("reasoning", form.reasoning())
                    .text("recommendation", form.recommendation())
                    .orThrow();
            investigations.conclude(
                    turn.officer(),
                    task,
                    new Content.Findings(result.orElseThrow(), form.facts(), form.reasoning(), form.recommendation()));
        });
    }

    @PostMapping("/ask-extension")
    Object askExtension(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.AskExtension form, Model model) {
        return answer(turn, form, model, task -> {
            Words.check()
                    .that(form.until().date() != null, "until", wrong(form.until()))
                    .text("reason", form.reason())
                    .orThrow();
            investigations.askExtension(turn.officer(), task, form.until().require("until"), form.reason());
        });
    }
}
