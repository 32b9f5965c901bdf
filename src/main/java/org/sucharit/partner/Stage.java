package org.sucharit.partner;

import org.sucharit.casefile.CaseState;

/** Where a case stands, as coarsely as another agency is told: never who has it, nor what was found. */
public enum Stage {
    RECEIVED,
    IN_PROGRESS,
    FINISHED;

    public static Stage of(CaseState state) {
        return switch (state) {
            case SCREENING, AWAITING_INFORMATION, CONFIRMING_SCREENING -> RECEIVED;
            case ASSIGNING,
                    ACCEPTING,
                    INVESTIGATING,
                    ENDORSING,
                    WITH_MAYOR,
                    CARRYING_OUT_MEASURES,
                    ASSIGNING_DIVISION,
                    HANDLING,
                    CONFIRMING_DONE,
                    PREPARING_REFERRAL,
                    SENDING_REFERRAL,
                    AWAITING_REPLY,
                    NOTIFYING -> IN_PROGRESS;
            case CLOSED, PURGED -> FINISHED;
        };
    }
}
