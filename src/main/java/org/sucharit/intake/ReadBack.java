package org.sucharit.intake;

/** What became of reading back to a caller what was written down. The names are kept in sealed reports. */
public enum ReadBack {
    CONFIRMED,
    /** The call ended before it was read to the end. */
    HUNG_UP,
    /** The caller would not say whether it is right. */
    REFUSED
}
