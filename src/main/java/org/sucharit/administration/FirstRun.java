package org.sucharit.administration;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.FoundOrganisation;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostId;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.PasswordRules;

/** Founds the first organisation of an installation, with its house and its administrator. */
@Component
class FirstRun {

    private final Organisations organisations;
    private final StandardHouse house;
    private final People people;
    private final Keyring keyring;
    private final SetupCode code;
    private final Time time;
    private final TransactionTemplate transaction;

    FirstRun(
            Organisations organisations,
            StandardHouse house,
            People people,
            Keyring keyring,
            SetupCode code,
            Time time,
            PlatformTransactionManager transactions) {
        this.organisations = organisations;
        this.house = house;
        this.people = people;
        this.keyring = keyring;
        this.code = code;
        this.time = time;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @throws Problem not found, once there is an organisation: the page is then as if it had never been */
    void requireNone() {
        if (!organisations.all().isEmpty()) {
            throw Problem.notFound();
        }
    }

    /**
     * All of it, or none; one at a time, so that the code founds one organisation only.
     *
     * @throws Problem invalid, where the code is wrong or a field is; not found, once there is an organisation
     */
    synchronized void found(String typedCode, FoundOrganisation command, AddPerson administrator, String password) {
        requireNone();
        if (!code.holds(typedCode)) {
            throw Problem.invalid("code", "setup.code");
        }
        PasswordRules.check(
                password,
                List.of(
                        administrator.username(),
                        administrator.nameTh(),
                        administrator.nameEn(),
                        command.shortName(),
                        command.nameTh(),
                        command.nameEn()));
        CurrentOrganisation.run(
                command.id(),
                () -> transaction.executeWithoutResult(status -> found(command, administrator, password)));
        code.spend();
    }

    private void found(FoundOrganisation command, AddPerson administrator, String password) {
        PostId post = house.build(organisations.found(command));
        people.add(administrator, null);
        keyring.enrol(administrator.id(), password, false);
        people.appoint(administrator.id(), post, time.today(), "", null);
    }
}
