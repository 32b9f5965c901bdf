package org.sucharit.processes;

import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.Town;

/** The shortest way of a new case into each state. */
final class States {

    private States() {}

    static Walk reach(Walks walks, Town.Founded town, CaseState state) {
        return switch (state) {
            case SCREENING -> walks.corruption(town, "finance");
            case AWAITING_INFORMATION ->
                reach(walks, town, CaseState.SCREENING).screen(ScreeningOutcome.NEEDS_INFORMATION);
            case CONFIRMING_SCREENING -> reach(walks, town, CaseState.SCREENING).screen(ScreeningOutcome.NO_ACTION);
            case ASSIGNING -> reach(walks, town, CaseState.SCREENING).screen(ScreeningOutcome.ACCEPTED_INQUIRY);
            case ACCEPTING -> reach(walks, town, CaseState.ASSIGNING).assign("legal");
            case INVESTIGATING -> reach(walks, town, CaseState.ACCEPTING).accept();
            case ENDORSING -> reach(walks, town, CaseState.INVESTIGATING).conclude();
            case WITH_MAYOR -> reach(walks, town, CaseState.ENDORSING).endorse();
            case CARRYING_OUT_MEASURES ->
                reach(walks, town, CaseState.WITH_MAYOR).direct(Directive.CORRECTIVE_MEASURES);
            case ASSIGNING_DIVISION ->
                walks.register(town, Kind.GRIEVANCE, ChannelKind.WEB).screen(ScreeningOutcome.ACCEPTED_GRIEVANCE);
            case HANDLING -> reach(walks, town, CaseState.ASSIGNING_DIVISION).assignDivision("works2");
            case CONFIRMING_DONE -> reach(walks, town, CaseState.HANDLING).handled();
            case PREPARING_REFERRAL -> walks.corruption(town, "mayor").screen(ScreeningOutcome.ACCEPTED_INQUIRY);
            case SENDING_REFERRAL ->
                reach(walks, town, CaseState.PREPARING_REFERRAL).prepareReferral();
            case AWAITING_REPLY ->
                reach(walks, town, CaseState.SENDING_REFERRAL).sent();
            case NOTIFYING -> reach(walks, town, CaseState.WITH_MAYOR).direct(Directive.APPROVED);
            case PURGED -> throw new IllegalArgumentException("By two people, after years");
            case CLOSED -> reach(walks, town, CaseState.NOTIFYING).notifyReporter();
        };
    }
}
