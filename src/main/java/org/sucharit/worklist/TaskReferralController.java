package org.sucharit.worklist;

import static org.sucharit.worklist.TaskForms.wrong;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.sucharit.decision.Referrals;
import org.sucharit.kernel.Words;

/** The way to an authority outside: the letter, its leaving, and the reply. */
@Controller
class TaskReferralController extends TaskController {

    private final Referrals referrals;

    TaskReferralController(TaskAnswers answers, Referrals referrals) {
        super(answers);
        this.referrals = referrals;
    }

    @PostMapping("/refer")
    Object prepare(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Referral form, Model model) {
        return answer(
                turn, form, model, task -> referrals.prepare(turn.officer(), task, form.authority(), form.text()));
    }

    @PostMapping("/refer/preview")
    Object previewReferral(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Referral form, Model model) {
        return preview(
                turn, form, model, task -> referrals.preview(turn.officer(), task, form.authority(), form.text()));
    }

    @PostMapping("/sent")
    Object sent(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Sent form, Model model) {
        return answer(turn, form, model, task -> {
            Words.check()
                    .line("number", form.number())
                    .that(form.sentOn().date() != null, "sentOn", wrong(form.sentOn()))
                    .line("proof", form.proof())
                    .orThrow();
            referrals.sent(turn.officer(), task, form.number(), form.sentOn().require("sentOn"), form.proof());
        });
    }

    @PostMapping("/reply")
    Object reply(@ModelAttribute(binding = false) TaskTurn turn, TaskForms.Reply form, Model model) {
        return answer(turn, form, model, task -> {
            Words.check()
                    .that(form.receivedOn().date() != null, "receivedOn", wrong(form.receivedOn()))
                    .text("text", form.text())
                    .orThrow();
            referrals.reply(turn.officer(), task, form.receivedOn().require("receivedOn"), form.text());
        });
    }
}
