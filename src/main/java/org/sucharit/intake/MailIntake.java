package org.sucharit.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;
import org.sucharit.mail.IncomingMail;
import org.sucharit.mail.IncomingMailHandler;
import org.sucharit.mail.MailboxOrganisations;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;

/**
 * Makes a case of each message. It goes the confidential way, as a tip, until a person has read it; the whole message
 * is kept with it, so nothing depends on how well it could be read.
 */
@Component
class MailIntake implements IncomingMailHandler, MailboxOrganisations {

    private final Intake intake;
    private final Organisations organisations;
    private final MessageSource messages;

    MailIntake(Intake intake, Organisations organisations, MessageSource messages) {
        this.intake = intake;
        this.organisations = organisations;
        this.messages = messages;
    }

    @Override
    public Optional<OrganisationId> byShortName(String shortName) {
        return organisations.find(shortName).map(OrganisationView::id);
    }

    @Override
    public void on(IncomingMail mail) {
        Reporter.Identity identity = new Reporter.Identity(cut(mail.fromName()), null, null, cut(mail.fromAddress()));
        intake.receive(new RegisterComplaint(
                Kind.TIP,
                ChannelKind.EMAIL,
                Time.dayOf(mail.receivedAt()),
                mail.subject().isBlank() ? text("mail.noSubject") : limit(mail.subject(), IntakeRules.LONGEST_SUBJECT),
                mail.text().isBlank() ? text("mail.noText") : limit(mail.text(), IntakeRules.LONGEST_DETAILS),
                null,
                null,
                particulars(mail),
                new Reporter.Confidential(identity),
                List.of(),
                Set.of(),
                false,
                uploads(mail),
                null));
    }

    private static Map<Particular, String> particulars(IncomingMail mail) {
        Map<Particular, String> particulars = new EnumMap<>(Particular.class);
        if (mail.messageId() != null) {
            particulars.put(Particular.MESSAGE_ID, limit(mail.messageId(), IntakeRules.LONGEST_LINE));
        }
        if (mail.fromAddress() != null) {
            particulars.put(Particular.SENDER, limit(mail.fromAddress(), IntakeRules.LONGEST_LINE));
        }
        String trouble = (mail.unreadable() ? "UNREADABLE " : "")
                + (mail.tooLarge() ? "TOO_LARGE " : "")
                + (mail.autoSubmitted() ? "AUTO_SUBMITTED" : "");
        particulars.put(Particular.MAIL_TROUBLE, trouble.strip());
        return particulars;
    }

    private static List<Upload> uploads(IncomingMail mail) {
        List<Upload> uploads = new ArrayList<>();
        for (IncomingMail.Attachment attachment : mail.attachments()) {
            uploads.add(Upload.of(attachment.name(), attachment.contentType(), attachment.bytes()));
        }
        uploads.add(Upload.of("message.eml", "message/rfc822", mail.raw()).tellingReporter());
        return uploads;
    }

    private static @Nullable String cut(@Nullable String text) {
        return text == null ? null : limit(text, IntakeRules.LONGEST_LINE);
    }

    private static String limit(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest);
    }

    private String text(String code) {
        return messages.getMessage(code, new Object[0], Locale.of("th"));
    }
}
