package org.sucharit.organisation;

/**
 * A channel of an organisation.
 *
 * @param address where the public finds it: a number, a place, a link; may be empty
 */
public record ChannelView(
        ChannelId id, ChannelKind kind, String nameTh, String nameEn, String address, boolean enabled) {}
