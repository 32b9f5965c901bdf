package org.sucharit.casefile;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a case stands: the step of its process that waits, kept beside the case for lists and figures. The process
 * decides; this follows ({@link CaseFile#standsAt}).
 */
public enum CaseState {
    SCREENING("screenComplaint"),
    AWAITING_INFORMATION(null),
    CONFIRMING_SCREENING("confirmScreening"),
    ASSIGNING("assignInvestigator"),
    ACCEPTING("acceptAssignment"),
    INVESTIGATING("investigate"),
    ENDORSING("giveOpinion"),
    WITH_MAYOR("mayorDirective"),
    CARRYING_OUT_MEASURES("carryOutMeasures"),
    ASSIGNING_DIVISION("assignDivision"),
    HANDLING("handleGrievance"),
    CONFIRMING_DONE("confirmDone"),
    PREPARING_REFERRAL("prepareReferral"),
    SENDING_REFERRAL("recordSent"),
    AWAITING_REPLY("recordReply"),
    NOTIFYING("notifyReporter"),
    CLOSED(null),
    /** Destroyed after the time it is to be kept: its number, kind and dates remain, and nothing of what it said. */
    PURGED(null);

    private final @Nullable String step;

    CaseState(@Nullable String step) {
        this.step = step;
    }

    /** @return the state that waits at this user task; nothing for tasks beside the main way, such as an extension */
    public static Optional<CaseState> at(String step) {
        return Arrays.stream(values()).filter(state -> step.equals(state.step)).findFirst();
    }

    /** @return the user task that waits, where one does */
    public Optional<String> step() {
        return Optional.ofNullable(step);
    }

    public boolean open() {
        return this != CLOSED && this != PURGED;
    }
}
