package org.sucharit.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Route;
import org.sucharit.kernel.PersonId;
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
    private final Vault vault;
    private final NoticeRepository notices;
    private final Workflow workflow;
    private final Access access;
    private final Register register;

    Accusations(
            ConflictOfInterest conflicts,
            Vault vault,
            NoticeRepository notices,
            Workflow workflow,
            Access access,
            Register register) {
        this.conflicts = conflicts;
        this.vault = vault;
        this.notices = notices;
        this.workflow = workflow;
        this.access = access;
        this.register = register;
    }

    /**
     * Checks all the accused anew. Whoever is conflicted loses grant, notices and tasks. Where the executive is among
     * them, a running inquiry goes to the authority outside; where its investigator is, another is assigned.
     */
    public void add(OpenCase open, PersonId by, Content.Accused accused) {
        OpenCase.Filing filing = open.add(by, accused);
        register.append(Note.of(Act.PARTY_ADDED, open.id(), by).content(filing.bytes()));
        Conflict conflict = conflict(open);
        keepOut(open, by, conflict.folios());
        Route before = open.file().route();
        open.file().reroute(conflict.route());
        boolean leaves = conflict.route() == Route.EXECUTIVE && before != Route.EXECUTIVE;
        if (leaves && UNDER_INQUIRY.contains(open.file().state())) {
            open.file().leaveInquiry();
            workflow.send(open.id(), CaseMessage.ROUTED_OUTSIDE);
        }
        moveTasks(open);
    }

    /** Two cases are one matter: whoever must not see the one must not see the other from now on. */
    public void join(OpenCase one, OpenCase other, PersonId by) {
        List<Content.Accused> known = accused(other);
        for (Content.Accused accused : accused(one)) {
            if (!known.contains(accused)) {
                add(other, by, accused);
            }
        }
        keepOut(one, by, contents(other, Content.KeptOut.class));
        keepOut(other, by, contents(one, Content.KeptOut.class));
        moveTasks(one);
        moveTasks(other);
    }

    /**
     * Keeps out whoever has come to be conflicted since, as by acting for one of the accused.
     *
     * @return whether anybody has; the tasks are then still to be moved
     */
    boolean recheck(OpenCase open, PersonId by) {
        return keepOut(open, by, conflict(open).folios());
    }

    /** Takes the tasks from those who lost the case. */
    void moveTasks(OpenCase open) {
        moveTasks(open.file());
    }

    void moveTasks(CaseFile file) {
        Optional<PersonId> investigator = file.investigator();
        if (investigator.isPresent() && !vault.holders(file.id()).contains(investigator.get())) {
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
     * Makes the case vanish for people, who keep nothing of it.
     *
     * @return whether any of them was not kept out before
     */
    boolean keepOut(OpenCase open, PersonId by, Collection<Content.KeptOut> people) {
        Set<PersonId> already = open.keptOut();
        List<Content.KeptOut> found =
                people.stream().filter(one -> !already.contains(one.personId())).toList();
        for (Content.KeptOut keptOut : found) {
            open.add(by, keptOut);
            open.file().leaveCommittee(keptOut.personId());
            vault.revoke(open.id(), keptOut.personId());
            notices.deleteByPersonIdAndCaseId(
                    keptOut.personId().value(), open.id().value());
            register.append(Note.of(Act.REVOKED, open.id(), by));
        }
        return !found.isEmpty();
    }

    private Conflict conflict(OpenCase open) {
        return conflicts.check(accused(open), Set.of());
    }

    private static List<Content.Accused> accused(OpenCase open) {
        return contents(open, Content.Accused.class);
    }

    private static <T extends Content> List<T> contents(OpenCase open, Class<T> kind) {
        return open.all(kind).stream().map(filed -> filed.content()).toList();
    }
}
