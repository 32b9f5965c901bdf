package org.sucharit.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.sucharit.kernel.CaseId;

class CaseKeyTests {

    private final CaseId caseId = CaseId.random();
    private final CaseKey key = key(caseId);

    @Test
    void opensWhatItSealed() {
        assertThat(key.openText("subject", key.seal("subject", "ความลับ"))).isEqualTo("ความลับ");
    }

    @Test
    void opensWhatWasSealedToTheCaseByPublicKeyAlone() {
        byte[] secret = random();
        Hpke.KeyPair pair = Hpke.KeyPair.generate();
        CaseKey withPair = new CaseKey(caseId, secret, CaseKey.sealPrivateKey(caseId, secret, pair), true);
        byte[] plain = "from a timer".getBytes(StandardCharsets.UTF_8);
        Sealed sealed = Sealed.of(Sealed.TO_CASE, Hpke.seal(pair.publicKey(), plain, CaseKey.binding(caseId, "note")));
        assertThat(withPair.open("note", sealed)).isEqualTo(plain);
        assertThatThrownBy(() -> withPair.open("other", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenAValueMovedToAnotherField() {
        Sealed sealed = key.seal("note", "x");
        assertThatThrownBy(() -> key.open("subject", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenAValueMovedToAnotherCaseEvenUnderTheSameSecret() {
        byte[] secret = random();
        CaseKey one = new CaseKey(caseId, secret, none(), true);
        CaseKey other = new CaseKey(CaseId.random(), secret, none(), true);
        Sealed sealed = one.seal("note", "x");
        assertThatThrownBy(() -> other.open("note", sealed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotOpenAChangedValue() {
        byte[] bytes = key.seal("note", "x").bytes().clone();
        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> key.open("note", new Sealed(changed)))
                    .as("byte %d", i)
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(key.seal("note", "x")).isNotEqualTo(key.seal("note", "x"));
    }

    private static CaseKey key(CaseId caseId) {
        return new CaseKey(caseId, random(), none(), true);
    }

    private static CaseKey.SealedPrivateKey none() {
        return new CaseKey.SealedPrivateKey(new byte[32], new byte[0]);
    }

    private static byte[] random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }
}
