package org.sucharit.organisation;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import java.util.HashSet;
import java.util.Set;
import org.sucharit.kernel.PersonId;

@Entity
class Person extends Owned {

    private String username;
    private String nameTh;
    private String nameEn;
    private String email;
    private String phone;
    private boolean active;

    @ElementCollection
    @CollectionTable(name = "person_former_name", joinColumns = @JoinColumn(name = "person_id"))
    private Set<FormerName> formerNames = new HashSet<>();

    @SuppressWarnings("NullAway.Init")
    Person() {}

    @SuppressWarnings("NullAway.Init")
    Person(AddPerson command) {
        super(command.id().value());
        this.username = command.username();
        this.active = true;
        describe(command.nameTh(), command.nameEn(), command.email(), command.phone());
    }

    /** Keeps the name so far, by which they may still be meant. */
    void rename(String nameTh, String nameEn) {
        FormerName before = new FormerName(this.nameTh, this.nameEn);
        if (!before.equals(new FormerName(nameTh.strip(), nameEn.strip()))) {
            formerNames.add(before);
        }
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
