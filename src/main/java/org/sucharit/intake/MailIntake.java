package org.sucharit.intake;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;
import org.sucharit.mail.Inbox;
import org.sucharit.mail.IncomingMail;
import org.sucharit.mail.IncomingMailHandler;
import org.sucharit.mail.MailboxOrganisations;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;

/**
 * Makes a case of each message, or a message of the case that it answers. A case goes the confidential way, as a tip,
 * until a person has read it; the whole message is kept with it, so nothing depends on how well it could be read.
 *
 * <p>What a program sent by itself is never answered. The first from a program makes a case, like anything that comes
 * in; what the same one sends in the month after is collected there.
 */
@Component
class MailIntake implements IncomingMailHandler, MailboxOrganisations {

    private final Intake intake;
    private final Correspondence correspondence;
    private final MailThreads threads;
    private final MailsToReporters mails;
    private final Inbox inbox;
    private final Organisations organisations;
    private final MessageSource messages;

    MailIntake(
            Intake intake,
            Correspondence correspondence,
            MailThreads threads,
            MailsToReporters mails,
            Inbox inbox,
            Organisations organisations,
            MessageSource messages) {
        this.intake = intake;
        this.correspondence = correspondence;
        this.threads = threads;
        this.mails = mails;
        this.inbox = inbox;
        this.organisations = organisations;
        this.messages = messages;
    }

    @Override
    public Optional<OrganisationId> byShortName(String shortName) {
        return organisations.find(shortName).map(OrganisationView::id);
    }

    @Override
    public void on(IncomingMail mail) {
        boolean automatic = mail.sort() != IncomingMail.Sort.PERSON
                || (mail.fromAddress() != null && inbox.isOurs(mail.fromAddress()));
        if (addedTo(threads.find(mail.references()), mail, automatic)) {
            return;
        }
        if (!automatic) {
            mails.acknowledge(mail, register(mail));
            return;
        }
        String program = mail.fromAddress() == null ? "" : mail.fromAddress();
        boolean collected = threads.collected(program)
                .map(id -> correspondence.receiveAutomatic(
                        id,
                        new Content.AutomaticMail(
                                mail.sort() == IncomingMail.Sort.BOUNCE, subject(mail), details(mail)),
                        uploads(mail)))
                .orElse(false);
        if (!collected) {
            threads.collect(program, register(mail));
        }
    }

    private boolean addedTo(Optional<CaseId> answered, IncomingMail mail, boolean automatic) {
        if (answered.isEmpty()) {
            return false;
        }
        if (automatic) {
            // Its text may repeat the reporter's address; the whole mail is in the envelope.
            return correspondence.receiveAutomatic(
                    answered.get(),
                    new Content.AutomaticMail(mail.sort() == IncomingMail.Sort.BOUNCE, null, null),
                    List.of(whole(mail)));
        }
        String from = Stream.of(mail.fromName(), mail.fromAddress())
                .filter(Objects::nonNull)
                .map(part -> limit(part, IntakeRules.LONGEST_LINE))
                .collect(Collectors.joining(" "));
        return correspondence.receiveMail(answered.get(), from, details(mail), uploads(mail));
    }

    private CaseId register(IncomingMail mail) {
        Reporter.Identity identity = new Reporter.Identity(cut(mail.fromName()), null, null, cut(mail.fromAddress()));
        return intake.receive(new RegisterComplaint(
                Kind.TIP,
                ChannelKind.EMAIL,
                Time.dayOf(mail.receivedAt()),
                subject(mail),
                details(mail),
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

    private String subject(IncomingMail mail) {
        return mail.subject().isBlank() ? text("mail.noSubject") : limit(mail.subject(), IntakeRules.LONGEST_SUBJECT);
    }

    private String details(IncomingMail mail) {
        return mail.text().isBlank() ? text("mail.noText") : limit(mail.text(), IntakeRules.LONGEST_DETAILS);
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
                + (mail.sort() == IncomingMail.Sort.PERSON ? "" : "AUTO_SUBMITTED");
        particulars.put(Particular.MAIL_TROUBLE, trouble.strip());
        return particulars;
    }

    private static List<Upload> uploads(IncomingMail mail) {
        List<Upload> uploads = new ArrayList<>();
        for (IncomingMail.Attachment attachment : mail.attachments()) {
            uploads.add(Upload.of(attachment.name(), attachment.contentType(), attachment.bytes()));
        }
        uploads.add(whole(mail));
        return uploads;
    }

    private static Upload whole(IncomingMail mail) {
        IncomingMail.Raw raw = mail.raw();
        return Upload.of("message.eml", "message/rfc822", raw.size(), raw::open).tellingReporter();
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
