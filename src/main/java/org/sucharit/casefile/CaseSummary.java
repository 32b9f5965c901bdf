package org.sucharit.casefile;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;

/** A case as a list shows it to somebody who can open it. */
public record CaseSummary(
        CaseId id,
        RegisterNumber number,
        Kind kind,
        String channel,
        CaseState state,
        LocalDate receivedOn,
        LocalDate dueOn,
        boolean met,
        @Nullable Outcome outcome,
        String subject) {

    static CaseSummary of(CaseFile file, String subject) {
        return new CaseSummary(
                file.id(),
                file.number(),
                file.kind(),
                file.channel(),
                file.state(),
                file.receivedOn(),
                file.dueOn(),
                file.metOn().isPresent() || !file.state().open(),
                file.outcome().orElse(null),
                subject);
    }
}
