package org.sucharit.recovery;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Circle;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vouching;

/** Vouching for the keys of colleagues: who may, and for whom it is to be done. */
@Component
@Transactional
class Vouchers {

    /** @param state why the key does not count */
    record Waiting(PersonView person, Vouching.State state) {}

    private final Vouching vouching;
    private final Circle circle;
    private final Duty duty;
    private final People people;
    private final Register register;

    Vouchers(Vouching vouching, Circle circle, Duty duty, People people, Register register) {
        this.vouching = vouching;
        this.circle = circle;
        this.duty = duty;
        this.people = people;
        this.register = register;
    }

    /** Whether the officer is one of those who may come to be responsible for any case, with a key that counts. */
    @Transactional(readOnly = true)
    public boolean may(Officer officer) {
        return duty.works(officer.id()) && circle.has(officer.id()) && vouching.counts(officer);
    }

    /** Colleagues whose keys do not count, by name; the officer is not among them. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Officer officer) {
        Map<PersonId, Vouching.State> states = vouching.waiting();
        return states.keySet().stream()
                .filter(person -> !person.equals(officer.id()))
                .map(people::get)
                .filter(PersonView::active)
                .sorted(Comparator.comparing(PersonView::nameTh))
                .map(person -> new Waiting(person, Objects.requireNonNull(states.get(person.id()))))
                .toList();
    }

    /** @throws Problem forbidden, where the officer may not vouch; else as {@link Vouching#vouch} */
    public void vouch(Officer officer, PersonId person, String number) {
        if (!may(officer) || person.equals(officer.id())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden");
        }
        people.get(person);
        vouching.vouch(officer.id(), person, number);
        register.append(Note.of(Act.VOUCHED, officer.id()).detail(person.toString()));
    }
}
