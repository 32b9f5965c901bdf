package org.sucharit.register;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

/**
 * One entry as it stands.
 *
 * @param seq from 0, without gaps within the organisation
 * @param actor nobody where the system did it by itself, or the reporter
 * @param detail a code, a number or a date; never anything a person wrote
 * @param bytes the exact bytes that are chained; they hold a commitment and no secret
 */
public record Entry(
        long seq,
        Instant at,
        Act act,
        @Nullable CaseId caseId,
        @Nullable PersonId actor,
        @Nullable String taskId,
        @Nullable String detail,
        byte[] bytes) {

    public Optional<PersonId> doneBy() {
        return Optional.ofNullable(actor);
    }
}
