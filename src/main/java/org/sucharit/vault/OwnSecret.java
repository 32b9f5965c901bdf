package org.sucharit.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.sucharit.kernel.PersonId;

/** A secret sealed to an officer's own key: only they open it, with their password, and a copy of the database does not. */
public final class OwnSecret {

    private OwnSecret() {}

    /** @param purpose what it is for; the same words must be said to {@link #open} */
    public static byte[] seal(Officer officer, String purpose, byte[] secret) {
        return Hpke.seal(officer.keys().publicKey(), secret, context(officer.id(), purpose));
    }

    /** @return nothing where it was sealed to another key, for another purpose, or was changed */
    public static Optional<byte[]> open(Officer officer, String purpose, byte[] sealed) {
        try {
            return Optional.of(Hpke.open(officer.keys(), sealed, context(officer.id(), purpose)));
        } catch (GeneralSecurityException notTheirs) {
            return Optional.empty();
        }
    }

    static byte[] context(PersonId person, String purpose) {
        return ("sucharit/v1/own/" + person + "/" + purpose).getBytes(StandardCharsets.UTF_8);
    }
}
