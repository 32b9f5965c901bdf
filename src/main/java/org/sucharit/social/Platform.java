package org.sucharit.social;

import org.sucharit.organisation.ChannelKind;

/** A social platform by which messages come. */
enum Platform {
    FACEBOOK("Facebook", ChannelKind.FACEBOOK),
    LINE("LINE", ChannelKind.OTHER);

    private final String title;
    private final ChannelKind channel;

    Platform(String title, ChannelKind channel) {
        this.title = title;
        this.channel = channel;
    }

    String title() {
        return title;
    }

    ChannelKind channel() {
        return channel;
    }
}
