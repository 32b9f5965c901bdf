package org.sucharit.casefile;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An attachment or a document of a case, as a list shows it.
 *
 * @param document nothing for an attachment
 * @param version from 1; a later version of a document stands beside the earlier ones
 */
public record FileView(
        UUID id,
        @Nullable UUID folio,
        @Nullable DocumentKind document,
        @Nullable String number,
        int version,
        Instant filedAt,
        String name,
        String contentType,
        long size) {}
