package org.sucharit.signing;

/** A key that cannot sign, and why. */
final class KeyUnusable extends Exception {

    private final Signed.Reason reason;

    KeyUnusable(Signed.Reason reason, String what) {
        super(what);
        this.reason = reason;
    }

    KeyUnusable(Signed.Reason reason, String what, Throwable cause) {
        super(what, cause);
        this.reason = reason;
    }

    Signed.Reason reason() {
        return reason;
    }
}
