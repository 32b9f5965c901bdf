package org.sucharit.organisation;

import java.util.UUID;

/** Names a post within a unit; one seat. */
public record PostId(UUID value) {

    public static PostId random() {
        return new PostId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static PostId of(String text) {
        return new PostId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
