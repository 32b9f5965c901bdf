package org.sucharit.organisation;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.OrganisationChanged.Change;

/**
 * The channels of the organisation in scope: one of each kind from the start, and those it adds as
 * {@link ChannelKind#OTHER}. A channel is switched off, never deleted, because old cases came by it.
 */
@Service
@Transactional
public class Channels {

    private final ChannelRepository channels;
    private final Changes changes;

    Channels(ChannelRepository channels, Changes changes) {
        this.channels = channels;
        this.changes = changes;
    }

    @Transactional(readOnly = true)
    public List<ChannelView> all() {
        return views(channels.findAllByOrderByOrdinalAscIdAsc());
    }

    @Transactional(readOnly = true)
    public List<ChannelView> enabled() {
        return views(channels.findByEnabledTrueOrderByOrdinalAscIdAsc());
    }

    /** Whether complaints may come in by some channel of this kind. */
    @Transactional(readOnly = true)
    public boolean isEnabled(ChannelKind kind) {
        return channels.findByKindOrderByOrdinalAscIdAsc(kind).stream().anyMatch(channel -> channel.isSwitched(true));
    }

    /** @throws Problem not found where this organisation has no such channel */
    @Transactional(readOnly = true)
    public ChannelView get(ChannelId id) {
        return channel(id).view();
    }

    /** Does nothing where it is on already. */
    public void switchOn(ChannelId id, @Nullable PersonId by) {
        turn(channel(id), true, by);
    }

    /** Does nothing where it is off already. */
    public void switchOff(ChannelId id, @Nullable PersonId by) {
        turn(channel(id), false, by);
    }

    /**
     * Adds a channel of the organisation's own, switched on.
     *
     * @throws Problem invalid
     */
    public ChannelId add(String nameTh, String nameEn, String address, @Nullable PersonId by) {
        check(nameTh, nameEn, address);
        Channel channel = new Channel(ChannelKind.OTHER, nameTh, nameEn, address, true, channels.countBy());
        channels.save(channel);
        changes.tell(Change.CHANNEL_ADDED, channel.id(), by);
        return new ChannelId(channel.id());
    }

    /**
     * Says what a channel is called and where the public finds it.
     *
     * @throws Problem invalid
     */
    public void describe(ChannelId id, String nameTh, String nameEn, String address, @Nullable PersonId by) {
        check(nameTh, nameEn, address);
        channel(id).describe(nameTh, nameEn, address);
        changes.tell(Change.CHANNEL_CHANGED, id, by);
    }

    /** The channels that a new organisation begins with. */
    void open(Set<ChannelKind> on) {
        for (ChannelKind kind : ChannelKind.values()) {
            if (kind != ChannelKind.OTHER) {
                channels.save(new Channel(kind, kind.nameTh(), kind.nameEn(), "", on.contains(kind), kind.ordinal()));
            }
        }
    }

    private void turn(Channel channel, boolean on, @Nullable PersonId by) {
        if (!channel.isSwitched(on)) {
            channel.turn(on);
            changes.tell(on ? Change.CHANNEL_SWITCHED_ON : Change.CHANNEL_SWITCHED_OFF, channel.id(), by);
        }
    }

    private Channel channel(ChannelId id) {
        return channels.findById(id.value()).orElseThrow(Problem::notFound);
    }

    private static List<ChannelView> views(List<Channel> channels) {
        return channels.stream().map(Channel::view).toList();
    }

    private static void check(String nameTh, String nameEn, String address) {
        new Checks()
                .required("nameTh", nameTh, 200)
                .required("nameEn", nameEn, 200)
                .optional("address", address, 300)
                .done();
    }
}
