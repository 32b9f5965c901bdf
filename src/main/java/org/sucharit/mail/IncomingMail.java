package org.sucharit.mail;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message taken from a mailbox. All of it was written by whoever sent it, the addresses too.
 *
 * @param mailbox name of the mailbox in the settings
 * @param organisation short name of the organisation whose mailbox it is
 * @param uidValidity with {@code uid} names the message in its folder (RFC 9051, 2.3.1.1)
 * @param messageId as written, with its angle brackets
 * @param subject decoded, on one line; empty when there is none
 * @param sentAt by the sender's clock
 * @param receivedAt when the mail server received it (INTERNALDATE)
 * @param headers the header block, each byte as one character (ISO-8859-1)
 * @param text the plain text, or else the HTML without its markup; empty when there is none
 * @param raw the whole message as it came
 * @param bodyDigest SHA-256 of what was read of the body, in hexadecimal digits
 * @param sort whether a person wrote it: answer nothing else
 * @param references of mails of ours that this one names as answered, whoever it says wrote it
 * @param unreadable its form was broken: text and attachments may lack something that {@code raw} still holds
 * @param tooLarge larger than the mailbox's limit, and so not read to its end for its text and files
 */
public record IncomingMail(
        String mailbox,
        String organisation,
        long uidValidity,
        long uid,
        @Nullable String messageId,
        @Nullable String fromAddress,
        @Nullable String fromName,
        String subject,
        @Nullable Instant sentAt,
        Instant receivedAt,
        String headers,
        String text,
        List<Attachment> attachments,
        Raw raw,
        String bodyDigest,
        Sort sort,
        List<MailReference> references,
        boolean unreadable,
        boolean tooLarge) {

    public enum Sort {
        PERSON,
        /** An absence notice, mail of a list, or other mail that no person wrote to us (RFC 3834, RFC 2919). */
        AUTOMATIC,
        /** Says what became of another mail (RFC 3464). */
        BOUNCE
    }

    /** A message where it lies, in memory or on the mail server; while it is handed over it can be read again and again. */
    public interface Raw {

        /** In bytes, as the mail server says. */
        long size();

        /** From the first byte on; whoever opens it closes it. */
        InputStream open() throws IOException;
    }

    /**
     * @param name never empty, without path or control characters; made up when the sender gave none
     * @param contentType as the sender declares it, {@code type/subtype} in lower case: not to be trusted
     */
    public record Attachment(String name, String contentType, byte[] bytes) {

        /** Without name and content, so that it may stand in a log. */
        @Override
        public String toString() {
            return "Attachment[" + bytes.length + " bytes]";
        }
    }

    /** Without address and content, so that it may stand in a log. */
    @Override
    public String toString() {
        return "IncomingMail[" + mailbox + " " + uidValidity + "/" + uid + "]";
    }
}
