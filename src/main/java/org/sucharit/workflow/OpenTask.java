package org.sucharit.workflow;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

/**
 * Work that waits for a person.
 *
 * @param step the id of the user task in its model, such as {@code screenComplaint}
 * @param assignee the one who is meant to do it, where the process names one; also among the candidates
 * @param candidates those who may do it; never empty
 * @param group the role that the model gives it to, such as {@code intake}
 */
public record OpenTask(
        TaskId id,
        CaseId caseId,
        String step,
        Instant createdAt,
        Instant dueAt,
        @Nullable PersonId assignee,
        Set<PersonId> candidates,
        String group) {}
