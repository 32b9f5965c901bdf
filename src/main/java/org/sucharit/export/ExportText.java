package org.sucharit.export;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.screen.Thai;

/** The words of copies and of the pages about them, in the language spoken. */
@Component
class ExportText {

    private final MessageSource messages;
    private final People people;
    private final Thai thai;

    ExportText(MessageSource messages, People people, Thai thai) {
        this.messages = messages;
        this.people = people;
        this.thai = thai;
    }

    String of(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    /** Of what the reporter reads, which is in Thai whoever writes. */
    String official(String code, Object... arguments) {
        return messages.getMessage(code, arguments, Thai.THAI);
    }

    String number(RegisterNumber number) {
        return of(
                "register.number." + number.series(),
                thai.digits(Integer.toString(number.number())),
                thai.digits(Integer.toString(number.year())));
    }

    String name(PersonId person) {
        return people.find(person).map(PersonView::nameTh).orElse("");
    }
}
