package org.sucharit.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;

/**
 * A timer's work that failed at every try and now waits for an administrator.
 *
 * @param id names it for {@link Workflow#retry}
 * @param step the id of the element in its model
 * @param dueAt when it was to be done
 * @param error the message of the last failure
 */
public record FailedStep(
        String id,
        CaseId caseId,
        String step,
        Instant dueAt,
        @Nullable String error) {}
