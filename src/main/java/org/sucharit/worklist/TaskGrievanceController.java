package org.sucharit.worklist;

import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.sucharit.investigation.Grievances;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Words;

/** A division's work on a grievance. */
@Controller
class TaskGrievanceController extends TaskController {

    private final Grievances grievances;

    TaskGrievanceController(TaskAnswers answers, Grievances grievances) {
        super(answers);
        this.grievances = grievances;
    }

    @PostMapping("/assign-division")
    Object assign(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Assign form, Model model) {
        return answer(turn, form, model, task -> {
            Optional<PersonId> person = CaseForms.chosenPerson("person", form.person());
            Words.check()
                    .that(person.isPresent(), "person", "required")
                    .optionalText("instruction", form.instruction())
                    .orThrow();
            grievances.assign(turn.officer(), task, person.orElseThrow(), form.instruction());
        });
    }

    @PostMapping("/handle")
    Object handled(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Text form, Model model) {
        return answer(turn, form, model, task -> grievances.handled(turn.officer(), task, form.text()));
    }

    @PostMapping("/confirm-done")
    Object confirm(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Agree form, Model model) {
        return answer(turn, form, model, task -> {
            Words.check()
                    .that(form.decided(), "agreed", "required")
                    .that(!form.agreed().equals("false") || !form.reason().isEmpty(), "reason", "required")
                    .optionalText("reason", form.reason())
                    .orThrow();
            grievances.confirm(turn.officer(), task, form.yes(), form.reason());
        });
    }
}
