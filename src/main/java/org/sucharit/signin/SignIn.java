package org.sucharit.signin;

import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;

/** Signs officers in: the password opens their private key, and that it opens is the proof. */
@Component
@Transactional
public class SignIn {

    private final People people;
    private final Keyring keyring;
    private final SignInAttempts attempts;
    private final Register register;

    SignIn(People people, Keyring keyring, SignInAttempts attempts, Register register) {
        this.people = people;
        this.keyring = keyring;
        this.attempts = attempts;
        this.register = register;
    }

    /** @throws Problem invalid, in the same words and after the same time whatever was wrong; too many, after many */
    public Officer signIn(String username, String password) {
        String name = username.strip().toLowerCase(Locale.ROOT);
        String key = CurrentOrganisation.get() + "/" + name;
        attempts.check(key);
        Optional<Officer> officer = people.byUsername(name)
                .filter(PersonView::active)
                .map(person -> keyring.signIn(person.id(), password))
                .orElseGet(() -> {
                    keyring.pretendToSignIn(password);
                    return Optional.empty();
                });
        if (officer.isEmpty()) {
            attempts.failed(key);
            throw Problem.invalid("password", "signin.wrong");
        }
        attempts.succeeded(key);
        register.append(Note.of(Act.SIGNED_IN, officer.get().id()));
        return officer.get();
    }

    /** @return the officer to go on with */
    public Officer changePassword(Officer officer, String present, String chosen) {
        Officer changed = keyring.changePassword(officer, present, chosen);
        register.append(Note.of(Act.PASSWORD_CHANGED, officer.id()));
        return changed;
    }
}
