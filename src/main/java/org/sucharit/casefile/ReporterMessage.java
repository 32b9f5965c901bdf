package org.sucharit.casefile;

import java.time.Instant;

/** A message to or from the reporter, as the reporter reads it. */
public record ReporterMessage(Instant at, boolean fromReporter, String text) {}
