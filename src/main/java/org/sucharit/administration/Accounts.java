package org.sucharit.administration;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.mail.Outbox;
import org.sucharit.mail.OutgoingMail;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;

/** People with the key pairs without which they could be given no case. */
@Component
@Transactional
class Accounts {

    /** Without those that are taken for one another when read out or copied by hand. */
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

    private static final int GROUPS = 4;
    private static final int PAGE = 200;
    private static final Locale THAI = Locale.of("th");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final People people;
    private final Keyring keyring;
    private final Vault vault;
    private final Register register;
    private final Outbox outbox;
    private final MessageSource messages;

    Accounts(People people, Keyring keyring, Vault vault, Register register, Outbox outbox, MessageSource messages) {
        this.people = people;
        this.keyring = keyring;
        this.vault = vault;
        this.register = register;
        this.outbox = outbox;
        this.messages = messages;
    }

    /** @return the password for the first sign-in, which asks for another */
    String add(AddPerson command, Officer by) {
        people.add(command, by.id());
        String password = password();
        keyring.enrol(command.id(), password, true);
        return password;
    }

    /**
     * For somebody who forgot their password. They are told by mail, so that they learn of it where they did not ask.
     *
     * @return the password for the first sign-in, which opens nothing and asks for another
     * @throws Problem conflict, where it is the administrator's own, or would leave a case to nobody; not found
     */
    String replaceKey(PersonId person, Officer by) {
        if (person.equals(by.id())) {
            throw Problem.conflict("admin.oneself");
        }
        PersonView whose = people.get(person);
        long last = vault.heldByNobodyElse(person);
        if (last > 0) {
            throw Problem.conflict("person.lastKey", Long.toString(last));
        }
        String password = password();
        keyring.replace(person, password);
        register.append(Note.of(Act.KEY_REPLACED, by.id()).detail(person.toString()));
        if (OutgoingMail.isAddress(whose.email())) {
            outbox.enqueue(new OutgoingMail(
                    CurrentOrganisation.get(),
                    whose.email(),
                    messages.getMessage("recovery.mail.subject", null, THAI),
                    messages.getMessage("recovery.mail.body", null, THAI)));
        }
        return password;
    }

    /** @throws Problem conflict, where administrators would shut themselves out */
    void deactivate(PersonId person, Officer by) {
        if (person.equals(by.id())) {
            throw Problem.conflict("admin.oneself");
        }
        people.deactivate(person, by.id());
    }

    /** Everybody who may be put into a post, by name; some hundreds at most. */
    @Transactional(readOnly = true)
    List<PersonView> active() {
        List<PersonView> active = new ArrayList<>();
        Slice<PersonView> page;
        int number = 0;
        do {
            page = people.page(number++, PAGE);
            page.filter(PersonView::active).forEach(active::add);
        } while (page.hasNext());
        active.sort(Comparator.comparing(PersonView::nameTh));
        return active;
    }

    /** Four groups of four: 79 bits. */
    private static String password() {
        return IntStream.range(0, GROUPS).mapToObj(group -> letters()).collect(Collectors.joining("-"));
    }

    private static String letters() {
        return RANDOM.ints(4, 0, LETTERS.length())
                .mapToObj(LETTERS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
