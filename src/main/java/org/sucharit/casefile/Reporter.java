package org.sucharit.casefile;

import org.jspecify.annotations.Nullable;

/** Who reports, as far as they say so. */
public sealed interface Reporter {

    /** Known to whoever works on the case. */
    record Named(Identity identity) implements Reporter {}

    /** Known to the office, and to be kept from everybody who does not need it. */
    record Confidential(Identity identity) implements Reporter {}

    record Anonymous() implements Reporter {}

    /** As much as was given. */
    record Identity(
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {

        public boolean nothingGiven() {
            return name == null && address == null && phone == null && email == null;
        }
    }

    enum Mode {
        NAMED,
        CONFIDENTIAL,
        ANONYMOUS
    }

    default Mode mode() {
        return switch (this) {
            case Named named -> Mode.NAMED;
            case Confidential confidential -> Mode.CONFIDENTIAL;
            case Anonymous anonymous -> Mode.ANONYMOUS;
        };
    }

    static Reporter of(Mode mode, Identity identity) {
        return switch (mode) {
            case NAMED -> new Named(identity);
            case CONFIDENTIAL -> new Confidential(identity);
            case ANONYMOUS -> new Anonymous();
        };
    }
}
