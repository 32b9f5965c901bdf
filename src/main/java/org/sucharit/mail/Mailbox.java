package org.sucharit.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * An organisation's mailbox, as configured.
 *
 * @param name what the mailbox is known by, in the log and in what was taken from it: rename it, and what is still in
 *     the folder counts as new; the organisation's short name unless set
 * @param organisation short name of the organisation whose mail this is
 * @param port the protocol's usual port unless set
 * @param moveTo folder for taken messages with {@link After#MOVE}; made when it does not exist
 * @param maxBytes a larger message is read only in its first megabyte, for its headers and the start of its text
 */
record Mailbox(
        @Size(max = 100) String name,
        @NotBlank String organisation,
        @NotBlank String host,
        @Nullable @Min(1) @Max(65535) Integer port,
        @DefaultValue("IMAPS") Protocol protocol,
        @NotBlank String username,
        String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("SEEN") After after,
        @DefaultValue("Processed") String moveTo,
        @DefaultValue("1m") Duration interval,
        @DefaultValue("41943040") @Min(1) int maxBytes) {

    enum Protocol {
        /** Turns to TLS by STARTTLS where the server offers it. */
        IMAP,
        IMAPS;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What becomes of a message once it has been taken. */
    enum After {
        /** Marked as seen. Only unseen messages are taken: one that somebody opened by hand is left to them. */
        SEEN,
        /** Moved away; whatever stands in the folder is taken, seen or not. */
        MOVE,
        /** Deleted; whatever stands in the folder is taken, seen or not. */
        DELETE
    }

    @SuppressWarnings("NullAway") // the binder hands over null for a name that is not set
    Mailbox {
        name = name == null ? organisation : name;
    }

    /** Without user name and password. */
    @Override
    public String toString() {
        return "Mailbox[" + name + "]";
    }
}
