package org.sucharit.organisation;

import org.sucharit.kernel.PersonId;

/**
 * Somebody who works for an organisation.
 *
 * @param nameTh with title or rank, as it stands in the brackets under a signature
 * @param email empty where there is none; so is {@code phone}
 * @param active whether they may sign in and be given work
 */
public record PersonView(
        PersonId id, String username, String nameTh, String nameEn, String email, String phone, boolean active) {}
