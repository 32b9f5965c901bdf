package org.sucharit.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;

/**
 * A folio, opened.
 *
 * @param by nobody where it came from the reporter or the system
 * @param round from 1; a reopened case begins the next
 */
public record Filed<T extends Content>(
        UUID id, Instant at, @Nullable PersonId by, int round, T content) {}
