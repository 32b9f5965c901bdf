package org.sucharit.decision;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.StepInHand;
import org.sucharit.assignment.Steps;
import org.sucharit.casefile.Content;
import org.sucharit.kernel.Words;
import org.sucharit.register.Act;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.TaskId;

/** What is decided for the reporter's sake: whether a withdrawn complaint goes on, and how they are protected. */
@Component
@Transactional
public class Reporters {

    private final Steps steps;

    Reporters(Steps steps) {
        this.steps = steps;
    }

    /** An inquiry into corruption usually goes on though the complaint was withdrawn; a person says why or why not. */
    public void decideWithdrawal(Officer officer, TaskId task, boolean goesOn, String reason) {
        Words.check().text("reason", reason).orThrow();
        StepInHand step = steps.take(officer, task, "decideWithdrawal");
        if (!goesOn) {
            step.file().withdrawn();
        }
        steps.finish(
                step,
                Act.WITHDRAWAL_DECIDED,
                goesOn ? "CONTINUE" : "STOP",
                step.add(new Content.WithdrawalDecision(goesOn, reason)));
    }

    public void protect(Officer officer, TaskId task, String text) {
        Words.check().text("text", text).orThrow();
        StepInHand step = steps.take(officer, task, "protectReporter");
        steps.finish(step, Act.PROTECTION_DECIDED, "DONE", step.add(new Content.ProtectionDecision(text)));
    }
}
