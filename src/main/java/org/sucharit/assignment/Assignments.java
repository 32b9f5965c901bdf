package org.sucharit.assignment;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Content.KeptOut.Why;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Route;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.UnitKind;
import org.sucharit.papers.Papers;
import org.sucharit.register.Act;
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
    private final Vault vault;
    private final Time time;

    Assignments(
            Steps steps,
            CaseFiles cases,
            Accusations accusations,
            Papers papers,
            People people,
            Vault vault,
            Time time) {
        this.steps = steps;
        this.cases = cases;
        this.accusations = accusations;
        this.papers = papers;
        this.people = people;
        this.vault = vault;
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
     * Names the investigator and gives them the key.
     *
     * @throws Problem invalid, where the person is not eligible
     */
    public void assign(Officer officer, TaskId task, PersonId investigator, String instruction) {
        StepInHand step = steps.take(officer, task, "assignInvestigator");
        if (eligible(step.open()).stream()
                .noneMatch(holder -> holder.person().id().equals(investigator))) {
            throw Problem.invalid("investigator", "assign.notEligible");
        }
        OpenCase.Filing filing = step.add(new Content.Assignment(investigator, instruction));
        step.file().assign(investigator);
        vault.grant(step.open().key(), investigator);
        steps.finish(step, Act.ASSIGNED, "DONE", filing, Map.of("investigatorId", investigator.toString()));
    }

    /** Accepts; the appointment order is issued. */
    public void accept(Officer officer, TaskId task) {
        StepInHand step = steps.take(officer, task, "acceptAssignment");
        OpenCase.Filing filing = step.add(new Content.Accepted());
        papers.appointmentOrder(step.open(), officer.id());
        steps.finish(step, Act.ACCEPTED, "ACCEPTED", filing);
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
    }
}
