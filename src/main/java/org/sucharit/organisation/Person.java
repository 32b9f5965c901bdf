package org.sucharit.organisation;

import jakarta.persistence.Entity;
import org.sucharit.kernel.PersonId;

@Entity
class Person extends Owned {

    private String username;
    private String nameTh;
    private String nameEn;
    private String email;
    private String phone;
    private boolean active;

    @SuppressWarnings("NullAway.Init")
    Person() {}

    @SuppressWarnings("NullAway.Init")
    Person(AddPerson command) {
        super(command.id().value());
        this.username = command.username();
        this.active = true;
        describe(command.nameTh(), command.nameEn(), command.email(), command.phone());
    }

    final void describe(String nameTh, String nameEn, String email, String phone) {
        this.nameTh = nameTh.strip();
        this.nameEn = nameEn.strip();
        this.email = email.strip();
        this.phone = phone.strip();
    }

    boolean isActive() {
        return active;
    }

    void activate(boolean active) {
        this.active = active;
    }

    PersonView view() {
        return new PersonView(new PersonId(id()), username, nameTh, nameEn, email, phone, active);
    }
}
