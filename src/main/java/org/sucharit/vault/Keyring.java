package org.sucharit.vault;

import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/**
 * The key pairs of people. A private key is open only in the {@link Officer} of a session; at rest it is wrapped under
 * a key derived from the password, so nobody who resets a password gains what the old one opened. A person's own key
 * pair is made when they choose their own password: one that somebody else set opens nothing, ever.
 */
@Component
@Transactional
public class Keyring {

    private final PersonKeyRepository keys;
    private final GrantRepository grants;
    private final Vouching vouching;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Time time;

    Keyring(
            PersonKeyRepository keys,
            GrantRepository grants,
            Vouching vouching,
            Passwords passwords,
            ApplicationEventPublisher events,
            Time time) {
        this.keys = keys;
        this.grants = grants;
        this.vouching = vouching;
        this.passwords = passwords;
        this.events = events;
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
        Passwords.Wrapped wrapped = passwords.wrap(person, password, pair.privateKey());
        PersonKey key = new PersonKey(person, pair.publicKey(), wrapped, temporary, time.now());
        vouching.begin(key);
        keys.save(key);
    }

    /**
     * Gives somebody who forgot their password another first one. What they held is lost to them, and so is their old
     * key pair; a new one is made when they choose their own password.
     *
     * @throws Problem not found, where they have no key pair
     */
    public void replace(PersonId person, String firstPassword) {
        PersonKey key = keys.findByPersonId(person.value()).orElseThrow(Problem::notFound);
        PasswordRules.checkGuesses(firstPassword);
        Hpke.KeyPair none = Hpke.KeyPair.generate();
        key.replace(none.publicKey(), passwords.wrap(person, firstPassword, none.privateKey()), true, time.now());
        grants.lose(person.value());
        events.publishEvent(new KeyReplaced(person));
    }

    /** @return the officer with their key open, or nothing where the password or the person is wrong */
    @Transactional(readOnly = true)
    public Optional<Officer> signIn(PersonId person, String password) {
        Optional<PersonKey> key = keys.findByPersonId(person.value());
        if (key.isEmpty()) {
            pretendToSignIn(password);
            return Optional.empty();
        }
        return Optional.ofNullable(passwords.unwrap(person, password, key.get().wrapped()))
                .map(secret -> new Officer(person, CurrentOrganisation.get(), Hpke.KeyPair.of(secret)));
    }

    /** Spends the time of a sign-in for a name that is not there. */
    public void pretendToSignIn(String password) {
        passwords.pretend(password);
    }

    /** Whether the password was set by somebody else and must be changed first. */
    @Transactional(readOnly = true)
    public boolean mustChangePassword(PersonId person) {
        return keys.findByPersonId(person.value()).map(PersonKey::temporary).orElse(false);
    }

    /**
     * @return the officer to go on with: where the present password was somebody else's, with a key pair of their own
     * @throws Problem invalid, where the present password is wrong or the new one too easy
     */
    public Officer changePassword(Officer officer, String present, String chosen) {
        PersonKey key = keys.findByPersonId(officer.id().value()).orElseThrow(Problem::notFound);
        byte[] secret = passwords.unwrap(officer.id(), present, key.wrapped());
        if (secret == null) {
            throw Problem.invalid("present", "password.wrong");
        }
        PasswordRules.checkGuesses(chosen);
        if (!key.temporary()) {
            key.wrap(passwords.wrap(officer.id(), chosen, secret), false, time.now());
            return officer;
        }
        Hpke.KeyPair own = Hpke.KeyPair.generate();
        key.replace(own.publicKey(), passwords.wrap(officer.id(), chosen, own.privateKey()), false, time.now());
        grants.lose(officer.id().value());
        vouching.begin(key);
        return new Officer(officer.id(), officer.organisation(), own);
    }
}
