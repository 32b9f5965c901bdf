package org.sucharit.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.data.domain.Limit;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.Time;

/**
 * Sends what is due. Each mail has a transaction of its own that holds the mail's row while the server is spoken to:
 * another node passes over a held row, and a node that dies lets go of it at once. The row is held, and one database
 * connection used, for as long as the mail server takes; {@code spring.mail.properties} therefore sets time limits.
 */
@Component
class OutboxSender {

    private static final Logger log = LoggerFactory.getLogger(OutboxSender.class);
    private static final int BATCH = 50;
    private static final Session SESSION = Session.getInstance(new Properties());
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,250}>");

    private enum Outcome {
        /** Held by another node, or dealt with in the meantime. */
        PASSED_OVER,
        DEALT_WITH,
        /** The fault lies with the server, so the next mail would fare no better. */
        SERVER_DOWN
    }

    private final OutboxEntries entries;
    private final OutboxSeal seal;
    private final @Nullable JavaMailSender smtp;
    private final @Nullable InternetAddress from;
    private final int maxAttempts;
    private final TransactionTemplate transaction;
    private final Time time;

    OutboxSender(
            OutboxEntries entries,
            OutboxSeal seal,
            ObjectProvider<JavaMailSender> smtp,
            MailSettings settings,
            PlatformTransactionManager transactions,
            Time time) {
        this.entries = entries;
        this.seal = seal;
        this.smtp = smtp.getIfAvailable();
        this.from = this.smtp == null ? null : sender(settings.from());
        this.maxAttempts = settings.outbox().attempts();
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
    }

    private static InternetAddress sender(@Nullable String from) {
        if (from == null) {
            throw new IllegalStateException("spring.mail.host is set, so sucharit.mail.from must be set too");
        }
        try {
            InternetAddress address = new InternetAddress(from, true);
            return new InternetAddress(address.getAddress(), address.getPersonal(), StandardCharsets.UTF_8.name());
        } catch (MessagingException | UnsupportedEncodingException e) {
            throw new IllegalStateException("sucharit.mail.from is not a mail address", e);
        }
    }

    /**
     * Sends a batch of what is due; nothing without a mail server.
     *
     * @return whether it got anywhere, so that there may be more to send
     */
    boolean sendDue() {
        if (smtp == null) {
            return false;
        }
        boolean progress = false;
        for (UUID id : entries.due(time.now(), Limit.of(BATCH))) {
            switch (Objects.requireNonNull(transaction.execute(status -> send(id, smtp)))) {
                case PASSED_OVER -> {}
                case DEALT_WITH -> progress = true;
                case SERVER_DOWN -> {
                    return false;
                }
            }
        }
        return progress;
    }

    private Outcome send(UUID id, JavaMailSender smtp) {
        OutboxEntry entry = entries.claim(id, time.now()).orElse(null);
        if (entry == null) {
            return Outcome.PASSED_OVER;
        }
        try {
            smtp.send(message(entry));
            entry.sent(time.now());
            return Outcome.DEALT_WITH;
        } catch (MailException | MessagingException e) {
            Throwable cause = cause(e);
            entry.failed(cause, time.now(), maxAttempts);
            // The message of a mail error quotes addresses: only its class is logged.
            log.warn("Mail {} could not be sent: {}", id, cause.getClass().getName());
            return isServerDown(e) ? Outcome.SERVER_DOWN : Outcome.DEALT_WITH;
        }
    }

    /**
     * From and Message-ID are of one domain, which is the one to sign for (DKIM); no header is left to be added or
     * rewritten on the way, and the text has short lines of ASCII.
     */
    private MimeMessage message(OutboxEntry entry) throws MessagingException {
        OutgoingMail mail = entry.mail(seal);
        OutgoingMail.ToReporter reporter = mail.toReporter();
        InternetAddress sender = Objects.requireNonNull(from);
        String host = sender.getAddress().substring(sender.getAddress().lastIndexOf('@') + 1);
        String id =
                reporter == null ? entry.id().toString() : reporter.reference().token();
        SMTPMessage message = new SMTPMessage(SESSION);
        message.setFrom(sender);
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(mail.to()));
        message.setSubject(
                reporter == null
                        ? mail.subject()
                        : mail.subject() + " " + reporter.reference().tag(),
                StandardCharsets.UTF_8.name());
        message.setText(mail.body(), StandardCharsets.UTF_8.name());
        message.setHeader("Content-Transfer-Encoding", "base64");
        message.setHeader("Message-ID", "<" + id + "@" + host + ">"); // the sender keeps it
        message.setSentDate(Date.from(time.now()));
        boolean answer = reporter != null && reporter.answers() != null;
        // RFC 3834: keeps absence notices from answering.
        message.setHeader("Auto-Submitted", answer ? "auto-replied" : "auto-generated");
        if (reporter != null) {
            address(message, reporter);
        }
        return message;
    }

    private static void address(SMTPMessage message, OutgoingMail.ToReporter reporter) throws MessagingException {
        String answerTo = reporter.answerTo();
        if (answerTo != null) {
            message.setReplyTo(new InternetAddress[] {
                new InternetAddress(reporter.tagged() ? reporter.reference().tagged(answerTo) : answerTo)
            });
        }
        // What cannot be delivered comes back with its reference, or to nobody: never to where a person is answered.
        message.setEnvelopeFrom(
                answerTo != null && reporter.tagged() ? reporter.reference().tagged(answerTo) : "<>");
        if (reporter.answers() != null && MESSAGE_ID.matcher(reporter.answers()).matches()) {
            message.setHeader("In-Reply-To", reporter.answers());
            message.setHeader("References", reporter.answers());
        }
    }

    /** Spring gives a cause where it did not get through to the server; a refused mail has its error in a list. */
    private static boolean isServerDown(Exception e) {
        return e instanceof MailAuthenticationException || (e instanceof MailSendException && e.getCause() != null);
    }

    private static Throwable cause(Exception e) {
        if (e instanceof MailSendException failure && failure.getMessageExceptions().length > 0) {
            return NestedExceptionUtils.getMostSpecificCause(failure.getMessageExceptions()[0]);
        }
        return NestedExceptionUtils.getMostSpecificCause(e);
    }
}
