package org.sucharit.document.typesetting;

/** The letters of a paper: a regular and a bold face. Safe for use by many threads. */
public final class Typeface {

    /** Sarabun (SIL Open Font License 1.1), which is bundled. */
    public static final Typeface SARABUN = new Typeface(Face.REGULAR, Face.BOLD);

    private final Face regular;
    private final Face bold;

    private Typeface(Face regular, Face bold) {
        this.regular = regular;
        this.bold = bold;
    }

    /** From the nominal size of TH Sarabun, in which the rules are given, to the size of equally large letters here. */
    public float scale() {
        return regular.scale();
    }

    /** @param cluster as {@link ThaiText#clusters} cuts them */
    Glyph glyph(String cluster, boolean inBold) {
        return (inBold ? bold : regular).glyph(cluster);
    }
}
