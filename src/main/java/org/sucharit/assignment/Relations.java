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
            UUID id,
            PersonId other,
            Kind kind,
            Instant declaredAt,
            @Nullable Instant endedAt) {}

    /** More ties at a time than anybody has to colleagues; who could declare any number could empty the office. */
    static final int MOST = 5;

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
     * Declares a tie. From the next step of every case that accuses either of the two, the other is kept from it: for
     * certain where it accuses the other, and until somebody has judged where it accuses the officer.
     *
     * @throws Problem invalid, where the other is the officer or nobody, the tie is declared already, or as many as one
     *     may declare are in force
     */
    public void declare(Officer officer, PersonId other, Kind kind) {
        // First, because other writers of the organisation wait from here on: nobody declares past the limit at once.
        register.append(Note.of(Act.RELATION_DECLARED, officer.id()).detail("DECLARED " + other));
        List<Relation> inForce = relations
                .findByPersonIdOrderByDeclaredAtDescIdAsc(officer.id().value())
                .stream()
                .filter(Relation::inForce)
                .toList();
        Words.check()
                .that(people.find(other).isPresent(), "other", "relation.nobody")
                .that(!other.equals(officer.id()), "other", "relation.self")
                .that(inForce.stream().noneMatch(one -> one.isWith(other)), "other", "relation.already")
                .that(inForce.size() < MOST, "other", "relation.tooMany", Integer.toString(MOST))
                .orThrow();
        relations.save(new Relation(officer.id(), other, kind, time.now()));
    }

    /**
     * Ends a tie of the officer's own, as by a divorce. Who was kept from a case by it stays so. Does nothing where it
     * has ended.
     *
     * @throws Problem not found, where it is not the officer's own
     */
    public void end(Officer officer, UUID id) {
        Relation relation =
                relations.findById(id).filter(one -> one.isOf(officer.id())).orElseThrow(Problem::notFound);
        if (relation.inForce()) {
            relation.end(time.now());
            register.append(Note.of(Act.RELATION_DECLARED, officer.id()).detail("ENDED " + relation.other()));
        }
    }

    /** The ties in force of each of these, whichever of the two declared it. */
    @Transactional(readOnly = true)
    Ties around(Collection<PersonId> persons) {
        Map<PersonId, Set<PersonId>> declared = new HashMap<>();
        if (!persons.isEmpty()) {
            for (Relation relation :
                    relations.around(persons.stream().map(PersonId::value).toList())) {
                declared.computeIfAbsent(relation.person(), one -> new HashSet<>())
                        .add(relation.other());
            }
        }
        return new Ties(declared);
    }

    /** @param declared to each who declared one, those whom they declared themselves tied to */
    record Ties(Map<PersonId, Set<PersonId>> declared) {

        Set<PersonId> of(PersonId person) {
            Set<PersonId> tied = new HashSet<>(declaredBy(person));
            declared.forEach((declarer, others) -> {
                if (others.contains(person)) {
                    tied.add(declarer);
                }
            });
            return tied;
        }

        /** Whether the accused alone says so: whoever could be kept out by that word is at the mercy of the accused. */
        boolean onlyByWordOf(PersonId accused, PersonId other) {
            return declaredBy(accused).contains(other) && !declaredBy(other).contains(accused);
        }

        private Set<PersonId> declaredBy(PersonId person) {
            return declared.getOrDefault(person, Set.of());
        }
    }
}
