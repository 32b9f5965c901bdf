package org.sucharit.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about an attachment when somebody who holds the case first opened it.
 *
 * @param virus in the scanner's words
 * @param cut whether the copy lacks pages of the file
 */
public record Examined(Scan scan, @Nullable String virus, Copy copy, boolean cut, Instant at) {

    public enum Scan {
        /** No scanner was set. */
        NONE,
        CLEAN,
        FOUND,
        /** The scanner did not answer; the file stays shut until it does. */
        WAITING
    }

    public enum Copy {
        MADE,
        /** None is made of such a type, or of a file that may not be opened. */
        NONE,
        FAILED
    }
}
