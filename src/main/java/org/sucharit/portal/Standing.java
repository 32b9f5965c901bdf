package org.sucharit.portal;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Kind;

/**
 * Where a case stands, as far as its reporter is told.
 *
 * @param firstDueOn as counted from receipt; {@code dueOn} is another where the time was extended
 * @param reportedOn the day the result was laid before the mayor or the case left for an outside authority
 * @param destroyedOn after the time it is to be kept; nothing of what it said is left then
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(
        String registerNumber,
        Kind kind,
        CaseState state,
        LocalDate receivedOn,
        LocalDate firstDueOn,
        LocalDate dueOn,
        @Nullable LocalDate reportedOn,
        @Nullable LocalDate decidedOn,
        @Nullable LocalDate closedOn,
        @Nullable LocalDate destroyedOn) {

    static Standing of(CaseFile file, String registerNumber) {
        return new Standing(
                registerNumber,
                file.kind(),
                file.state(),
                file.receivedOn(),
                file.firstDueOn(),
                file.dueOn(),
                file.metOn().orElse(null),
                file.decidedOn().orElse(null),
                file.closedOn().orElse(null),
                file.keeping().purgedOn().orElse(null));
    }

    public boolean extended() {
        return !dueOn.equals(firstDueOn);
    }

    public boolean open() {
        return state.open();
    }
}
