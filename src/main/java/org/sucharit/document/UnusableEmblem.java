package org.sucharit.document;

/** A picture that cannot be an emblem, with the reason to tell. */
public final class UnusableEmblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    public enum Reason {
        TOO_LARGE,
        NOT_A_PICTURE,
        TOO_MANY_PIXELS,
        TOO_SMALL,
        TOO_LONG,
        REACHES_OUT,
        TOO_INTRICATE,
        BROKEN
    }

    private final Reason reason;

    UnusableEmblem(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    UnusableEmblem(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
