package org.sucharit.signin;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.mail.Outbox;
import org.sucharit.mail.OutgoingMail;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.signin.SecondFactor.Kind;
import org.sucharit.vault.Officer;
import org.sucharit.vault.OwnSecret;

/** What people show besides their password. Whatever is added or removed is in the register, and told by mail. */
@Component
@Transactional
class SecondFactors {

    static final String RECOVERY_CODE = "RECOVERY_CODE";
    private static final String PURPOSE = "totp";
    private static final int MOST = 10;

    private final SecondFactorRepository factors;
    private final RecoveryCodes codes;
    private final FactorRules rules;
    private final Register register;
    private final Outbox outbox;
    private final People people;
    private final MessageSource messages;
    private final Time time;

    SecondFactors(
            SecondFactorRepository factors,
            RecoveryCodes codes,
            FactorRules rules,
            Register register,
            Outbox outbox,
            People people,
            MessageSource messages,
            Time time) {
        this.factors = factors;
        this.codes = codes;
        this.rules = rules;
        this.register = register;
        this.outbox = outbox;
        this.people = people;
        this.messages = messages;
        this.time = time;
    }

    @Transactional(readOnly = true)
    public List<SecondFactor.View> of(PersonId person) {
        return factors.findByPersonIdOrderByAddedAt(person.value()).stream()
                .map(SecondFactor::view)
                .toList();
    }

    @Transactional(readOnly = true)
    public boolean has(PersonId person) {
        return factors.existsByPersonId(person.value());
    }

    @Transactional(readOnly = true)
    public List<SecondFactor> passkeys(PersonId person) {
        return factors.findByPersonIdOrderByAddedAt(person.value()).stream()
                .filter(factor -> factor.kind() == Kind.PASSKEY)
                .toList();
    }

    /**
     * @param code that the app shows, as the proof that it has the secret
     * @return the recovery codes where this is the first factor, else nothing
     * @throws Problem invalid
     */
    public List<String> addTotp(Officer officer, byte[] secret, String code, String label) {
        OptionalLong step = Totp.step(secret, code, time.now());
        if (step.isEmpty()) {
            throw Problem.invalid("code", "factor.code");
        }
        return add(
                officer.id(),
                SecondFactor.totp(
                        officer.id(),
                        label,
                        OwnSecret.seal(officer, PURPOSE, secret),
                        step.getAsLong(),
                        time.now()));
    }

    List<String> addPasskey(PersonId person, Passkey passkey, String label) {
        return add(person, SecondFactor.passkey(person, label, passkey, time.now()));
    }

    private List<String> add(PersonId person, SecondFactor factor) {
        List<SecondFactor> before = factors.findByPersonIdOrderByAddedAt(person.value());
        if (before.size() >= MOST) {
            throw Problem.conflict("factor.many", MOST);
        }
        factors.save(factor);
        register.append(Note.of(Act.FACTOR_ADDED, person).detail(factor.kind().name()));
        tell(person);
        return before.isEmpty() ? codes.renew(person) : List.of();
    }

    /**
     * Whether the code is one of the officer's apps, or a recovery code, and was not used before.
     *
     * @return what it was, as the register has it
     */
    public Optional<String> code(Officer officer, String typed) {
        String digits = Totp.digits(typed);
        if (digits.length() == 6 && typed.codePoints().noneMatch(Character::isLetter)) {
            Instant now = time.now();
            boolean right = factors.findByPersonIdOrderByAddedAt(officer.id().value()).stream()
                    .filter(factor -> factor.kind() == Kind.TOTP)
                    .anyMatch(factor -> spend(officer, factor, digits, now));
            return right ? Optional.of(Kind.TOTP.name()) : Optional.empty();
        }
        return codes.spend(officer.id(), typed) ? Optional.of(RECOVERY_CODE) : Optional.empty();
    }

    private boolean spend(Officer officer, SecondFactor factor, String digits, Instant now) {
        byte[] sealed = factor.sealedSecret();
        if (sealed == null) {
            return false;
        }
        return OwnSecret.open(officer, PURPOSE, sealed)
                .map(secret -> Totp.step(secret, digits, now))
                .filter(OptionalLong::isPresent)
                .map(step -> factors.spend(factor.id(), step.getAsLong(), now) > 0)
                .orElse(false);
    }

    void used(SecondFactor passkey, long signatureCount) {
        passkey.used(signatureCount, time.now());
        factors.save(passkey);
    }

    public List<String> renewCodes(PersonId person) {
        register.append(Note.of(Act.FACTOR_ADDED, person).detail(RECOVERY_CODE));
        tell(person);
        return codes.renew(person);
    }

    /** @throws Problem not found; conflict, where their post asks for one and this is the last */
    public void remove(PersonId person, UUID id) {
        List<SecondFactor> all = factors.findByPersonIdOrderByAddedAt(person.value());
        SecondFactor factor =
                all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow(Problem::notFound);
        if (all.size() == 1 && rules.asks(person)) {
            throw Problem.conflict("factor.needed");
        }
        factors.delete(factor);
        register.append(Note.of(Act.FACTOR_REMOVED, person).detail(factor.kind().name()));
        if (all.size() == 1) {
            codes.forget(person);
        }
        tell(person);
    }

    /** For somebody who lost them all: an administrator takes them away, which opens nothing without the password. */
    public void removeAll(PersonId person, PersonId by) {
        List<SecondFactor> all = factors.findByPersonIdOrderByAddedAt(person.value());
        if (all.isEmpty()) {
            throw Problem.conflict("factor.none");
        }
        all.forEach(factors::delete);
        codes.forget(person);
        register.append(Note.of(Act.FACTOR_REMOVED, by).detail("ALL " + person));
        tell(person);
    }

    private void tell(PersonId person) {
        PersonView to = people.get(person);
        if (OutgoingMail.isAddress(to.email())) {
            Locale thai = Locale.of("th");
            outbox.enqueue(new OutgoingMail(
                    CurrentOrganisation.get(),
                    to.email(),
                    messages.getMessage("factor.mail.subject", new Object[0], thai),
                    messages.getMessage("factor.mail.body", new Object[0], thai)));
        }
    }
}
