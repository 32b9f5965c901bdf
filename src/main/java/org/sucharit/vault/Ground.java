package org.sucharit.vault;

/** Why a grant opens its case. With its ground the grant ends: it goes back to standby. The longer it lasts, the later it stands here. */
public enum Ground {
    /** A task of the case is theirs; ends with the task. */
    STEP,
    /** The clock ran low and the case was brought to them; ends when the clock is met. */
    ESCALATION,
    /** They inquire, or do the work that a grievance asks for; ends with their part in it. */
    INQUIRY,
    /** Theirs is the post that keeps the case from its first step to its end and after. */
    KEEPER
}
