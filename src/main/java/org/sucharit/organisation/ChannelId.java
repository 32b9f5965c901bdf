package org.sucharit.organisation;

import java.util.UUID;

/** Names a channel by which complaints reach an organisation. */
public record ChannelId(UUID value) {

    public static ChannelId random() {
        return new ChannelId(UUID.randomUUID());
    }

    /** @throws IllegalArgumentException when {@code text} is not a UUID */
    public static ChannelId of(String text) {
        return new ChannelId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
