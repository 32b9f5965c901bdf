package org.sucharit.assignment;

import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.Ground;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.Workflow;

/**
 * Need to know: a case is open to those who have something to do in it, to those who inquire, to the post that keeps
 * it, and to nobody else. Each opening and each end is in the register.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Access {

    private final Vault vault;
    private final Workflow workflow;
    private final People people;
    private final Register register;
    private final Time time;

    Access(Vault vault, Workflow workflow, People people, Register register, Time time) {
        this.vault = vault;
        this.workflow = workflow;
        this.people = people;
        this.register = register;
        this.time = time;
    }

    /** Opens the case for somebody who holds it on standby. Does nothing where they hold nothing. */
    public void open(CaseId caseId, PersonId person, Ground ground) {
        if (vault.activate(caseId, person, ground)) {
            enter(Act.GRANTED, caseId, person);
        }
    }

    /** Gives the key to somebody of whom the circle knows nothing: an investigator, an officer of a division. */
    public void give(CaseKey key, PersonId person, Ground ground) {
        boolean couldRead = vault.readers(key.caseId()).contains(person);
        vault.grant(key, person, ground);
        if (!couldRead) {
            enter(Act.GRANTED, key.caseId(), person);
        }
    }

    /** After a step: whose ground is gone reads the case no longer. It waits for them, as it did before. */
    public void settle(CaseFile file) {
        CaseId id = file.id();
        Set<PersonId> keepers = keepers(file);
        keepers.forEach(keeper -> open(id, keeper, Ground.KEEPER));
        Set<PersonId> atWork = workflow.tasksOf(id).stream()
                .flatMap(task -> task.candidates().stream())
                .collect(Collectors.toCollection(HashSet::new));
        for (Map.Entry<PersonId, Ground> reader : vault.grounds(id).entrySet()) {
            PersonId person = reader.getKey();
            boolean stays = switch (reader.getValue()) {
                case STEP -> false;
                case ESCALATION -> file.state().open() && file.metOn().isEmpty();
                case INQUIRY -> file.state().open() && inquires(file, person);
                case KEEPER -> keepers.contains(person);
            };
            if (!stays && !atWork.contains(person) && vault.standDown(id, person)) {
                enter(Act.STOOD_DOWN, id, person);
            }
        }
    }

    /** The post that keeps a case once it is screened, or ended by its reporter before that: the one that will tell the reporter how it ended. */
    private Set<PersonId> keepers(CaseFile file) {
        if (file.screening().isEmpty() && file.outcome().isEmpty()) {
            return Set.of();
        }
        Set<PersonId> holders = vault.holders(file.id());
        for (PostKind post : Ladder.of("notifier", file)) {
            Set<PersonId> found = people.serving(post, time.today()).stream()
                    .map(holder -> holder.person().id())
                    .filter(holders::contains)
                    .collect(Collectors.toSet());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return holders; // all the circle is conflicted: whoever holds the key keeps the case
    }

    private static boolean inquires(CaseFile file, PersonId person) {
        return file.inquires(person) || file.handler().equals(Optional.of(person));
    }

    private void enter(Act act, CaseId caseId, PersonId person) {
        register.append(Note.of(act, caseId, null).detail(person.toString()));
    }
}
