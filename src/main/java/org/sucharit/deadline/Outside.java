package org.sucharit.deadline;

import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.sucharit.organisation.Organisations;

/** The authority above the organisation, to which a case goes that nobody inside may see. */
@Component
class Outside {

    private final Organisations organisations;
    private final MessageSource messages;

    Outside(Organisations organisations, MessageSource messages) {
        this.organisations = organisations;
        this.messages = messages;
    }

    /** The district officer of the organisation's district. */
    String authority() {
        String district = organisations.current().settings().letterhead().district();
        return messages.getMessage("paper.addressee.district", new Object[] {district}, Locale.of("th"));
    }
}
