package org.sucharit.worklist;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content;

/** The steps that people take, each with its form. Steps that ask for the same share a form. */
enum TaskStep {
    SCREEN_COMPLAINT("screenComplaint", "screen", "screen", null),
    CONFIRM_SCREENING("confirmScreening", "confirm-screening", "agree", Content.Screening.class),
    ASSIGN_INVESTIGATOR("assignInvestigator", "assign-investigator", "assign", null),
    ACCEPT_ASSIGNMENT("acceptAssignment", "accept", "accept", Content.Assignment.class),
    INVESTIGATE("investigate", "conclude", "investigate", null),
    GIVE_OPINION("giveOpinion", "opinion", "opinion", null),
    MAYOR_DIRECTIVE("mayorDirective", "directive", "directive", null),
    DECIDE_EXTENSION("decideExtension", "decide-extension", "extension", Content.ExtensionRequest.class),
    DECIDE_WITHDRAWAL("decideWithdrawal", "decide-withdrawal", "agree", Content.Withdrawal.class),
    PROTECT_REPORTER("protectReporter", "protect", "text", Content.Reprisal.class),
    CARRY_OUT_MEASURES("carryOutMeasures", "measures", "text", Content.MayorDirective.class),
    ASSIGN_DIVISION("assignDivision", "assign-division", "assign", null),
    HANDLE_GRIEVANCE("handleGrievance", "handle", "text", Content.DivisionAssignment.class),
    CONFIRM_DONE("confirmDone", "confirm-done", "agree", Content.GrievanceHandled.class),
    PREPARE_REFERRAL("prepareReferral", "refer", "referral", Content.Screening.class),
    RECORD_SENT("recordSent", "sent", "sent", Content.Referral.class),
    RECORD_REPLY("recordReply", "reply", "reply", Content.ReferralSent.class),
    NOTIFY_REPORTER("notifyReporter", "notify", "notify", null);

    private final String id;
    private final String action;
    private final String form;
    private final @Nullable Class<? extends Content> about;

    TaskStep(String id, String action, String form, @Nullable Class<? extends Content> about) {
        this.id = id;
        this.action = action;
        this.form = form;
        this.about = about;
    }

    static TaskStep of(String id) {
        return Arrays.stream(values())
                .filter(step -> step.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A step without a form: " + id));
    }

    /** The id of the user task in its model. */
    String id() {
        return id;
    }

    /** The last part of the address that its main form posts to. */
    public String getAction() {
        return action;
    }

    /** The template of its form. */
    public String getTemplate() {
        return "worklist/task-" + form;
    }

    /** What the step answers to; the form shows the latest of its kind. */
    @Nullable
    Class<? extends Content> about() {
        return about;
    }

    /** The key of the step's name; what the form says stands under {@code task.<id>.…}. */
    public String getNameKey() {
        return "step." + id;
    }

    public String key(String part) {
        return "task." + id + "." + part;
    }
}
