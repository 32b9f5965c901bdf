package org.sucharit.administration;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.sucharit.organisation.OrganisationChanged;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;

/**
 * Enters every change that a person makes to the organisation in the register, in the transaction of the change. What
 * the installation does by itself before there is anybody to sign in is not entered.
 */
@Component
class ChangesInRegister {

    private final Register register;

    ChangesInRegister(Register register) {
        this.register = register;
    }

    @EventListener
    void enter(OrganisationChanged changed) {
        if (changed.by() != null) {
            register.append(
                    Note.of(Act.SETTINGS_CHANGED, changed.by()).detail(changed.change() + " " + changed.subject()));
        }
    }
}
