package org.sucharit.assignment;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.vault.Ground;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.Candidates;

/**
 * Narrows each task to people who hold the case's key, are in a post that the task falls to, and have not done the
 * half of the work that it checks. Their standby grants open; the case stands at the step.
 */
@Component
class CaseCandidates implements Candidates {

    private final CaseFiles cases;
    private final People people;
    private final Vault vault;
    private final Access access;
    private final Notices notices;
    private final Time time;

    CaseCandidates(CaseFiles cases, People people, Vault vault, Access access, Notices notices, Time time) {
        this.cases = cases;
        this.people = people;
        this.vault = vault;
        this.access = access;
        this.notices = notices;
        this.time = time;
    }

    @Override
    public Set<PersonId> candidates(CaseId caseId, String group, String step) {
        CaseFile file = cases.file(caseId);
        CaseState.at(step).ifPresent(state -> file.standsAt(state, time.now()));
        Set<PersonId> candidates = find(file, group);
        for (PersonId person : candidates) {
            access.open(caseId, person, Ground.STEP);
            notices.tell(person, caseId, Notices.Kind.TASK);
        }
        return candidates;
    }

    private Set<PersonId> find(CaseFile file, String group) {
        Set<PersonId> holders = new HashSet<>(vault.holders(file.id()));
        holders.removeIf(person -> checksOwn(file, group, person));
        switch (group) {
            case "investigator" -> holders.retainAll(named(file.investigator(), "assigner", file, holders));
            case "divisionOfficer" -> holders.retainAll(named(file.handler(), "divisionAssigner", file, holders));
            default -> holders.retainAll(firstOnLadder(file, group, holders));
        }
        if (holders.isEmpty()) {
            throw Problem.conflict("case.nobodyForStep");
        }
        return holders;
    }

    /** The one who was named; where the case was taken from them since, those who may name another. */
    private Set<PersonId> named(Optional<PersonId> person, String namer, CaseFile file, Set<PersonId> holders) {
        return person.filter(holders::contains).map(Set::of).orElseGet(() -> firstOnLadder(file, namer, holders));
    }

    private Set<PersonId> firstOnLadder(CaseFile file, String group, Set<PersonId> holders) {
        LocalDate today = time.today();
        for (PostKind post : Ladder.of(group, file)) {
            Set<PersonId> found = people.serving(post, today).stream()
                    .map(holder -> holder.person().id())
                    .filter(holders::contains)
                    .collect(Collectors.toSet());
            if (!found.isEmpty()) {
                return found;
            }
        }
        return holders; // nobody of the ladder is left: whoever holds the key sees to it that the case goes on
    }

    /** Whether the task checks the person's own work, and so may not be theirs. */
    private static boolean checksOwn(CaseFile file, String group, PersonId person) {
        return switch (group) {
            case "confirmer" -> file.screenedBy().equals(Optional.of(person));
            case "mayor", "OFFICE_HEAD", "CHIEF_ADMINISTRATOR", "extensionDecider" -> file.inquires(person);
            case "divisionConfirmer" -> file.handler().equals(Optional.of(person));
            default -> false;
        };
    }
}
