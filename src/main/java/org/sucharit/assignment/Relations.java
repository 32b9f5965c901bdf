package org.sucharit.assignment;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.People;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;

/**
 * What ties officers to each other, as they declare it themselves. It is read by whoever declared it and by the rule of
 * conflict of interest, and by nobody else: there is no list of it.
 */
@Component
@Transactional
public class Relations {

    /** The ties of section 13 (2) to (6), and of section 16, of the Administrative Procedure Act B.E. 2539. */
    public enum Kind {
        SPOUSE,
        ENGAGED,
        PARENT_OR_CHILD,
        SIBLING,
        COUSIN,
        BY_MARRIAGE,
        GUARDIAN,
        DEBT,
        EMPLOYMENT,
        OTHER
    }

    /** @param endedAt null while it is in force */
    public record View(
            UUID id, PersonId other, Kind kind, Instant declaredAt, @Nullable Instant endedAt) {}

    private final RelationRepository relations;
    private final People people;
    private final Register register;
    private final Time time;

    Relations(RelationRepository relations, People people, Register register, Time time) {
        this.relations = relations;
        this.people = people;
        this.register = register;
        this.time = time;
    }

    /** The officer's own, the latest first, those that ended too. */
    @Transactional(readOnly = true)
    public List<View> of(Officer officer) {
        return relations.findByPersonIdOrderByDeclaredAtDescIdAsc(officer.id().value()).stream()
                .map(Relation::view)
                .toList();
    }

    /**
     * Declares a tie. From the next step of every case that accuses either of the two, the other is kept from it.
     *
     * @throws Problem invalid, where the other is the officer or nobody, or the tie is declared already
     */
    public void declare(Officer officer, PersonId other, Kind kind) {
        boolean already = relations.findByPersonIdOrderByDeclaredAtDescIdAsc(officer.id().value()).stream()
                .anyMatch(one -> one.inForce() && one.isWith(other));
        Words.check()
                .that(people.find(other).isPresent(), "other", "relation.nobody")
                .that(!other.equals(officer.id()), "other", "relation.self")
                .that(!already, "other", "relation.already")
                .orThrow();
        Relation relation = new Relation(officer.id(), other, kind, time.now());
        relations.save(relation);
        register.append(Note.of(Act.RELATION_DECLARED, officer.id()).detail("DECLARED"));
    }

    /**
     * Ends a tie of the officer's own, as by a divorce. Who was kept from a case by it stays so. Does nothing where it
     * has ended.
     *
     * @throws Problem not found, where it is not the officer's own
     */
    public void end(Officer officer, UUID id) {
        Relation relation = relations
                .findById(id)
                .filter(one -> one.isOf(officer.id()))
                .orElseThrow(Problem::notFound);
        if (relation.inForce()) {
            relation.end(time.now());
            register.append(Note.of(Act.RELATION_DECLARED, officer.id()).detail("ENDED"));
        }
    }

    /** To each of these, those tied to them, whichever of the two declared it. */
    @Transactional(readOnly = true)
    Map<PersonId, Set<PersonId>> around(Collection<PersonId> persons) {
        Map<PersonId, Set<PersonId>> tied = new HashMap<>();
        if (persons.isEmpty()) {
            return tied;
        }
        for (Relation relation :
                relations.around(persons.stream().map(PersonId::value).toList())) {
            tied.computeIfAbsent(relation.person(), one -> new HashSet<>()).add(relation.other());
            tied.computeIfAbsent(relation.other(), one -> new HashSet<>()).add(relation.person());
        }
        return tied;
    }
}
