package org.sucharit.deadline;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Access;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.papers.ClockMemos;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Ground;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.Workflow;

/**
 * What happens when the clock strikes. Runs without a signed-in person and so without any key: it opens standby grants
 * and seals a memo, and sees nothing of the case. The processes call it by the name {@code escalations}.
 */
@Component("escalations")
@Transactional
public class Escalations {

    private static final List<PostKind> FROM_CHIEF_ADMINISTRATOR =
            List.of(PostKind.CHIEF_ADMINISTRATOR, PostKind.MAYOR, PostKind.OFFICE_HEAD);
    private static final List<PostKind> FROM_MAYOR =
            List.of(PostKind.MAYOR, PostKind.CHIEF_ADMINISTRATOR, PostKind.OFFICE_HEAD);

    private final CaseFiles cases;
    private final Workflow workflow;
    private final People people;
    private final Access access;
    private final Vault vault;
    private final Notices notices;
    private final ClockMemos memos;
    private final Register register;
    private final Outside outside;
    private final Time time;

    Escalations(
            CaseFiles cases,
            Workflow workflow,
            People people,
            Access access,
            Vault vault,
            Notices notices,
            ClockMemos memos,
            Register register,
            Outside outside,
            Time time) {
        this.cases = cases;
        this.workflow = workflow;
        this.people = people;
        this.access = access;
        this.vault = vault;
        this.notices = notices;
        this.memos = memos;
        this.register = register;
        this.outside = outside;
        this.time = time;
    }

    /** Reminds those who have something to do in the case, by a notice and a memo. */
    public void remind(String caseId) {
        CaseId id = CaseId.of(caseId);
        memos.issue(id, null, tellThoseWithTasks(id, Notices.Kind.REMINDER));
        register.append(Note.of(Act.REMINDED, id, null).detail(dueOn(id)));
    }

    /** Tells the chief administrator, or the next one up who is not kept from the case. */
    public void toChiefAdministrator(String caseId) {
        escalate(CaseId.of(caseId), FROM_CHIEF_ADMINISTRATOR);
    }

    /** Tells the mayor, or where the mayor is kept out the next who is not; in the end the authority outside. */
    public void toMayor(String caseId) {
        escalate(CaseId.of(caseId), FROM_MAYOR);
    }

    /** Reminds those who wait for an authority's reply to ask for it. */
    public void followUp(String caseId) {
        CaseId id = CaseId.of(caseId);
        tellThoseWithTasks(id, Notices.Kind.FOLLOW_UP);
        register.append(Note.of(Act.REMINDED, id, null));
    }

    private Set<PersonId> tellThoseWithTasks(CaseId id, Notices.Kind kind) {
        Set<PersonId> told = new HashSet<>();
        for (OpenTask task : workflow.tasksOf(id)) {
            told.addAll(task.candidates());
        }
        told.forEach(person -> notices.tell(person, id, kind));
        return told;
    }

    /** An escalation is a reminder too: whoever has something to do hears of it. */
    private void escalate(CaseId id, List<PostKind> ladder) {
        Set<PersonId> atWork = tellThoseWithTasks(id, Notices.Kind.REMINDER);
        Set<PersonId> holders = vault.holders(id);
        Optional<PostKind> reached = Optional.empty();
        for (PostKind post : ladder) {
            List<Holder> unconflicted = people.serving(post, time.today()).stream()
                    .filter(holder -> holders.contains(holder.person().id()))
                    .toList();
            if (!unconflicted.isEmpty()) {
                unconflicted.forEach(holder -> tell(id, holder.person().id()));
                memos.issue(id, unconflicted.getFirst().post().titleTh(), atWork);
                reached = Optional.of(post);
                break;
            }
        }
        if (reached.isEmpty()) {
            memos.issue(id, outside.authority(), atWork);
        }
        register.append(
                Note.of(Act.ESCALATED, id, null).detail(reached.map(Enum::name).orElse("OUTSIDE_AUTHORITY")));
    }

    private void tell(CaseId id, PersonId person) {
        access.open(id, person, Ground.ESCALATION);
        notices.tell(person, id, Notices.Kind.ESCALATION);
    }

    private String dueOn(CaseId id) {
        return cases.file(id).dueOn().toString();
    }
}
