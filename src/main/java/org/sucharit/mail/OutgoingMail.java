package org.sucharit.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.OrganisationId;

/**
 * A mail to one person, ready to send as plain text. The caller sees to it that neither subject nor body names
 * anything of a case: mail is not sealed on its way.
 *
 * @param to a bare address of at most 320 characters, {@code name@host}
 * @param subject one line of at most 400 characters
 * @param body at most 20,000 characters
 * @param toReporter of a mail to a reporter; nothing of such a mail stands in the database in the clear
 */
public record OutgoingMail(
        OrganisationId organisation,
        String to,
        String subject,
        String body,
        @Nullable ToReporter toReporter) {

    static final int MAX_ADDRESS = 320;
    static final int MAX_SUBJECT = 400;
    static final int MAX_BODY = 20_000;

    /**
     * @param reference leads an answer back
     * @param answerTo the address of a mailbox that is read; nothing where there is none
     * @param tagged whether that mailbox also takes {@code name+reference@host}
     * @param answers Message-ID of the mail that this one answers by itself (RFC 3834); null of one that a person caused
     */
    public record ToReporter(
            MailReference reference,
            @Nullable String answerTo,
            boolean tagged,
            @Nullable String answers) {}

    /** @throws IllegalArgumentException beyond the limits above; the message repeats nothing of the mail */
    public OutgoingMail {
        if (!isAddress(to)) {
            throw new IllegalArgumentException("Not a mail address");
        }
        if (subject.length() > MAX_SUBJECT || subject.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("The subject is not one line of at most " + MAX_SUBJECT + " characters");
        }
        if (body.length() > MAX_BODY) {
            throw new IllegalArgumentException("The body is longer than " + MAX_BODY + " characters");
        }
    }

    /** To anybody but a reporter. */
    public OutgoingMail(OrganisationId organisation, String to, String subject, String body) {
        this(organisation, to, subject, body, null);
    }

    /** Whether {@code text} can stand as {@link #to}; for forms, which answer beside the field. */
    public static boolean isAddress(String text) {
        if (text.length() > MAX_ADDRESS || text.indexOf('@') < 1 || text.chars().anyMatch(Character::isISOControl)) {
            return false;
        }
        try {
            InternetAddress[] parsed = InternetAddress.parse(text, true);
            parsed[0].validate();
            return parsed.length == 1 && text.equals(parsed[0].getAddress());
        } catch (AddressException e) {
            return false;
        }
    }

    /** Names no address and no content, so that it may stand in a log. */
    @Override
    public String toString() {
        return "OutgoingMail[organisation=" + organisation + "]";
    }
}
