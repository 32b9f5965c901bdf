package org.sucharit.worklist;

import static org.sucharit.casefile.CaseState.ACCEPTING;
import static org.sucharit.casefile.CaseState.ASSIGNING;
import static org.sucharit.casefile.CaseState.ASSIGNING_DIVISION;
import static org.sucharit.casefile.CaseState.AWAITING_INFORMATION;
import static org.sucharit.casefile.CaseState.AWAITING_REPLY;
import static org.sucharit.casefile.CaseState.CARRYING_OUT_MEASURES;
import static org.sucharit.casefile.CaseState.CLOSED;
import static org.sucharit.casefile.CaseState.CONFIRMING_DONE;
import static org.sucharit.casefile.CaseState.CONFIRMING_SCREENING;
import static org.sucharit.casefile.CaseState.ENDORSING;
import static org.sucharit.casefile.CaseState.HANDLING;
import static org.sucharit.casefile.CaseState.INVESTIGATING;
import static org.sucharit.casefile.CaseState.NOTIFYING;
import static org.sucharit.casefile.CaseState.PREPARING_REFERRAL;
import static org.sucharit.casefile.CaseState.SCREENING;
import static org.sucharit.casefile.CaseState.SENDING_REFERRAL;
import static org.sucharit.casefile.CaseState.WITH_MAYOR;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Outcome;
import org.sucharit.casefile.Route;
import org.sucharit.casefile.ScreeningOutcome;

/** The stages of the way that a case takes, as far as it can be told today. */
final class CaseStages {

    private static final Set<CaseState> OUTSIDE = Set.of(PREPARING_REFERRAL, SENDING_REFERRAL, AWAITING_REPLY);

    private CaseStages() {}

    /** In order; the state in which the case stands is always among them. */
    static List<CaseState> of(CaseFile file) {
        List<CaseState> stages = new ArrayList<>(List.of(SCREENING));
        if (file.state() == AWAITING_INFORMATION) {
            stages.add(AWAITING_INFORMATION);
        }
        ScreeningOutcome screening = file.screening()
                .orElse(
                        file.kind().confidential()
                                ? ScreeningOutcome.ACCEPTED_INQUIRY
                                : ScreeningOutcome.ACCEPTED_GRIEVANCE);
        switch (screening) {
            case ACCEPTED_INQUIRY, NEEDS_INFORMATION -> stages.addAll(inquiry(file));
            case ACCEPTED_GRIEVANCE -> stages.addAll(List.of(ASSIGNING_DIVISION, HANDLING, CONFIRMING_DONE));
            case REFERRED ->
                stages.addAll(List.of(CONFIRMING_SCREENING, PREPARING_REFERRAL, SENDING_REFERRAL, AWAITING_REPLY));
            case NO_ACTION -> stages.add(CONFIRMING_SCREENING);
            case MERGED -> {}
        }
        if (!stages.contains(file.state()) && file.state() != NOTIFYING && file.state() != CLOSED) {
            stages.add(file.state());
        }
        stages.addAll(List.of(NOTIFYING, CLOSED));
        return stages;
    }

    private static List<CaseState> inquiry(CaseFile file) {
        List<CaseState> stages = new ArrayList<>();
        Outcome outcome = file.outcome().orElse(null);
        boolean leftOutside = file.route() == Route.EXECUTIVE || outcome == Outcome.REFERRED;
        if (!leftOutside) {
            stages.addAll(List.of(ASSIGNING, ACCEPTING, INVESTIGATING, ENDORSING, WITH_MAYOR));
        }
        if (outcome == Outcome.CORRECTIVE_MEASURES) {
            stages.add(CARRYING_OUT_MEASURES);
        }
        if (leftOutside
                || outcome == Outcome.REFER_NACC
                || outcome == Outcome.REFER_POLICE
                || OUTSIDE.contains(file.state())) {
            stages.addAll(List.of(PREPARING_REFERRAL, SENDING_REFERRAL, AWAITING_REPLY));
        }
        return stages;
    }
}
