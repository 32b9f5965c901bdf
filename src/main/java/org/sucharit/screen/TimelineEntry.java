package org.sucharit.screen;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A line of a timeline: what happened when, who did it, and what is to be said of it. */
public record TimelineEntry(
        Instant at,
        String what,
        @Nullable String who,
        @Nullable String note) {}
