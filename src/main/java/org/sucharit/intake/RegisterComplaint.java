package org.sucharit.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.ChannelKind;

/**
 * What was received.
 *
 * @param receivedOn the day it reached the organisation, not the day of entry
 * @param keptOut people whom the clerk keeps from the case besides the accused, as the mayor from a call to the hotline
 * @param enteredBy the clerk, or nobody where it came in by itself
 */
public record RegisterComplaint(
        Kind kind,
        ChannelKind channel,
        LocalDate receivedOn,
        String subject,
        String details,
        @Nullable LocalDate occurredOn,
        @Nullable String place,
        Map<Particular, String> particulars,
        Reporter reporter,
        List<Content.Accused> accused,
        Set<PersonId> keptOut,
        boolean protectionAsked,
        List<Upload> uploads,
        @Nullable PersonId enteredBy) {}
