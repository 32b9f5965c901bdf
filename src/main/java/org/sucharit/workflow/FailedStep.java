package org.sucharit.workflow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;

/**
 * A timer's work that failed at every try and now waits for an administrator.
 *
 * @param id names it for {@link Workflow#retry}
 * @param step the id of the element in its model
 * @param failedAt when its last run was due
 * @param error the message of the last failure
 */
public record FailedStep(
        String id,
        CaseId caseId,
        String step,
        Instant failedAt,
        @Nullable String error) {}
