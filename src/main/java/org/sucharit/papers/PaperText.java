package org.sucharit.papers;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.casefile.Route;
import org.sucharit.document.Fields;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.PostKind;

/** The words of the papers, which are in Thai whoever writes, and the fields that every paper of a case has. */
@Component
class PaperText {

    private static final Locale THAI = Locale.of("th");

    private final MessageSource messages;
    private final Organisations organisations;

    PaperText(MessageSource messages, Organisations organisations) {
        this.messages = messages;
        this.organisations = organisations;
    }

    String of(String code, Object... arguments) {
        return messages.getMessage(code, arguments, THAI);
    }

    /** @param subject empty where the case is not open: what it is about is then left out */
    Fields ofCase(CaseFile file, String subject) {
        return new Fields()
                .text("organisation", organisation())
                .text("registerNumber", number(file.number()))
                .text("kind", of("paper.kind." + file.kind()))
                .text("channel", of("channel." + file.channel()))
                .text("matter", subject)
                .flag("named", !subject.isEmpty())
                .date("receivedOn", file.receivedOn())
                .date("firstDueOn", file.firstDueOn())
                .date("dueOn", file.dueOn())
                .flag("extended", file.dueOn().isAfter(file.firstDueOn()))
                .flag("outside", file.route() == Route.EXECUTIVE);
    }

    String number(RegisterNumber number) {
        return of(
                "register.number." + number.series(),
                Integer.toString(number.number()),
                Integer.toString(number.year()));
    }

    /** As whom a post is written to. */
    String addressee(PostKind post) {
        return post == PostKind.MAYOR ? of("paper.addressee.mayor", organisation()) : of("post." + post);
    }

    private String organisation() {
        return organisations.current().nameTh();
    }
}
