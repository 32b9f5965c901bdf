package org.sucharit.intake;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CaseId;
import org.sucharit.mail.Inbox;
import org.sucharit.mail.IncomingMail;
import org.sucharit.mail.Outbox;
import org.sucharit.mail.OutgoingMail;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;

/**
 * Mails to whoever reported. They are the same to the letter for every case, but for the reference by which an answer
 * finds its way: mail is read by others than those whom it is for.
 */
@Component
@Transactional
public class MailsToReporters {

    private static final Locale THAI = Locale.of("th");

    private final MailThreads threads;
    private final AnswerBrake brake;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Organisations organisations;
    private final Register register;
    private final MessageSource messages;

    MailsToReporters(
            MailThreads threads,
            AnswerBrake brake,
            Inbox inbox,
            Outbox outbox,
            Organisations organisations,
            Register register,
            MessageSource messages) {
        this.threads = threads;
        this.brake = brake;
        this.inbox = inbox;
        this.outbox = outbox;
        this.organisations = organisations;
        this.register = register;
        this.messages = messages;
    }

    /**
     * Tells a reporter that something waits for them, and nothing else; an answer by mail goes to the case.
     *
     * @param by who has opened who reported, and so knows the address
     * @param address as the reporter gave it; nothing is sent where it is none
     * @return whether a mail goes out
     */
    public boolean tell(Officer by, CaseId id, String address) {
        OrganisationView organisation = organisations.current();
        if (!OutgoingMail.isAddress(address)) {
            return false;
        }
        send(id, organisation, address, "waits", inbox.answers(organisation.shortName()), null);
        register.append(Note.of(Act.REPORTER_TOLD, id, by.id()));
        return true;
    }

    /** Tells whoever wrote that it came, where a person wrote it and can be answered, and not too often. */
    void acknowledge(IncomingMail mail, CaseId id) {
        Optional<Inbox.Answers> answers = inbox.answers(mail).filter(Inbox.Answers::acknowledge);
        String to = mail.fromAddress();
        if (answers.isEmpty()
                || to == null
                || mail.sort() != IncomingMail.Sort.PERSON
                || !outbox.sending()
                || inbox.isOurs(to)
                || !OutgoingMail.isAddress(to)) {
            return;
        }
        OrganisationView organisation = organisations.current();
        if (brake.mayAnswer(organisation.id(), to)) {
            String answered = mail.messageId() == null ? "" : mail.messageId();
            send(id, organisation, to, "received", answers, answered);
            register.append(Note.of(Act.ACKNOWLEDGED, id, null));
        }
    }

    private void send(
            CaseId id,
            OrganisationView organisation,
            String to,
            String what,
            Optional<Inbox.Answers> answers,
            @Nullable String answered) {
        outbox.enqueue(new OutgoingMail(
                organisation.id(),
                to,
                text(what + ".subject", THAI) + " / " + text(what + ".subject", Locale.ENGLISH),
                body(what, organisation, answers.isPresent()),
                new OutgoingMail.ToReporter(
                        threads.begin(id),
                        answers.map(Inbox.Answers::address).orElse(null),
                        answers.map(Inbox.Answers::tagged).orElse(false),
                        answered)));
    }

    private String body(String what, OrganisationView organisation, boolean answerable) {
        StringBuilder body = new StringBuilder();
        for (Locale language : new Locale[] {THAI, Locale.ENGLISH}) {
            body.append(text(
                            what + ".body", language, language == THAI ? organisation.nameTh() : organisation.nameEn()))
                    .append("\n\n")
                    .append(text(answerable ? "answer" : "noAnswer", language))
                    .append("\n\n");
        }
        return body.toString();
    }

    private String text(String code, Locale language, Object... arguments) {
        return messages.getMessage("mailToReporter." + code, arguments, language);
    }
}
