package org.sucharit.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import com.google.crypto.tink.util.Bytes;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What was sealed by Tink opens, what is sealed now Tink opens: nothing stored becomes unreadable. */
@AccessesPartialKey
class HpkeTests {

    private static final byte[] CONTEXT = "sucharit/v1/test".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PLAIN = "ความลับ".getBytes(StandardCharsets.UTF_8);

    @BeforeAll
    static void register() throws GeneralSecurityException {
        HybridConfig.register();
    }

    @RepeatedTest(10)
    void opensWhatAnotherImplementationSealed() throws Exception {
        Hpke.KeyPair pair = Hpke.KeyPair.generate();
        byte[] sealed = handle(KeysetHandle.importKey(publicKey(pair)))
                .getPrimitive(RegistryConfiguration.get(), HybridEncrypt.class)
                .encrypt(PLAIN, CONTEXT);
        assertThat(Hpke.open(pair, sealed, CONTEXT)).isEqualTo(PLAIN);
    }

    @RepeatedTest(10)
    void sealsWhatAnotherImplementationOpens() throws Exception {
        Hpke.KeyPair pair = Hpke.KeyPair.generate();
        HpkePrivateKey key = HpkePrivateKey.create(
                publicKey(pair), SecretBytes.copyFrom(pair.privateKey(), InsecureSecretKeyAccess.get()));
        assertThat(handle(KeysetHandle.importKey(key))
                        .getPrimitive(RegistryConfiguration.get(), HybridDecrypt.class)
                        .decrypt(Hpke.seal(pair.publicKey(), PLAIN, CONTEXT), CONTEXT))
                .isEqualTo(PLAIN);
    }

    @Test
    void opensForNoOtherKeyContextOrByte() {
        Hpke.KeyPair pair = Hpke.KeyPair.generate();
        byte[] sealed = Hpke.seal(pair.publicKey(), PLAIN, CONTEXT);
        assertShut(Hpke.KeyPair.generate(), sealed, CONTEXT);
        assertShut(pair, sealed, PLAIN);
        for (int i = 0; i < sealed.length; i++) {
            byte[] changed = sealed.clone();
            changed[i] ^= 1;
            // The highest bit of an encapsulated key is not read (RFC 7748), but the key schedule takes it in.
            assertShut(pair, changed, CONTEXT);
        }
        assertShut(pair, new byte[0], CONTEXT);
        assertShut(pair, new byte[32], CONTEXT);
        assertShut(pair, new byte[64], CONTEXT);
    }

    @Test
    void refusesToSealToAKeyThatIsNone() {
        assertThatThrownBy(() -> Hpke.seal(new byte[31], PLAIN, CONTEXT)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> Hpke.seal(new byte[32], PLAIN, CONTEXT)).isInstanceOf(IllegalStateException.class);
    }

    private static void assertShut(Hpke.KeyPair pair, byte[] sealed, byte[] context) {
        assertThatThrownBy(() -> Hpke.open(pair, sealed, context)).isInstanceOf(GeneralSecurityException.class);
    }

    private static HpkePublicKey publicKey(Hpke.KeyPair pair) throws GeneralSecurityException {
        HpkeParameters parameters = HpkeParameters.builder()
                .setKemId(HpkeParameters.KemId.DHKEM_X25519_HKDF_SHA256)
                .setKdfId(HpkeParameters.KdfId.HKDF_SHA256)
                .setAeadId(HpkeParameters.AeadId.AES_256_GCM)
                .setVariant(HpkeParameters.Variant.NO_PREFIX)
                .build();
        return HpkePublicKey.create(parameters, Bytes.copyFrom(pair.publicKey()), null);
    }

    private static KeysetHandle handle(KeysetHandle.Builder.Entry entry) throws GeneralSecurityException {
        return KeysetHandle.newBuilder()
                .addEntry(entry.withRandomId().makePrimary())
                .build();
    }
}
