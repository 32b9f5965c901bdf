package org.sucharit.casefile;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

/**
 * Opens a case file.
 *
 * @param receivedOn the day of receipt, which starts the clock; not the day of entry
 * @param origin what the channel tells of the reporter; nothing where it tells nothing
 * @param enteredBy the clerk, or nobody where it came in by itself
 */
public record BeginCase(
        CaseId id,
        Kind kind,
        String channel,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable PersonId enteredBy,
        Content.Report report,
        Content.@Nullable Origin origin,
        Reporter reporter,
        List<Content.Accused> accused,
        List<Content.KeptOut> keptOut,
        Route route,
        boolean protectionAsked) {}
