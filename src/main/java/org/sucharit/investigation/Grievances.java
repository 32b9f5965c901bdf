package org.sucharit.investigation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Access;
import org.sucharit.assignment.StepInHand;
import org.sucharit.assignment.Steps;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.register.Act;
import org.sucharit.vault.Ground;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.TaskId;

/** A division's work on a general grievance: roads, water, light, nuisance. */
@Component
@Transactional
public class Grievances {

    private static final List<PostKind> DIVISION = List.of(PostKind.DIVISION_HEAD, PostKind.DIVISION_OFFICER);

    private final Steps steps;
    private final CaseFiles cases;
    private final People people;
    private final Access access;
    private final Vault vault;
    private final Time time;

    Grievances(Steps steps, CaseFiles cases, People people, Access access, Vault vault, Time time) {
        this.steps = steps;
        this.cases = cases;
        this.people = people;
        this.access = access;
        this.vault = vault;
        this.time = time;
    }

    /** The heads and officers of the divisions who may be named. */
    @Transactional(readOnly = true)
    public List<Holder> eligible(Officer officer, CaseId caseId) {
        return eligible(cases.open(officer, caseId));
    }

    private List<Holder> eligible(OpenCase open) {
        Set<PersonId> keptOut = open.keptOut();
        LocalDate today = time.today();
        Map<PersonId, Holder> found = new LinkedHashMap<>();
        for (PostKind post : DIVISION) {
            people.serving(post, today).stream()
                    .filter(holder -> !keptOut.contains(holder.person().id()))
                    .forEach(holder -> found.putIfAbsent(holder.person().id(), holder));
        }
        Set<PersonId> enrolled = vault.enrolled(found.keySet());
        return found.values().stream()
                .filter(holder -> enrolled.contains(holder.person().id()))
                .toList();
    }

    /** Names the officer; the head of the officer's division gets the key too and will confirm that it is done. */
    public void assign(Officer officer, TaskId task, PersonId handler, String instruction) {
        Words.check().optionalText("instruction", instruction).orThrow();
        StepInHand step = steps.take(officer, task, "assignDivision");
        List<Holder> eligible = eligible(step.open());
        Holder chosen = eligible.stream()
                .filter(holder -> holder.person().id().equals(handler))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("handler", "assign.notEligible"));
        OpenCase.Filing filing = step.add(new Content.DivisionAssignment(handler, instruction));
        step.file().assignDivision(handler);
        access.give(step.open().key(), handler, Ground.INQUIRY);
        eligible.stream()
                .filter(holder -> holder.post().kind() == PostKind.DIVISION_HEAD
                        && holder.post().unit().equals(chosen.post().unit()))
                .forEach(head -> vault.standBy(step.open().key(), head.person().id()));
        steps.finish(step, Act.DIVISION_ASSIGNED, "DONE", filing, Map.of("officerId", handler.toString()));
    }

    public void handled(Officer officer, TaskId task, String text) {
        Words.check().text("text", text).orThrow();
        StepInHand step = steps.take(officer, task, "handleGrievance");
        step.file().handled(officer.id());
        steps.finish(step, Act.GRIEVANCE_HANDLED, "DONE", step.add(new Content.GrievanceHandled(text)));
    }

    /** Another person confirms that it is done, or sends it back. */
    public void confirm(Officer officer, TaskId task, boolean agreed, String text) {
        Words.check().that(agreed || !text.isBlank(), "text", "required").orThrow();
        StepInHand step = steps.take(officer, task, "confirmDone");
        step.file().confirmDone(officer.id(), agreed);
        OpenCase.Filing filing = step.add(new Content.GrievanceConfirmed(agreed, text));
        steps.finish(step, Act.GRIEVANCE_CONFIRMED, agreed ? "AGREED" : "RETURNED", filing);
    }
}
