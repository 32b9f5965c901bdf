package org.sucharit.portal;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.screen.Thai;

/** Register numbers in the reader's words. */
@Component
class RegisterNumbers {

    private final MessageSource messages;
    private final Thai thai;

    RegisterNumbers(MessageSource messages, Thai thai) {
        this.messages = messages;
        this.thai = thai;
    }

    /** For programs, with Arabic digits whatever the language. */
    String text(RegisterNumber number, Locale locale) {
        Object[] parts = {Integer.toString(number.number()), Integer.toString(number.year())};
        return messages.getMessage("register.number." + number.series(), parts, locale);
    }

    /** For people. */
    String read(RegisterNumber number, Locale locale) {
        return thai.digits(text(number, locale));
    }
}
