package org.sucharit.partner;

/** What a key is for. */
public enum Scope {
    /** Sending reports in. */
    REPORT,
    /** Asking where those reports stand. */
    FOLLOW
}
