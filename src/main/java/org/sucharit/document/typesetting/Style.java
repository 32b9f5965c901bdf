package org.sucharit.document.typesetting;

/**
 * A face at a size, set in lines a pitch apart; both in points.
 *
 * <p>The rules of government correspondence give sizes of TH Sarabun, which is drawn small on its body; the same letters
 * in Sarabun are 0.67 of the nominal size.
 */
public record Style(Face face, float size, float pitch) {

    private static final float SARABUN_TO_TH_SARABUN = 0.67f;

    public static final Style BODY = nominal(Face.REGULAR, 16, 21.3f);
    public static final Style STRONG = nominal(Face.BOLD, 16, 21.3f);
    public static final Style LABEL = nominal(Face.BOLD, 20, 24f);
    public static final Style TITLE = nominal(Face.BOLD, 29, 36f);
    public static final Style CLASSIFICATION = nominal(Face.BOLD, 22, 24f);
    public static final Style SMALL = nominal(Face.REGULAR, 13, 16f);

    static Style nominal(Face face, float size, float pitch) {
        return new Style(face, size * SARABUN_TO_TH_SARABUN, pitch);
    }

    /** From the top of a line to its baseline, so that marks above and vowels below have equal room. */
    public float baseline() {
        return pitch / 2 + size * 0.37f;
    }
}
