package org.sucharit.mail;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
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
 * @param maxBytes of a larger message only the first megabyte is read, for its headers and the start of its text; it is
 *     kept whole all the same
 * @param address under which mail reaches it, for answers to go there; the user name where that is an address
 * @param tagged whether the server also puts {@code name+tag@host} here (RFC 5233)
 * @param acknowledge whether whoever writes is told at once that it came
 * @param idle whether the server is asked to tell of new mail at once (RFC 2177), where it can
 * @param plaintext whether a server may be spoken to without TLS; with {@link Protocol#IMAP} alone
 * @param sslBundle the SSL bundle ({@code spring.ssl.bundle}) that says whose certificates are believed; otherwise
 *     those that Java believes
 * @param oauth instead of a password
 */
record Mailbox(
        @Size(max = 100) String name,
        @NotBlank String organisation,
        @NotBlank String host,
        @Nullable @Min(1) @Max(65535) Integer port,
        @DefaultValue("IMAPS") Protocol protocol,
        @NotBlank String username,
        @Nullable String password,
        @DefaultValue("INBOX") String folder,
        @DefaultValue("SEEN") After after,
        @DefaultValue("Processed") String moveTo,
        @DefaultValue("1m") Duration interval,
        @DefaultValue("41943040") @Min(1) int maxBytes,
        @Nullable @Size(max = 320) String address,
        @DefaultValue("false") boolean tagged,
        @DefaultValue("true") boolean acknowledge,
        @DefaultValue("true") boolean idle,
        @DefaultValue("false") boolean plaintext,
        @Nullable String sslBundle,
        @Nullable @Valid OAuth oauth) {

    enum Protocol {
        /** Turns to TLS by STARTTLS, and goes no further where the server does not. */
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
        if (address == null && username != null && OutgoingMail.isAddress(username)) {
            address = username;
        }
        if (address != null && !OutgoingMail.isAddress(address)) {
            throw new IllegalArgumentException("Mailbox " + name + ": address is not a mail address");
        }
        if (host != null && username != null && (password == null) == (oauth == null)) {
            throw new IllegalArgumentException("Mailbox " + name + ": set either a password or oauth");
        }
        if (plaintext && protocol != Protocol.IMAP) {
            throw new IllegalArgumentException("Mailbox " + name + ": plaintext goes with protocol imap alone");
        }
    }

    /**
     * How an access token is come by (RFC 6749), for a server that takes XOAUTH2.
     *
     * @param tokenEndpoint over https; over http on this host alone
     * @param refreshToken with it the token is refreshed (section 6); without it the client's own are asked for (4.4)
     */
    record OAuth(
            @NotBlank String tokenEndpoint,
            @NotBlank String clientId,
            @Nullable String clientSecret,
            @Nullable String refreshToken,
            @Nullable String scope) {

        OAuth {
            URI endpoint = URI.create(tokenEndpoint);
            boolean here = "127.0.0.1".equals(endpoint.getHost()) || "localhost".equals(endpoint.getHost());
            if (!"https".equals(endpoint.getScheme()) && !("http".equals(endpoint.getScheme()) && here)) {
                throw new IllegalArgumentException("oauth.token-endpoint must be an https address");
            }
        }

        /** Without secrets. */
        @Override
        public String toString() {
            return "OAuth[" + tokenEndpoint + "]";
        }
    }

    /** Without user name and password. */
    @Override
    public String toString() {
        return "Mailbox[" + name + "]";
    }
}
