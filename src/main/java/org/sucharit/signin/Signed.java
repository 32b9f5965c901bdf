package org.sucharit.signin;

import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.vault.CarriedKey;
import org.sucharit.vault.Officer;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the session store holds of a sign-in.
 *
 * @param id of this sign-in, for the list of sign-ins; no secret
 * @param sealed the private key under the half in the cookie; nothing while locked
 * @param factor the second factor that was shown; empty where none was asked
 * @param lacks whether a second factor is wanted of this person that they do not have yet
 * @param began when the password was given, by which the sign-in ends at the latest
 * @param seen the last request, give or take half a minute
 * @param browser such as "Chrome · Android"
 */
record Signed(
        UUID id,
        UUID person,
        UUID organisation,
        Stage stage,
        byte @Nullable [] sealed,
        String factor,
        boolean lacks,
        Instant began,
        Instant seen,
        String browser) {

    /** How far a sign-in has come. */
    enum Stage {
        /** The password was right, the second factor is still to be shown. */
        HALF_WAY,
        OPEN,
        LOCKED
    }

    private static final JsonMapper JSON = JsonMapper.shared();

    static Signed read(String text) {
        return JSON.readValue(text, Signed.class);
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    PersonId personId() {
        return new PersonId(person);
    }

    OrganisationId organisationId() {
        return new OrganisationId(organisation);
    }

    Signed with(CarriedKey key) {
        return new Signed(id, person, organisation, stage, key.sealed(), factor, lacks, began, seen, browser);
    }

    Signed opened(String factor, boolean lacks, Instant now) {
        return new Signed(id, person, organisation, Stage.OPEN, null, factor, lacks, began, now, browser);
    }

    Signed halfWay(Instant now) {
        return new Signed(id, person, organisation, Stage.HALF_WAY, null, "", lacks, began, now, browser);
    }

    Signed locked() {
        return new Signed(id, person, organisation, Stage.LOCKED, null, factor, lacks, began, seen, browser);
    }

    Signed seenAt(Instant now) {
        return new Signed(id, person, organisation, stage, sealed, factor, lacks, began, now, browser);
    }

    /** The officer, where the other half is the right one and nothing that counts was changed in the store. */
    @Nullable
    Officer join(String half) {
        if (sealed == null) {
            return null;
        }
        try {
            byte[] key = Base64.getUrlDecoder().decode(half);
            return new CarriedKey(sealed, key)
                    .join(personId(), organisationId(), about())
                    .orElse(null);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }

    /** What the sealed key belongs to: raising the stage or moving the hour in the store shuts it. */
    String about() {
        return id + "/" + stage + "/" + factor + "/" + lacks + "/" + began.toEpochMilli();
    }
}
