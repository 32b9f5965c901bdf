package org.sucharit.assignment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Content.KeptOut.Why;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Route;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.CaseMessage;
import org.sucharit.workflow.Workflow;

/** The accused of a running case, who else they conflict, and taking the case away from them all. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Accusations {

    private static final Set<CaseState> UNDER_INQUIRY = Set.of(
            CaseState.ASSIGNING,
            CaseState.ACCEPTING,
            CaseState.INVESTIGATING,
            CaseState.ENDORSING,
            CaseState.WITH_MAYOR);

    private final ConflictOfInterest conflicts;
    private final Circle circle;
    private final CaseFiles cases;
    private final Vault vault;
    private final NoticeRepository notices;
    private final Workflow workflow;
    private final Access access;
    private final Register register;

    Accusations(
            ConflictOfInterest conflicts,
            Circle circle,
            CaseFiles cases,
            Vault vault,
            NoticeRepository notices,
            Workflow workflow,
            Access access,
            Register register) {
        this.conflicts = conflicts;
        this.circle = circle;
        this.cases = cases;
        this.vault = vault;
        this.notices = notices;
        this.workflow = workflow;
        this.access = access;
        this.register = register;
    }

    /**
     * Checks all the accused anew. Whoever is conflicted loses grant, notices and tasks. Where the executive is among
     * them, or nobody is left who could decide, a running inquiry goes to the authority outside; where its investigator
     * is, another is assigned.
     *
     * @throws Problem conflict, where nobody would be left to go on with the case
     */
    public void add(OpenCase open, PersonId by, Content.Accused accused) {
        OpenCase.Filing filing = open.add(by, accused);
        register.append(Note.of(Act.PARTY_ADDED, open.id(), by).content(filing.bytes()));
        apply(open, by, conflict(open));
        moveTasks(open);
    }

    /** Before another round begins: checks anew who is conflicted by now, and with it the way of the case. */
    public void renew(OpenCase open, PersonId by) {
        apply(open, by, conflict(open));
    }

    private void apply(OpenCase open, PersonId by, Conflict conflict) {
        Route before = open.file().route();
        keepOut(open, by, conflict.folios());
        open.file().reroute(reach(open) == Circle.Reach.OUTSIDE ? Route.EXECUTIVE : conflict.route());
        boolean leaves = open.file().route() == Route.EXECUTIVE && before != Route.EXECUTIVE;
        if (leaves && UNDER_INQUIRY.contains(open.file().state())) {
            open.file().leaveInquiry();
            workflow.send(open.id(), CaseMessage.ROUTED_OUTSIDE);
        }
    }

    private Circle.Reach reach(OpenCase open) {
        Circle.Reach reach = circle.complete(open);
        if (reach == Circle.Reach.NOBODY) {
            throw Problem.conflict("accused.nobodyLeft");
        }
        return reach;
    }

    /** Two cases are one matter: whoever must not see the one must not see the other from now on. */
    public void join(OpenCase one, OpenCase other, PersonId by) {
        List<Content.Accused> known = accused(other);
        for (Content.Accused accused : accused(one)) {
            if (!known.contains(accused)) {
                add(other, by, accused);
            }
        }
        keepOut(one, by, keptOut(other));
        keepOut(other, by, keptOut(one));
        reach(one);
        reach(other);
        moveTasks(one);
        moveTasks(other);
    }

    /**
     * Keeps out whoever has come to be conflicted since, as by acting for one of the accused, by a tie that was
     * declared, or by a name in what the reporter wrote.
     *
     * @return whether anybody has; the tasks are then still to be moved
     * @throws Problem conflict, where nobody would be left to go on with the case
     */
    boolean recheck(OpenCase open, PersonId by) {
        boolean some = keepOut(open, by, conflict(open).folios());
        if (some) {
            reach(open);
        }
        return some;
    }

    /**
     * What the reporter adds may name somebody who holds the case: they lose it before they could read that. Nobody who
     * can open the case is here, so why is filed, and the key replaced, with the next step. The last key is not taken:
     * a case that nobody opens again is lost.
     *
     * @param text what was added
     */
    public void heard(CaseFile file, String text) {
        Set<PersonId> holders = vault.holders(file.id());
        Set<PersonId> left = new HashSet<>(holders);
        Set<PersonId> named = new LinkedHashSet<>();
        conflicts.check(List.of(), List.of(text), Set.of()).folios().forEach(one -> named.add(one.personId()));
        left.removeAll(named);
        if (left.isEmpty()) {
            return;
        }
        boolean some = false;
        for (PersonId person : named) {
            if (vault.revokeForNow(file.id(), person)) {
                some = true;
                file.leaveCommittee(person);
                notices.deleteByPersonIdAndCaseId(person.value(), file.id().value());
                register.append(Note.of(Act.REVOKED, file.id(), null));
            }
        }
        if (some) {
            moveTasks(file);
        }
    }

    /** Somebody who might have been meant is: they are accused from now on. */
    void confirm(OpenCase open, PersonId by, PersonId person) {
        OpenCase.Filing filing = open.add(by, new Content.Accused(null, null, null, person));
        register.append(Note.of(Act.MATCH_CONFIRMED, open.id(), by).content(filing.bytes()));
        apply(open, by, conflict(open));
        moveTasks(open);
    }

    /** Somebody who might have been meant is not: whoever was kept out by that alone may come to the case again. */
    void lift(OpenCase open, PersonId by, PersonId person, String reason) {
        List<UUID> folios = open.keepingOut().stream()
                .filter(filed -> isFor(person, filed.content()))
                .map(Filed::id)
                .toList();
        OpenCase.Filing filing = open.add(by, new Content.MatchLifted(person, folios, reason));
        register.append(Note.of(Act.MATCH_LIFTED, open.id(), by).content(filing.bytes()));
        reach(open);
        moveTasks(open);
    }

    private static boolean isFor(PersonId person, Content.KeptOut keptOut) {
        return keptOut.match() != null && keptOut.match().person().equals(person);
    }

    /** Takes the tasks from those who lost the case. */
    void moveTasks(OpenCase open) {
        moveTasks(open.file());
    }

    void moveTasks(CaseFile file) {
        Optional<PersonId> investigator = file.investigator();
        boolean gone = investigator.isPresent()
                && !vault.holders(file.id()).contains(investigator.get())
                && !vault.hasLost(file.id(), investigator.get());
        if (gone) {
            leaveInquiry(file);
        }
        workflow.narrow(file.id());
        access.settle(file);
    }

    /**
     * The investigator gives the inquiry back, and whoever assigns names another.
     *
     * @return whether there was one to give back
     */
    boolean returnInquiry(OpenCase open) {
        return leaveInquiry(open.file());
    }

    private boolean leaveInquiry(CaseFile file) {
        boolean running = UNDER_INQUIRY.contains(file.state());
        if (running) {
            file.leaveInquiry();
            workflow.send(file.id(), CaseMessage.CLOCK_STARTED);
            workflow.send(file.id(), CaseMessage.INVESTIGATOR_KEPT_OUT);
        }
        return running;
    }

    /**
     * Makes the case vanish for people, who keep nothing of it: where one of them held its key, on standby even, the
     * case gets another.
     *
     * @return whether any of them was not kept out before
     */
    boolean keepOut(OpenCase open, PersonId by, Collection<Content.KeptOut> people) {
        Set<PersonId> already = open.keptOut();
        Set<PersonId> found = new LinkedHashSet<>();
        for (Content.KeptOut keptOut : unfiled(open, people)) {
            open.add(by, keptOut);
            if (!already.contains(keptOut.personId())) {
                found.add(keptOut.personId());
            }
        }
        boolean someHeldIt = !Collections.disjoint(vault.holders(open.id()), found)
                || found.stream().anyMatch(person -> vault.hasLost(open.id(), person))
                || vault.isDueForReplacement(open.id());
        for (PersonId person : found) {
            open.file().leaveCommittee(person);
            vault.revoke(open.id(), person);
            notices.deleteByPersonIdAndCaseId(person.value(), open.id().value());
            register.append(Note.of(Act.REVOKED, open.id(), by));
        }
        if (someHeldIt) {
            cases.rotate(open, by);
        }
        return !found.isEmpty();
    }

    /**
     * What does not stand in the file yet and says more than what does: what was lifted is not filed again, and a
     * person who is kept out for certain needs no other reason, but to be accused or to be possibly so.
     */
    private static List<Content.KeptOut> unfiled(OpenCase open, Collection<Content.KeptOut> people) {
        Set<Content.KeptOut> filed = new HashSet<>(contents(open, Content.KeptOut.class));
        Set<PersonId> certain = new HashSet<>();
        Set<PersonId> accused = new HashSet<>();
        for (Content.KeptOut one : filed) {
            if (one.match() == null) {
                certain.add(one.personId());
            }
            if (one.why() == Why.ACCUSED) {
                accused.add(one.personId());
            }
        }
        return people.stream()
                .filter(one -> !filed.contains(one) && !accused.contains(one.personId()))
                .filter(one -> !certain.contains(one.personId())
                        || one.why() == Why.ACCUSED
                        || one.why() == Why.PROBABLE_MATCH)
                .toList();
    }

    /** Those kept out, and whoever has come to be in conflict since the case was last worked on. */
    public Set<PersonId> conflicted(OpenCase open) {
        Set<PersonId> conflicted = new HashSet<>(open.keptOut());
        unfiled(open, conflict(open).folios()).forEach(found -> conflicted.add(found.personId()));
        return conflicted;
    }

    private Conflict conflict(OpenCase open) {
        return conflicts.check(accused(open), texts(open), Set.of(), open.keptOut());
    }

    /** What the reporter wrote, in which names may stand; {@link #heard} is told of all that comes later. */
    static List<String> texts(OpenCase open) {
        List<String> texts = new ArrayList<>();
        for (Content.Report report : contents(open, Content.Report.class)) {
            texts.add(report.subject());
            texts.add(report.details());
        }
        contents(open, Content.MessageFromReporter.class).forEach(message -> texts.add(message.text()));
        contents(open, Content.Reprisal.class).forEach(reprisal -> texts.add(reprisal.text()));
        contents(open, Content.Withdrawal.class).forEach(withdrawal -> texts.add(withdrawal.reason()));
        return texts;
    }

    private static List<Content.KeptOut> keptOut(OpenCase open) {
        return open.keepingOut().stream().map(Filed::content).toList();
    }

    private static List<Content.Accused> accused(OpenCase open) {
        return contents(open, Content.Accused.class);
    }

    private static <T extends Content> List<T> contents(OpenCase open, Class<T> kind) {
        return open.all(kind).stream().map(filed -> filed.content()).toList();
    }
}
