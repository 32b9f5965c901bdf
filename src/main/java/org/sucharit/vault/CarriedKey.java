package org.sucharit.vault;

import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Optional;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;

/**
 * An officer's open key in two parts, to be carried from one request to the next by two carriers: neither part tells
 * anything of the key without the other.
 *
 * @param sealed the private key under AES-256-GCM
 * @param half the 32 random bytes that open it
 */
public record CarriedKey(byte[] sealed, byte[] half) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /** @param about what the two parts belong to; the same words must be said to {@link #join} */
    public static CarriedKey part(Officer officer, String about) {
        byte[] half = new byte[32];
        RANDOM.nextBytes(half);
        try {
            byte[] sealed = new AesGcmJce(half)
                    .encrypt(officer.keys().privateKey(), binding(officer.id(), officer.organisation(), about));
            return new CarriedKey(sealed, half);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is missing", e);
        }
    }

    /** @return the officer, or nothing where a part is not the right one or belongs to somebody or something else */
    public Optional<Officer> join(PersonId person, OrganisationId organisation, String about) {
        if (half.length != 32) {
            return Optional.empty();
        }
        try {
            byte[] secret = new AesGcmJce(half).decrypt(sealed, binding(person, organisation, about));
            return Optional.of(new Officer(person, organisation, Hpke.KeyPair.of(secret)));
        } catch (GeneralSecurityException wrongPart) {
            return Optional.empty();
        }
    }

    private static byte[] binding(PersonId person, OrganisationId organisation, String about) {
        return ("sucharit/v1/carried/" + organisation.value() + "/" + person.value() + "/" + about)
                .getBytes(StandardCharsets.UTF_8);
    }
}
