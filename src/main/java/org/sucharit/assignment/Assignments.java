package org.sucharit.assignment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Content.KeptOut.Why;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Route;
import org.sucharit.document.Rendered;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.UnitKind;
import org.sucharit.papers.Papers;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Ground;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.TaskId;

/** The confidential assignment of an investigator, and the investigator's answer. */
@Component
@Transactional
public class Assignments {

    private static final Set<PostKind> INVESTIGATORS =
            Set.of(PostKind.LEGAL_OFFICER, PostKind.PERSONNEL_OFFICER, PostKind.PERSONNEL_HEAD, PostKind.DIVISION_HEAD);

    private final Steps steps;
    private final CaseFiles cases;
    private final Accusations accusations;
    private final Papers papers;
    private final People people;
    private final Access access;
    private final Vault vault;
    private final Notices notices;
    private final Register register;
    private final Time time;

    Assignments(
            Steps steps,
            CaseFiles cases,
            Accusations accusations,
            Papers papers,
            People people,
            Access access,
            Vault vault,
            Notices notices,
            Register register,
            Time time) {
        this.steps = steps;
        this.cases = cases;
        this.accusations = accusations;
        this.papers = papers;
        this.people = people;
        this.access = access;
        this.vault = vault;
        this.notices = notices;
        this.register = register;
        this.time = time;
    }

    /** Those who may be named, in the order of their names: in office, with a key pair, and not kept from the case. */
    @Transactional(readOnly = true)
    public List<Holder> eligible(Officer officer, CaseId caseId) {
        return eligible(cases.open(officer, caseId));
    }

    private List<Holder> eligible(OpenCase open) {
        LocalDate today = time.today();
        Set<PersonId> keptOut = open.keptOut();
        Map<PersonId, Holder> found = new LinkedHashMap<>();
        for (PostKind post : INVESTIGATORS) {
            for (Holder holder : people.serving(post, today)) {
                boolean outsideTheUnit = open.file().route() != Route.PERSONNEL_UNIT
                        || holder.post().unit().kind() != UnitKind.PERSONNEL_UNIT;
                if (outsideTheUnit && !keptOut.contains(holder.person().id())) {
                    found.putIfAbsent(holder.person().id(), holder);
                }
            }
        }
        Set<PersonId> enrolled = vault.enrolled(found.keySet());
        return found.values().stream()
                .filter(holder -> enrolled.contains(holder.person().id()))
                .sorted(Comparator.comparing(holder -> holder.person().nameTh()))
                .toList();
    }

    /**
     * Names the investigator, or the committee that the investigator chairs, and gives the investigator the key. The
     * others get it when the order is issued. Whoever was of an earlier committee and is not of this one loses it.
     *
     * @throws Problem invalid, where one of them is not eligible or is named twice
     */
    public void assign(Officer officer, TaskId task, Content.Assignment assignment) {
        StepInHand step = steps.take(officer, task, "assignInvestigator");
        Set<PersonId> others = check(step.open(), assignment);
        PersonId investigator = assignment.investigator();
        Set<PersonId> dismissed = new HashSet<>(step.file().committee());
        OpenCase.Filing filing = step.add(assignment);
        step.file().assign(investigator, others);
        access.give(step.open().key(), investigator, Ground.INQUIRY);
        dismissed.removeAll(others);
        dismissed.remove(investigator);
        dismissed.remove(officer.id()); // assigns by office, and keeps the case by it
        for (PersonId person : dismissed) {
            vault.revoke(step.open().id(), person);
            register.append(Note.of(Act.REVOKED, step.open().id(), officer.id()));
        }
        steps.finish(step, Act.ASSIGNED, "DONE", filing, Map.of("investigatorId", investigator.toString()));
    }

    /** The order as it will be, were these people to accept. */
    @Transactional(readOnly = true)
    public Rendered preview(Officer officer, TaskId task, Content.Assignment assignment) {
        StepInHand step = steps.take(officer, task, "assignInvestigator");
        Set<PersonId> others = check(step.open(), assignment);
        return papers.appointmentOrder(step.open(), officer.id(), assignment, others)
                .preview();
    }

    /** The order as it will be issued when the officer accepts. */
    @Transactional(readOnly = true)
    public Rendered preview(Officer officer, TaskId task) {
        return papers.appointmentOrder(
                        steps.take(officer, task, "acceptAssignment").open())
                .preview();
    }

    /** @return those besides the investigator */
    private Set<PersonId> check(OpenCase open, Content.Assignment assignment) {
        Set<PersonId> eligible = ids(eligible(open));
        Set<PersonId> others = assignment.members().stream()
                .map(Content.Assignment.Member::person)
                .collect(Collectors.toSet());
        boolean twice = others.contains(assignment.investigator())
                || others.size() < assignment.members().size();
        Words.check()
                .that(eligible.contains(assignment.investigator()), "person", "assign.notEligible")
                .that(eligible.containsAll(others), "members", "assign.notEligible")
                .that(!twice, "members", "assign.twice")
                .orThrow();
        return others;
    }

    private static Set<PersonId> ids(List<Holder> holders) {
        return holders.stream().map(holder -> holder.person().id()).collect(Collectors.toSet());
    }

    /** Accepts; the appointment order is issued, and the rest of the committee may read the case. */
    public void accept(Officer officer, TaskId task) {
        StepInHand step = steps.take(officer, task, "acceptAssignment");
        OpenCase open = step.open();
        OpenCase.Filing filing = step.add(new Content.Accepted());
        Set<PersonId> eligible = ids(eligible(open));
        for (PersonId member : step.file().committee()) {
            if (eligible.contains(member)) {
                access.give(open.key(), member, Ground.INQUIRY);
                notices.tell(member, open.id(), Notices.Kind.COMMITTEE);
            } else {
                step.file().leaveCommittee(member); // left the office since, or came to be conflicted
            }
        }
        papers.appointmentOrder(open).issue();
        steps.finish(step, Act.ACCEPTED, "ACCEPTED", filing);
    }

    /**
     * One of a committee steps aside: from then on the case does not exist for this person. The chair, who holds the
     * task, steps aside by {@link #stepAside}.
     *
     * @throws Problem forbidden, where the officer is not of the committee
     */
    public void leaveCommittee(Officer officer, CaseId caseId, String reason) {
        Words.check().text("reason", reason).orThrow();
        OpenCase open = cases.open(officer, caseId);
        if (!open.file().committee().contains(officer.id())) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "case.notInCommittee");
        }
        OpenCase.Filing filing = open.add(officer.id(), new Content.SteppedAside(reason));
        accusations.keepOut(open, officer.id(), List.of(new Content.KeptOut(officer.id(), Why.STEPPED_ASIDE)));
        register.append(Note.of(Act.STEPPED_ASIDE, caseId, officer.id()).content(filing.bytes()));
        accusations.moveTasks(open);
    }

    /** Steps aside with a reason: from then on the case does not exist for this person. */
    public void stepAside(Officer officer, TaskId task, String reason) {
        if (reason.isBlank()) {
            throw Problem.invalid("reason", "required");
        }
        StepInHand step = steps.take(officer, task, "acceptAssignment");
        OpenCase.Filing filing = step.add(new Content.SteppedAside(reason));
        step.file().stepAside(officer.id());
        accusations.keepOut(step.open(), officer.id(), List.of(new Content.KeptOut(officer.id(), Why.STEPPED_ASIDE)));
        steps.finish(step, Act.STEPPED_ASIDE, "STEPPED_ASIDE", filing);
        accusations.moveTasks(step.open()); // any other task of theirs in the case
    }
}
