package org.sucharit.document.typesetting;

/** A font file of which no paper can be made; its reason says what to do about it. */
public final class UnusableFont extends RuntimeException {

    /** Why the file is refused. */
    public enum Reason {
        /** More than {@link Typeface#MOST_BYTES}. */
        TOO_LARGE,
        /** No TrueType outlines: another format, also CFF outlines ("OTF") and collections. */
        NOT_TRUETYPE,
        /** Its maker allows no embedding, or none of a part, or of bitmaps only (OS/2, fsType). */
        EMBEDDING_FORBIDDEN,
        /** Not every Thai letter, mark and digit is in it. */
        LACKS_THAI,
        /** This host has no font library, without which no other font than the bundled one can be prepared. */
        NO_SHAPER,
        /** Damaged, or without a table that it should have. */
        BROKEN
    }

    private static final long serialVersionUID = 1;

    private final Reason reason;

    UnusableFont(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    UnusableFont(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
