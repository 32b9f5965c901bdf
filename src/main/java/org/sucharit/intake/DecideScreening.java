package org.sucharit.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sucharit.assignment.Matches;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.kernel.CaseId;

/**
 * What the screener decides.
 *
 * @param ground why nothing is done; wanted with {@code NO_ACTION}
 * @param reason in words; wanted with every decision. With {@code NEEDS_INFORMATION} the question to the reporter
 * @param referTo wanted with {@code REFERRED}
 * @param into wanted with {@code MERGED}
 * @param accused whom the complaint turns out to accuse, besides those already named
 * @param verdicts on those who may be meant by what the reporter wrote
 */
public record DecideScreening(
        ScreeningOutcome outcome,
        @Nullable Ground ground,
        String reason,
        @Nullable String referTo,
        @Nullable CaseId into,
        List<Content.Accused> accused,
        List<Matches.Verdict> verdicts) {

    /** Where nobody was there to be judged. */
    public DecideScreening(
            ScreeningOutcome outcome,
            @Nullable Ground ground,
            String reason,
            @Nullable String referTo,
            @Nullable CaseId into,
            List<Content.Accused> accused) {
        this(outcome, ground, reason, referTo, into, accused, List.of());
    }

    /** Why a complaint is not taken up. */
    public enum Ground {
        BEFORE_COURT,
        CONCLUDED_ELSEWHERE,
        GOVERNMENT_POLICY,
        TOO_LITTLE_INFORMATION,
        NOT_THIS_ORGANISATION
    }
}
