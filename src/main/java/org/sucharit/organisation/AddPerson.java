package org.sucharit.organisation;

import org.sucharit.kernel.PersonId;

/**
 * Asks for a new person.
 *
 * @param username 2 to 40 of a-z, 0-9, dot, hyphen and underscore; unlike any other in the organisation
 * @param nameTh with title or rank
 */
public record AddPerson(PersonId id, String username, String nameTh, String nameEn, String email, String phone) {

    public AddPerson(String username, String nameTh, String nameEn, String email, String phone) {
        this(PersonId.random(), username, nameTh, nameEn, email, phone);
    }
}
