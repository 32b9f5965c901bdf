package org.sucharit.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A message to or from the reporter, as the reporter reads it.
 *
 * @param files what the office sent with it; what the reporter sent is not listed, for the receipt does not open it
 */
public record ReporterMessage(Instant at, boolean fromReporter, String text, List<Attached> files) {

    /** @param size in bytes */
    public record Attached(UUID id, String name, long size) {}
}
