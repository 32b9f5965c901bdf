package org.sucharit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sucharit.kernel.PersonId;

class PasswordsTests {

    private static final byte[] SECRET = {1, 2, 3};

    private final PersonId person = PersonId.random();

    /** The first choice of the OWASP Password Storage Cheat Sheet for Argon2id. */
    @Test
    void areWrappedAtTheCostThatIsPromised() {
        Passwords.Wrapped wrapped = new Passwords().wrap(person, "a long enough password", SECRET);
        assertThat(wrapped.memoryKib()).isEqualTo(46 * 1024);
        assertThat(wrapped.iterations()).isEqualTo(1);
    }

    @Test
    void areOpenedAtTheCostTheyWereWrappedAt() {
        Passwords.Wrapped wrapped = new Passwords(8, 2).wrap(person, "a long enough password", SECRET);
        assertThat(new Passwords().unwrap(person, "a long enough password", wrapped))
                .isEqualTo(SECRET);
        assertThat(new Passwords().unwrap(person, "another password", wrapped)).isNull();
        assertThat(new Passwords().unwrap(PersonId.random(), "a long enough password", wrapped))
                .isNull();
    }
}
