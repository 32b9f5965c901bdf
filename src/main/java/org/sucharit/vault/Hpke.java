package org.sucharit.vault;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.HybridDecrypt;
import com.google.crypto.tink.HybridEncrypt;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.hybrid.HpkeParameters;
import com.google.crypto.tink.hybrid.HpkePrivateKey;
import com.google.crypto.tink.hybrid.HpkePublicKey;
import com.google.crypto.tink.hybrid.HybridConfig;
import com.google.crypto.tink.subtle.X25519;
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.security.GeneralSecurityException;

/**
 * Sealing to a public key: HPKE (RFC 9180), base mode, DHKEM(X25519, HKDF-SHA256), HKDF-SHA256, AES-256-GCM. Keys are
 * the raw 32 bytes of RFC 7748; {@code context} is HPKE's {@code info} and must be the same on both sides.
 */
final class Hpke {

    static {
        try {
            HybridConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static final HpkeParameters PARAMETERS = parameters();

    private Hpke() {}

    /** A key pair; the private half is wiped by nobody, so keep it no longer than needed. */
    record KeyPair(byte[] publicKey, byte[] privateKey) {

        static KeyPair generate() {
            return of(X25519.generatePrivateKey());
        }

        static KeyPair of(byte[] privateKey) {
            try {
                return new KeyPair(X25519.publicFromPrivate(privateKey), privateKey);
            } catch (java.security.InvalidKeyException e) {
                throw new IllegalArgumentException("Not an X25519 private key", e);
            }
        }
    }

    @AccessesPartialKey
    static byte[] seal(byte[] publicKey, byte[] plaintext, byte[] context) {
        try {
            HpkePublicKey key = HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(publicKey), null);
            return handle(KeysetHandle.importKey(key))
                    .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                    .encrypt(plaintext, context);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Cannot seal to this key", e);
        }
    }

    /** @throws GeneralSecurityException when this key, context or ciphertext is not the right one */
    @AccessesPartialKey
    static byte[] open(KeyPair pair, byte[] ciphertext, byte[] context) throws GeneralSecurityException {
        HpkePublicKey publicKey = HpkePublicKey.create(PARAMETERS, Bytes.copyFrom(pair.publicKey()), null);
        HpkePrivateKey key = HpkePrivateKey.create(
                publicKey, SecretBytes.copyFrom(pair.privateKey(), InsecureSecretKeyAccess.get()));
        return handle(KeysetHandle.importKey(key))
                .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                .decrypt(ciphertext, context);
    }

    private static KeysetHandle handle(KeysetHandle.Builder.Entry entry) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(entry.withRandomId().makePrimary())
                .build();
    }

    private static HpkeParameters parameters() {
        try {
            return HpkeParameters.builder()
                    .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                    .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                    .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                    .setVariant(HpkeParameters.Variant.NO_PREFIX)
                    .build();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
