package org.sucharit.decision;

import java.time.LocalDate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.StepInHand;
import org.sucharit.assignment.Steps;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.document.Rendered;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.papers.Papers;
import org.sucharit.register.Act;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.CaseMessage;
import org.sucharit.workflow.TaskId;
import org.sucharit.workflow.Workflow;

/** Hands what the organisation may not judge to an authority outside. The clock stops when the letter has left. */
@Component
@Transactional
public class Referrals {

    private final Steps steps;
    private final Papers papers;
    private final Workflow workflow;
    private final Time time;

    Referrals(Steps steps, Papers papers, Workflow workflow, Time time) {
        this.steps = steps;
        this.papers = papers;
        this.workflow = workflow;
        this.time = time;
    }

    /** Issues the referral letter. */
    public void prepare(Officer officer, TaskId task, String authority, String text) {
        StepInHand step = referring(officer, task, authority, text);
        step.file().refer();
        Content.Referral referral = new Content.Referral(authority, text);
        OpenCase.Filing filing = step.add(referral);
        papers.referralLetter(step.open(), officer.id(), referral).issue();
        steps.finish(step, Act.FILED, "DONE", filing);
    }

    /** The letter as it would be issued. Nothing is referred by it. */
    @Transactional(readOnly = true)
    public Rendered preview(Officer officer, TaskId task, String authority, String text) {
        StepInHand step = referring(officer, task, authority, text);
        return papers.referralLetter(step.open(), officer.id(), new Content.Referral(authority, text))
                .preview();
    }

    private StepInHand referring(Officer officer, TaskId task, String authority, String text) {
        Words.check().line("authority", authority).text("text", text).orThrow();
        return steps.take(officer, task, "prepareReferral");
    }

    /**
     * The letter has left: the duty to report is met.
     *
     * @param proof of sending: a registered number, a signature on receipt
     */
    public void sent(Officer officer, TaskId task, String number, LocalDate sentOn, String proof) {
        Words.check()
                .line("number", number)
                .line("proof", proof)
                .that(!sentOn.isAfter(time.today()), "sentOn", "date.future", time.today())
                .orThrow();
        StepInHand step = steps.take(officer, task, "recordSent");
        step.file().meetDueDate(sentOn);
        OpenCase.Filing filing = step.add(new Content.ReferralSent(number, sentOn, proof));
        steps.finish(step, Act.REFERRAL_SENT, "DONE", filing);
        workflow.send(step.open().id(), CaseMessage.CLOCK_STOPPED);
    }

    public void reply(Officer officer, TaskId task, LocalDate receivedOn, String text) {
        Words.check()
                .text("text", text)
                .that(!receivedOn.isAfter(time.today()), "receivedOn", "date.future", time.today())
                .orThrow();
        StepInHand step = steps.take(officer, task, "recordReply");
        steps.finish(step, Act.REPLY_RECORDED, "DONE", step.add(new Content.Reply(receivedOn, text)));
    }
}
