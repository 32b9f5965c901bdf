package org.sucharit.assignment;

import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
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

/** Adds to the accused of a running case, and takes the case away from whoever that conflicts. */
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
    private final Register register;

    Accusations(
            ConflictOfInterest conflicts, Vault vault, NoticeRepository notices, Workflow workflow, Register register) {
        this.conflicts = conflicts;
        this.vault = vault;
        this.notices = notices;
        this.workflow = workflow;
        this.register = register;
    }

    /**
     * Checks all the accused anew. Whoever is conflicted loses grant, notices and tasks; where the executive is among
     * them, a running inquiry goes to the authority outside.
     */
    public void add(OpenCase open, PersonId by, Content.Accused accused) {
        OpenCase.Filing filing = open.add(by, accused);
        register.append(Note.of(Act.PARTY_ADDED, open.id(), by).content(filing.bytes()));
        List<Content.Accused> all = open.all(Content.Accused.class).stream()
                .map(filed -> filed.content())
                .toList();
        Conflict conflict = conflicts.check(all, Set.of());
        keepOut(open, by, conflict);
        Route before = open.file().route();
        open.file().reroute(conflict.route());
        if (conflict.route() == Route.EXECUTIVE
                && before != Route.EXECUTIVE
                && UNDER_INQUIRY.contains(open.file().state())) {
            workflow.send(open.id(), CaseMessage.ROUTED_OUTSIDE);
        }
        workflow.narrow(open.id());
    }

    /** Makes the case vanish for a person, who keeps nothing of it. */
    void keepOut(OpenCase open, PersonId by, Conflict conflict) {
        Set<PersonId> already = open.keptOut();
        for (Content.KeptOut keptOut : conflict.folios()) {
            if (!already.contains(keptOut.personId())) {
                open.add(by, keptOut);
            }
            vault.revoke(open.id(), keptOut.personId());
            notices.forget(keptOut.personId().value(), open.id().value());
            register.append(Note.of(Act.REVOKED, open.id(), by));
        }
    }
}
