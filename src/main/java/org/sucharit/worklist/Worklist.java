package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.Workflow;

/**
 * What lies on an officer's desk. All of it is of cases whose key the officer holds; of any other case there is no
 * trace here.
 */
@Component
@Transactional(readOnly = true)
class Worklist {

    /** A task with the case that it is for. */
    record Work(OpenTask task, CaseSummary summary) {

        public LocalDate till() {
            return Time.dayOf(task.dueAt());
        }
    }

    /** A notice with the case that it is about. */
    record Told(Notices.View notice, CaseSummary summary) {}

    private final Workflow workflow;
    private final Notices notices;
    private final CaseFiles cases;
    private final Vault vault;
    private final Time time;

    Worklist(Workflow workflow, Notices notices, CaseFiles cases, Vault vault, Time time) {
        this.workflow = workflow;
        this.notices = notices;
        this.cases = cases;
        this.vault = vault;
        this.time = time;
    }

    /** What waits for the officer, the longest overdue first; what they lost the key of waits for somebody else. */
    Slice<Work> work(Officer officer, Pageable page) {
        Slice<OpenTask> tasks = workflow.tasksOf(officer.id(), page);
        Set<CaseId> lost = vault.lostBy(officer.id());
        List<Work> work = tasks.stream()
                .filter(task -> !lost.contains(task.caseId()))
                .map(task -> new Work(task, cases.summary(officer, task.caseId())))
                .toList();
        return new SliceImpl<>(work, page, tasks.hasNext());
    }

    List<Told> notices(Officer officer) {
        return notices.unread(officer).stream()
                .map(notice -> new Told(notice, cases.summary(officer, notice.caseId())))
                .toList();
    }

    /** The cases that the officer holds, the latest first. */
    Slice<CaseSummary> held(Officer officer, @Nullable CaseState state, boolean closedToo, Pageable page) {
        return state == null ? cases.heldBy(officer, closedToo, page) : cases.heldBy(officer, state, page);
    }

    /**
     * The cases with this number that the officer holds: none for a number that was never given out, and none for
     * one that the officer is kept from.
     *
     * @throws Problem invalid, where what was typed is no register number
     */
    Slice<CaseSummary> numbered(Officer officer, String typed) {
        int thisYear = time.today().getYear() + 543;
        DeskNumber number =
                DeskNumber.parse(typed, thisYear).orElseThrow(() -> Problem.invalid("number", "registerNumber.wrong"));
        return new SliceImpl<>(cases.numbered(officer, number.number(), number.year()));
    }

    /** Whether the officer can open the case. */
    boolean holds(Officer officer, CaseId id) {
        return vault.readers(id).contains(officer.id());
    }
}
