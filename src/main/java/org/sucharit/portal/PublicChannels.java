package org.sucharit.portal;

import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Channels;

/** The ways to report, as the public pages show them. */
@Component
class PublicChannels {

    /** @param address may be empty */
    record Way(String name, String address) {}

    private final Channels channels;

    PublicChannels(Channels channels) {
        this.channels = channels;
    }

    /** Whether the pages themselves take reports. */
    boolean web() {
        return channels.isEnabled(ChannelKind.WEB);
    }

    /** Those besides the pages. */
    List<Way> others(Locale locale) {
        return channels.enabled().stream()
                .filter(channel -> channel.kind() != ChannelKind.WEB)
                .map(channel -> new Way(
                        locale.getLanguage().equals("en") ? channel.nameEn() : channel.nameTh(), channel.address()))
                .toList();
    }
}
