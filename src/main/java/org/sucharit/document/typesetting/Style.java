package org.sucharit.document.typesetting;

/**
 * How a line is set in whatever typeface a paper has.
 *
 * <p>The rules of government correspondence give sizes of TH Sarabun, which is drawn small on its body; the same letters
 * in Sarabun are 0.67 of the nominal size.
 *
 * @param size nominal: that of TH Sarabun, in points
 * @param pitch from line to line, in points
 */
public record Style(boolean bold, float size, float pitch) {

    public static final Style BODY = new Style(false, 16, 21.3f);
    public static final Style STRONG = new Style(true, 16, 21.3f);
    public static final Style LABEL = new Style(true, 20, 24f);
    public static final Style TITLE = new Style(true, 29, 36f);
    public static final Style CLASSIFICATION = new Style(true, 22, 24f);
    public static final Style SMALL = new Style(false, 13, 16f);
    public static final Style DRAFT = new Style(true, 220, 160f);

    static final float SARABUN_TO_TH_SARABUN = 0.67f;

    /** From the top of a line to its baseline, so that marks above and vowels below have equal room. */
    public float baseline() {
        return pitch / 2 + letterSize() * 0.37f;
    }

    /** The size of Sarabun whose letters are as large: the measure of spaces in every typeface. */
    float letterSize() {
        return size * SARABUN_TO_TH_SARABUN;
    }
}
