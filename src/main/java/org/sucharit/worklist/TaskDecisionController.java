package org.sucharit.worklist;

import static org.sucharit.worklist.TaskForms.chosen;
import static org.sucharit.worklist.TaskForms.wrong;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.decision.Closing;
import org.sucharit.decision.Decisions;
import org.sucharit.decision.Endorsements;
import org.sucharit.decision.Reporters;
import org.sucharit.kernel.Words;
import org.sucharit.wording.CaseText;

/** Opinions, the mayor's directive, a later due date, and what is decided for the reporter's sake. */
@Controller
class TaskDecisionController extends TaskController {

    private final Endorsements endorsements;
    private final Decisions decisions;
    private final Reporters reporters;
    private final Closing closing;
    private final CaseText text;

    TaskDecisionController(
            TaskAnswers answers,
            Endorsements endorsements,
            Decisions decisions,
            Reporters reporters,
            Closing closing,
            CaseText text) {
        super(answers);
        this.endorsements = endorsements;
        this.decisions = decisions;
        this.reporters = reporters;
        this.closing = closing;
        this.text = text;
    }

    @PostMapping("/opinion")
    Object opinion(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Decide form, Model model) {
        return answer(
                turn,
                form,
                model,
                task -> endorsements.giveOpinion(
                        turn.officer(),
                        task,
                        decision(Content.Opinion.View.class, form),
                        worded(form, TaskPhrase.OPINIONS)));
    }

    @PostMapping("/opinion/preview")
    Object previewOpinion(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Decide form, Model model) {
        return preview(
                turn,
                form,
                model,
                task -> endorsements.preview(
                        turn.officer(),
                        task,
                        decision(Content.Opinion.View.class, form),
                        worded(form, TaskPhrase.OPINIONS)));
    }

    @PostMapping("/directive")
    Object direct(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Decide form, Model model) {
        return answer(
                turn,
                form,
                model,
                task -> decisions.direct(
                        turn.officer(), task, decision(Directive.class, form), worded(form, TaskPhrase.DIRECTIVES)));
    }

    @PostMapping("/directive/preview")
    Object previewDirective(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Decide form, Model model) {
        return preview(
                turn,
                form,
                model,
                task -> decisions.preview(
                        turn.officer(), task, decision(Directive.class, form), worded(form, TaskPhrase.DIRECTIVES)));
    }

    /** What the button that was pressed stands for. */
    private static <E extends Enum<E>> E decision(Class<E> type, TaskForms.Decide form) {
        Optional<E> decision = chosen(type, form.decision());
        Words.check().that(decision.isPresent(), "decision", "required").orThrow();
        return decision.orElseThrow();
    }

    @PostMapping("/decide-extension")
    Object decideExtension(
            @ModelAttribute(binding = false) TaskTurn turn, TaskForms.DecideExtension form, Model model) {
        return answer(
                turn,
                form,
                model,
                task -> decisions.decideExtension(
                        turn.officer(), task, granted(form), form.until().date(), form.reason()));
    }

    @PostMapping("/decide-extension/preview")
    Object previewExtension(
            @ModelAttribute(binding = false) TaskTurn turn, TaskForms.DecideExtension form, Model model) {
        return preview(
                turn,
                form,
                model,
                task -> decisions.previewExtension(
                        turn.officer(), task, granted(form), form.until().date(), form.reason()));
    }

    /** Whether more time is given; where it is, the day until when can be read. */
    private static boolean granted(TaskForms.DecideExtension form) {
        boolean granted = form.granted().equals("true");
        Words.check()
                .that(granted || form.granted().equals("false"), "granted", "required")
                .that(!granted || form.until().date() != null, "until", wrong(form.until()))
                .orThrow();
        return granted;
    }

    @PostMapping("/measures")
    Object measures(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Text form, Model model) {
        return answer(turn, form, model, task -> decisions.measuresDone(turn.officer(), task, form.text()));
    }

    @PostMapping("/decide-withdrawal")
    Object decideWithdrawal(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Agree form, Model model) {
        return answer(turn, form, model, task -> {
            Words.check()
                    .that(form.decided(), "agreed", "required")
                    .text("reason", form.reason())
                    .orThrow();
            reporters.decideWithdrawal(turn.officer(), task, form.yes(), form.reason());
        });
    }

    @PostMapping("/protect")
    Object protect(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Text form, Model model) {
        return answer(turn, form, model, task -> reporters.protect(turn.officer(), task, form.text()));
    }

    @PostMapping("/notify")
    Object notify(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Notify form, Model model) {
        return answer(turn, form, model, task -> closing.notifyReporter(turn.officer(), task, form.how(), form.text()));
    }

    @PostMapping("/notify/preview")
    Object previewNotify(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Notify form, Model model) {
        return preview(turn, form, model, task -> closing.preview(turn.officer(), task, form.how(), form.text()));
    }

    /** The ready phrase, then what was written besides. */
    private String worded(TaskForms.Decide form, List<TaskPhrase> phrases) {
        String ready = chosen(TaskPhrase.class, form.phrase())
                .filter(phrases::contains)
                .map(phrase -> text.official(phrase.key()))
                .orElse("");
        return (ready + "\n" + form.text()).strip();
    }
}
