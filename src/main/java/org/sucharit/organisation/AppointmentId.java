package org.sucharit.organisation;

import java.util.UUID;

/** Names one person's time in one post. */
public record AppointmentId(UUID value) {

    public static AppointmentId random() {
        return new AppointmentId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static AppointmentId of(String text) {
        return new AppointmentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
