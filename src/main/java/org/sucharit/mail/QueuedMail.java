package org.sucharit.mail;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator sees of a mail in the outbox.
 *
 * @param to the address with all but its first letter and its host masked; empty once sent, and where it is a reporter's
 * @param toReporter whether it goes to a reporter; false once sent
 * @param failure the class of the last error; null while nothing has failed
 */
public record QueuedMail(
        MailId id,
        State state,
        String to,
        boolean toReporter,
        Instant createdAt,
        Instant nextAttemptAt,
        int attempts,
        @Nullable Instant sentAt,
        @Nullable String failure) {

    public enum State {
        /** Will be tried at its time, or waits for a mail server to be configured. */
        PENDING,
        SENT,
        /** Not tried again after too many attempts; only {@link Outbox#retry} revives it. */
        DEAD,
        /** Taken back by a person; nothing is left of it but its times. */
        GIVEN_UP
    }
}
