package org.sucharit.signin;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.signin.Devices.From;
import org.sucharit.signin.SignInAttempts.Tried;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;
import org.sucharit.vault.PasswordRules;

/** Signs officers in: the password opens their private key, and that it opens is the proof. */
@Component
class SignIn {

    private final People people;
    private final Organisations organisations;
    private final Keyring keyring;
    private final SignInAttempts attempts;
    private final Computing computing;
    private final Refusals refusals;
    private final Register register;
    private final TransactionTemplate transaction;

    SignIn(
            People people,
            Organisations organisations,
            Keyring keyring,
            SignInAttempts attempts,
            Computing computing,
            Refusals refusals,
            Register register,
            TransactionTemplate transaction) {
        this.people = people;
        this.organisations = organisations;
        this.keyring = keyring;
        this.attempts = attempts;
        this.computing = computing;
        this.refusals = refusals;
        this.register = register;
        this.transaction = transaction;
    }

    /** A user name as it is kept. */
    static String name(String username) {
        return username.strip().toLowerCase(Locale.ROOT);
    }

    /**
     * The officer, who is not inside yet: {@link #entered} says so.
     *
     * @throws Problem invalid, in the same words and after the same time whatever was wrong; too many, after many
     */
    Officer password(String username, String password, From from) {
        String name = name(username);
        Optional<PersonId> person =
                people.byUsername(name).filter(PersonView::active).map(PersonView::id);
        return tried(
                        new Tried(CurrentOrganisation.get() + "/" + name, from),
                        person.orElse(null),
                        () -> computing.password(() -> keyring.signIn(person.orElseGet(PersonId::random), password)))
                .orElseThrow(() -> Problem.invalid("password", "signin.wrong"));
    }

    /** The password of somebody who is known already, to unlock a session or to confirm what they do. */
    Officer again(PersonId person, String password, From from) {
        return again(person, password, from, "password");
    }

    private Officer again(PersonId person, String password, From from, String field) {
        return tried(
                        new Tried("again/" + person, from),
                        person,
                        () -> computing.password(() -> keyring.signIn(person, password)))
                .orElseThrow(() -> Problem.invalid(field, "password.wrong"));
    }

    /** What is tried against one of the brakes; a refusal is counted. */
    <T> Optional<T> tried(Tried tried, @Nullable PersonId person, Supplier<Optional<T>> proof) {
        attempts.check(tried);
        Optional<T> proven = proof.get();
        if (proven.isEmpty()) {
            attempts.failed(tried);
            try {
                refusals.count(person);
            } catch (DuplicateKeyException another) {
                refusals.count(person); // the first two refusals came at once
            }
        } else {
            attempts.succeeded(tried);
        }
        return proven;
    }

    /** @param factor what was shown besides the password; empty for nothing */
    void entered(Officer officer, String factor) {
        transaction.executeWithoutResult(status -> {
            refusals.enter(officer.id());
            Note note = Note.of(Act.SIGNED_IN, officer.id());
            register.append(factor.isEmpty() ? note : note.detail(factor));
        });
    }

    void left(PersonId person) {
        transaction.executeWithoutResult(status -> register.append(Note.of(Act.SIGNED_OUT, person)));
    }

    /**
     * @return the officer to go on with, who has another key where somebody else knew the present password
     * @throws Problem invalid, where the present password is wrong or the new one too easy; too many, after many
     */
    Officer changePassword(Officer officer, String present, String chosen, From from) {
        PersonView person = people.get(officer.id());
        OrganisationView organisation = organisations.current();
        PasswordRules.check(
                chosen,
                List.of(
                        person.username(),
                        person.nameTh(),
                        person.nameEn(),
                        organisation.shortName(),
                        organisation.nameTh(),
                        organisation.nameEn()));
        again(officer.id(), present, from, "present");
        return computing.password(() -> Objects.requireNonNull(transaction.execute(status -> {
            register.append(Note.of(Act.PASSWORD_CHANGED, officer.id()));
            return keyring.changePassword(officer, present, chosen);
        })));
    }
}
