package org.sucharit.assignment;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.Workflow;

/**
 * Keys change hands when people do: on leave, on transfer, at the end of a term. Whoever comes gets every case that
 * those before them hold, and none that is kept from them; whoever goes keeps none.
 */
@Component
@Transactional
public class HandingOver {

    /** What one person hands over, in cases. */
    public record Done(int given, int returned) {}

    private final CaseFiles cases;
    private final Circle circle;
    private final Accusations accusations;
    private final People people;
    private final Vault vault;
    private final Workflow workflow;
    private final Access access;
    private final Register register;
    private final Time time;

    HandingOver(
            CaseFiles cases,
            Circle circle,
            Accusations accusations,
            People people,
            Vault vault,
            Workflow workflow,
            Access access,
            Register register,
            Time time) {
        this.cases = cases;
        this.circle = circle;
        this.accusations = accusations;
        this.people = people;
        this.vault = vault;
        this.workflow = workflow;
        this.access = access;
        this.register = register;
        this.time = time;
    }

    /** Those to whom the officer may hand over: whoever is, or stands in, in a post that may come to a case. */
    @Transactional(readOnly = true)
    public List<Holder> successors(Officer officer) {
        Set<PersonId> enrolled = vault.enrolled(circle.members());
        return people.officers(time.today()).stream()
                .filter(holder -> Ladder.CIRCLE.contains(holder.post().kind()))
                .filter(holder -> enrolled.contains(holder.person().id()))
                .filter(holder -> !holder.person().id().equals(officer.id()))
                .toList();
    }

    /** How many cases the officer holds the key of. */
    @Transactional(readOnly = true)
    public int held(Officer officer) {
        return vault.heldBy(officer.id()).size();
    }

    /**
     * Gives every case that the officer holds to the person who comes after them, on standby, and the tasks of the post
     * with them. What the officer inquires into goes back to those who assign: that is not the officer's to give.
     *
     * @throws Problem invalid, where the person is in no such post or has no key pair
     */
    public Done handOver(Officer officer, PersonId to) {
        boolean mayCome = successors(officer).stream()
                .anyMatch(holder -> holder.person().id().equals(to));
        if (!mayCome) {
            throw Problem.invalid("to", "handover.to");
        }
        int given = 0;
        int returned = 0;
        for (CaseId id : vault.heldBy(officer.id())) {
            OpenCase open = cases.openToHandOver(officer, id);
            accusations.recheck(open, officer.id());
            if (give(open, to)) {
                given++;
                register.append(Note.of(Act.HANDED_OVER, id, officer.id()).detail(to.toString()));
            }
            if (open.file().investigator().filter(officer.id()::equals).isPresent()
                    && accusations.returnInquiry(open)) {
                returned++;
            }
            if (open.file().state().open()) {
                workflow.narrow(id);
                access.settle(open.file());
            }
        }
        return new Done(given, returned);
    }

    /** As a case that the officer holds comes to those who came into a post since. */
    void give(Officer officer, CaseId id, Set<PersonId> newcomers) {
        OpenCase open = cases.openToHandOver(officer, id);
        boolean anybody = accusations.recheck(open, officer.id());
        for (PersonId newcomer : newcomers) {
            anybody |= give(open, newcomer);
        }
        if (anybody && open.file().state().open()) {
            workflow.narrow(id);
            access.settle(open.file());
        }
    }

    private boolean give(OpenCase open, PersonId to) {
        if (open.keptOut().contains(to) || vault.holders(open.id()).contains(to)) {
            return false;
        }
        vault.standBy(open.key(), to);
        return true;
    }

    /**
     * Takes the keys of everybody who is in no post any more, or in none that may come to a case. Needs no key, so it
     * runs by itself: with each change of the posts, and every night.
     */
    public void endOfOffice() {
        Set<PersonId> members = circle.members();
        Set<PersonId> inOffice = new HashSet<>();
        people.officers(time.today()).stream()
                .filter(holder -> holder.person().active())
                .forEach(holder -> inOffice.add(holder.person().id()));
        for (PersonId holder : vault.everyHolder()) {
            if (!members.contains(holder)) {
                vault.heldOrLostBy(holder).forEach(id -> endOfOffice(id, holder, inOffice.contains(holder)));
            }
        }
    }

    private void endOfOffice(CaseId id, PersonId holder, boolean inOffice) {
        var file = cases.file(id);
        boolean worksOnIt =
                file.inquires(holder) || Objects.equals(file.handler().orElse(null), holder);
        if (inOffice && (worksOnIt || !file.kind().confidential())) {
            return; // an investigator, or a division that a grievance is with: theirs ends with the case
        }
        if (inOffice && !circle.suffices(id)) {
            return; // too few of the circle are unconflicted: it is in other hands for that
        }
        if (vault.holders(id).equals(Set.of(holder))) {
            // The last key: without it the case is lost. It reads nothing from here on, and waits to be handed over.
            if (vault.standDown(id, holder)) {
                register.append(Note.of(Act.STOOD_DOWN, id, null).detail(holder.toString()));
            }
            return;
        }
        vault.revoke(id, holder);
        register.append(Note.of(Act.STOOD_DOWN, id, null).detail(holder.toString()));
        if (file.state().open()) {
            accusations.moveTasks(file);
        }
    }
}
