package org.sucharit.vault;

import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;

/**
 * A person who is signed in, and so has their private key open. It lives in the memory of one session and is on
 * purpose not serialisable: an open key is never written anywhere.
 */
public final class Officer {

    private final PersonId id;
    private final OrganisationId organisation;
    private final Hpke.KeyPair keys;

    Officer(PersonId id, OrganisationId organisation, Hpke.KeyPair keys) {
        this.id = id;
        this.organisation = organisation;
        this.keys = keys;
    }

    public PersonId id() {
        return id;
    }

    public OrganisationId organisation() {
        return organisation;
    }

    Hpke.KeyPair keys() {
        return keys;
    }

    @Override
    public String toString() {
        return "Officer[" + id + "]";
    }
}
