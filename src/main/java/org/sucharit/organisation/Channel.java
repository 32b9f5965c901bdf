package org.sucharit.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

@Entity
class Channel extends Owned {

    @Enumerated(EnumType.STRING)
    private ChannelKind kind;

    private String nameTh;
    private String nameEn;
    private String address;
    private boolean enabled;
    private int ordinal;

    @SuppressWarnings("NullAway.Init")
    Channel() {}

    Channel(ChannelKind kind, String nameTh, String nameEn, String address, boolean enabled, int ordinal) {
        super(ChannelId.random().value());
        this.kind = kind;
        this.nameTh = nameTh.strip();
        this.nameEn = nameEn.strip();
        this.address = address.strip();
        this.enabled = enabled;
        this.ordinal = ordinal;
    }

    boolean isSwitched(boolean on) {
        return enabled == on;
    }

    void turn(boolean on) {
        this.enabled = on;
    }

    void describe(String nameTh, String nameEn, String address) {
        this.nameTh = nameTh.strip();
        this.nameEn = nameEn.strip();
        this.address = address.strip();
    }

    ChannelView view() {
        return new ChannelView(new ChannelId(id()), kind, nameTh, nameEn, address, enabled);
    }
}
