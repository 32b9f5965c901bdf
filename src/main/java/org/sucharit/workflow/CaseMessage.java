package org.sucharit.workflow;

/** What may reach a case from outside its tasks. Each is a message of the BPMN models. */
public enum CaseMessage {
    /** The reporter answered a question of the screening. */
    REPORTER_ANSWERED("reporterAnswered"),
    /** The reporter takes the complaint back; a person decides whether the case goes on regardless. */
    REPORTER_WITHDREW("reporterWithdrew"),
    /** The reporter suffers for having reported. */
    REPRISAL_REPORTED("reprisalReported"),
    /** The investigator asks for a later due date. */
    EXTENSION_REQUESTED("extensionRequested"),
    /** The due date, the holidays or the reminder settings are other than they were: the next strike is asked anew. */
    DUE_DATE_CHANGED("dueDateChanged"),
    /** The clock of the case runs again. */
    CLOCK_STARTED("clockStarted"),
    /** The term is kept: findings lie before the mayor, the referral has left, or the case is closed. */
    CLOCK_STOPPED("clockStopped"),
    /** A member of the executive became one of the accused during the inquiry, so the case leaves the organisation. */
    ROUTED_OUTSIDE("routedOutside"),
    /** The investigator of a running inquiry may no longer see the case, so another is assigned and begins anew. */
    INVESTIGATOR_KEPT_OUT("investigatorKeptOut");

    private final String messageName;

    CaseMessage(String messageName) {
        this.messageName = messageName;
    }

    String messageName() {
        return messageName;
    }
}
