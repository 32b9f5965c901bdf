package org.sucharit.workflow;

import java.util.UUID;

/** Names an open task. */
public record TaskId(UUID value) {

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static TaskId of(String text) {
        return new TaskId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
