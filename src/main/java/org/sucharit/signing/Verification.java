package org.sucharit.signing;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What can be said of a file's signature. Of several signatures the last is judged, for it covers the others. */
public sealed interface Verification {

    /** A PDF file that bears no signature. */
    record NotSigned() implements Verification {}

    /**
     * Signed by somebody who is believed, and not changed since.
     *
     * @param signer as the signature names them, else as the certificate does
     * @param organisation to which the certificate was issued
     * @param signedAt null where the signature does not tell
     * @param timeProven whether a timestamp service that is believed set the time; else it is the signer's word
     * @param coversWholeFile whether the signature covers every byte; else validation data, and nothing else, was added
     *     after it
     * @param byUs whether it was made with a key of the organisation that was asked
     */
    record Valid(
            String signer,
            String organisation,
            @Nullable Instant signedAt,
            boolean timeProven,
            Level level,
            boolean coversWholeFile,
            boolean byUs)
            implements Verification {}

    /** Not what was signed. */
    record Changed(How how) implements Verification {}

    /** Intact as far as the signature reaches, and the signature of somebody who is not believed. */
    record Untrusted(String holder, Why why) implements Verification {}

    /** Nothing can be said of it. */
    record Unreadable(What what) implements Verification {}

    enum How {
        /** What the signature covers is not what was signed, or the signature is broken. */
        ALTERED,
        /** What was signed is still there; what was added behind it may show something else. */
        ADDED_TO
    }

    enum Why {
        /** The certificate was issued by nobody who is believed here. */
        UNKNOWN,
        /** The certificate was not valid at the time of signing, or not made for signing. */
        NOT_VALID_THEN,
        /** The algorithm or the key is too weak to prove anything. */
        WEAK
    }

    enum What {
        NOT_PDF,
        TOO_LARGE,
        /** A signature of a kind that is not understood, or damaged beyond recognition. */
        UNKNOWN_SIGNATURE
    }
}
