package org.sucharit.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a mailbox fares, as this node has seen it since it started.
 *
 * @param lastSuccess when a poll last ended with no message left behind
 * @param lastError class of the last error, kept after it is over; see whether it is later than the last success
 * @param failing messages that the last poll could not take; they are tried again at each poll
 * @param taken messages taken
 */
public record InboxHealth(
        String mailbox,
        String organisation,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        @Nullable String lastError,
        int failing,
        long taken) {

    static InboxHealth unknown(Mailbox mailbox) {
        return new InboxHealth(mailbox.name(), mailbox.organisation(), null, null, null, 0, 0);
    }

    InboxHealth withTaken() {
        return new InboxHealth(mailbox, organisation, lastSuccess, lastFailure, lastError, failing, taken + 1);
    }

    InboxHealth withSuccess(Instant now) {
        return new InboxHealth(mailbox, organisation, now, lastFailure, lastError, 0, taken);
    }

    InboxHealth withFailure(Instant now, Exception error, int failing) {
        return new InboxHealth(
                mailbox, organisation, lastSuccess, now, error.getClass().getName(), failing, taken);
    }
}
