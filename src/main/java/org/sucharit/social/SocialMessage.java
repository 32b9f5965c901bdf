package org.sucharit.social;

import java.time.Instant;
import org.sucharit.organisation.ChannelKind;

/**
 * One message as a platform delivered it.
 *
 * @param sender the platform's own id of the account, which tells who reported
 * @param text empty where none was sent
 * @param attachments how many things came with it, which stay with the platform
 * @param raw the event as it was delivered
 */
record SocialMessage(
        Platform platform, String id, String sender, Instant at, String text, int attachments, byte[] raw) {

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
}
