package org.sucharit.vault;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.hpke.HPKE;
import org.bouncycastle.crypto.params.X25519PrivateKeyParameters;

/**
 * Sealing to a public key: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Keys are
 * the raw 32 bytes of RFC 7748; {@code context} is HPKE's {@code info} and must be the same on both sides. A sealed
 * value is the encapsulated key followed by the ciphertext.
 */
final class Hpke {

    private static final int ENCAPSULATED = 32;
    private static final byte[] NONE = new byte[0];
    private static final SecureRandom RANDOM = new SecureRandom();

    private Hpke() {}

    /** A key pair; the private half is wiped by nobody, so keep it no longer than needed. */
    record KeyPair(byte[] publicKey, byte[] privateKey) {

        static KeyPair generate() {
            return of(new X25519PrivateKeyParameters(RANDOM));
        }

        /** @throws IllegalArgumentException when it is not 32 bytes long */
        static KeyPair of(byte[] privateKey) {
            return of(new X25519PrivateKeyParameters(privateKey));
        }

        private static KeyPair of(X25519PrivateKeyParameters key) {
            return new KeyPair(key.generatePublicKey().getEncoded(), key.getEncoded());
        }
    }

    static byte[] seal(byte[] publicKey, byte[] plaintext, byte[] context) {
        try {
            HPKE hpke = hpke();
            byte[][] sealed =
                    hpke.seal(hpke.deserializePublicKey(publicKey), context, NONE, plaintext, null, null, null);
            byte[] joined = Arrays.copyOf(sealed[1], sealed[1].length + sealed[0].length);
            System.arraycopy(sealed[0], 0, joined, sealed[1].length, sealed[0].length);
            return joined;
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new IllegalStateException("Cannot seal to this key", e);
        }
    }

    /** @throws GeneralSecurityException when this key, context or ciphertext is not the right one */
    static byte[] open(KeyPair pair, byte[] sealed, byte[] context) throws GeneralSecurityException {
        if (sealed.length < ENCAPSULATED) {
            throw new GeneralSecurityException("Too short to be sealed");
        }
        byte[] encapsulated = Arrays.copyOf(sealed, ENCAPSULATED);
        byte[] ciphertext = Arrays.copyOfRange(sealed, ENCAPSULATED, sealed.length);
        try {
            HPKE hpke = hpke();
            return hpke.open(
                    encapsulated,
                    hpke.deserializePrivateKey(pair.privateKey(), pair.publicKey()),
                    context,
                    NONE,
                    ciphertext,
                    null,
                    null,
                    null);
        } catch (InvalidCipherTextException | RuntimeException e) {
            throw new GeneralSecurityException("Does not open", e);
        }
    }

    /** Not to be shared among threads. */
    private static HPKE hpke() {
        return new HPKE(HPKE.mode_base, HPKE.kem_X25519_SHA256, HPKE.kdf_HKDF_SHA256, HPKE.aead_AES_GCM256);
    }
}
