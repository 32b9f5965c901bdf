package org.sucharit.casefile;

/** What screening decides. */
public enum ScreeningOutcome {
    ACCEPTED_INQUIRY,
    ACCEPTED_GRIEVANCE,
    REFERRED,
    NO_ACTION,
    MERGED,
    NEEDS_INFORMATION;

    /** Whether a second person must agree. */
    public boolean needsConfirmation() {
        return this == REFERRED || this == NO_ACTION;
    }
}
