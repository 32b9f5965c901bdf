package org.sucharit.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.Provider;
import java.security.Security;
import java.security.cert.Certificate;
import java.util.Collections;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.signing.Authority.Identity;
import org.sucharit.signing.Authority.Wish;
import org.sucharit.signing.Signed.Reason;
import org.sucharit.signing.SigningSettings.KeySettings;
import org.sucharit.signing.Verification.Valid;
import org.sucharit.testing.SoftHsm;

/** Signing with a key that never leaves its PKCS#11 token. */
class TokenTests {

    private static final Authority AUTHORITY = new Authority("Issuer");
    private static final Wish TOWN = Wish.of("C=TH,O=Khao Hin,CN=Khao Hin Mayor");

    private static long slot;

    /** Nobody signs in here: whoever does signs the whole process in, whatever PIN comes after. */
    private static long untouched;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() throws Exception {
        untouched = SoftHsm.token(UUID.randomUUID().toString().substring(0, 30));
        slot = SoftHsm.token(UUID.randomUUID().toString().substring(0, 30));
        Provider provider = Security.getProvider("SunPKCS11")
                .configure("--name = filling\nlibrary = \"" + SoftHsm.library() + "\"\nslot = " + slot
                        + "\nattributes(*, CKO_PRIVATE_KEY, *) = {\nCKA_TOKEN = true\nCKA_SENSITIVE = true\n"
                        + "CKA_EXTRACTABLE = false\nCKA_SIGN = true\n}");
        KeyStore token = KeyStore.getInstance("PKCS11", provider);
        token.load(null, SoftHsm.PIN.toCharArray());
        for (String algorithm : new String[] {"RSA", "EC"}) {
            Identity town = AUTHORITY.issue(TOWN.key(algorithm, algorithm.equals("RSA") ? 2048 : 256));
            token.setKeyEntry(algorithm, town.key(), null, town.chain().toArray(Certificate[]::new));
        }
        token.store(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC"})
    void signsWithAKeyThatNeverLeavesTheToken(String alias) throws Exception {
        Path pin = Files.writeString(folder.resolve("pin"), SoftHsm.PIN + "\n");
        Signing signing =
                Samples.signing(new KeySettings(null, SoftHsm.library(), slot, null, null, null, pin, alias, null));
        assertThat(signing.available(Samples.ORG)).isTrue();
        Valid valid = (Valid) signing.verify(Samples.ORG, Samples.signed(signing, Samples.pdf()));
        assertThat(valid.byUs()).isTrue();
        assertThat(valid.level()).isEqualTo(Level.B);
    }

    @Test
    void signsFromManyThreadsAtOnce() throws Exception {
        Signing signing = Samples.signing(key(slot, SoftHsm.PIN, "RSA"));
        Callable<Verification> work = () -> signing.verify(Samples.ORG, Samples.signed(signing, Samples.pdf()));
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<Verification> done : threads.invokeAll(Collections.nCopies(40, work))) {
                assertThat(done.get()).isInstanceOf(Valid.class);
            }
        }
    }

    @Test
    void handsTheDocumentBackUnsignedWhereTheTokenRefuses() {
        assertWithout(Reason.WRONG_PASSWORD, key(untouched, "000000", "RSA"));
        assertWithout(Reason.NO_SUCH_KEY, key(slot, SoftHsm.PIN, null));
        assertWithout(Reason.NO_SUCH_KEY, key(slot, SoftHsm.PIN, "another"));
        assertWithout(Reason.UNREADABLE, key(12_345, SoftHsm.PIN, "RSA"));
        assertWithout(
                Reason.UNREADABLE,
                new KeySettings(null, folder.resolve("missing.so"), slot, null, null, SoftHsm.PIN, null, "RSA", null));
    }

    private static KeySettings key(long slot, String pin, @Nullable String alias) {
        return new KeySettings(null, SoftHsm.library(), slot, null, null, pin, null, alias, null);
    }

    private static void assertWithout(Reason reason, KeySettings key) {
        byte[] pdf = Samples.pdf();
        assertThat(Samples.signing(key).sign(Samples.ORG, pdf, Samples.MAYOR))
                .isEqualTo(new Signed.Without(pdf, reason));
    }
}
