package org.sucharit.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;

/** A secret sealed to an officer's own key: only they open it, with their password, and a copy of the database does not. */
public final class OwnSecret {

    private OwnSecret() {}

    /** @param purpose what it is for; the same words must be said to {@link #open} */
    public static byte[] seal(Officer officer, String purpose, byte[] secret) {
        return Hpke.seal(officer.keys().publicKey(), secret, context(officer, purpose));
    }

    /** @return nothing where it was sealed to another key, for another purpose, or was changed */
    public static Optional<byte[]> open(Officer officer, String purpose, byte[] sealed) {
        try {
            return Optional.of(Hpke.open(officer.keys(), sealed, context(officer, purpose)));
        } catch (GeneralSecurityException notTheirs) {
            return Optional.empty();
        }
    }

    private static byte[] context(Officer officer, String purpose) {
        return ("sucharit/v1/own/" + officer.id() + "/" + purpose).getBytes(StandardCharsets.UTF_8);
    }
}
