package org.sucharit.vault;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/**
 * The key pairs of people. A private key is open only in the {@link Officer} of a session; at rest it is wrapped under
 * a key derived from the password, so nobody who resets a password gains what the old one opened.
 */
@Component
@Transactional
public class Keyring {

    private final PersonKeyRepository keys;
    private final Time time;

    Keyring(PersonKeyRepository keys, Time time) {
        this.keys = keys;
        this.time = time;
    }

    /**
     * Makes the key pair of a person who has none yet.
     *
     * @param temporary whether the person must choose another password at the first sign-in
     * @throws Problem conflict, where the person has a key pair already
     */
    public void enrol(PersonId person, String password, boolean temporary) {
        if (keys.findByPersonId(person.value()).isPresent()) {
            throw Problem.conflict("person.hasPassword");
        }
        PasswordRules.checkGuesses(password);
        Hpke.KeyPair pair = Hpke.KeyPair.generate();
        Passwords.Wrapped wrapped = Passwords.wrap(person, password, pair.privateKey());
        keys.save(new PersonKey(person, pair.publicKey(), wrapped, temporary, time.now()));
    }

    /** @return the officer with their key open, or nothing where the password or the person is wrong */
    @Transactional(readOnly = true)
    public Optional<Officer> signIn(PersonId person, String password) {
        Optional<PersonKey> key = keys.findByPersonId(person.value());
        if (key.isEmpty()) {
            pretendToSignIn(password);
            return Optional.empty();
        }
        return Optional.ofNullable(Passwords.unwrap(person, password, key.get().wrapped()))
                .map(secret -> new Officer(person, CurrentOrganisation.get(), Hpke.KeyPair.of(secret)));
    }

    /** Spends the time of a sign-in for a name that is not there. */
    public void pretendToSignIn(String password) {
        Passwords.pretend(password);
    }

    /** Whether the password was set by somebody else and must be changed first. */
    @Transactional(readOnly = true)
    public boolean mustChangePassword(PersonId person) {
        return keys.findByPersonId(person.value()).map(PersonKey::temporary).orElse(false);
    }

    /** @throws Problem invalid, where the present password is wrong or the new one too easy */
    public void changePassword(Officer officer, String present, String chosen) {
        PersonKey key = keys.findByPersonId(officer.id().value()).orElseThrow(Problem::notFound);
        byte[] secret = Passwords.unwrap(officer.id(), present, key.wrapped());
        if (secret == null) {
            throw Problem.invalid("present", "password.wrong");
        }
        PasswordRules.checkGuesses(chosen);
        key.wrap(Passwords.wrap(officer.id(), chosen, secret), false, time.now());
    }
}
