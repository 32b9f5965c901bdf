package org.sucharit.document.typesetting;

import java.util.List;

/** Clusters on one line, in reading order, with the room that justification adds. */
public final class TextLine {

    /**
     * How much each space and each cluster may take, step by step, before a line is left short. Never more than 80 for a
     * cluster, as past a tenth of the type size some readers take a gap for a space, nor more than 430 for a space, as
     * with its own width they would take it for the gap between two columns (0.7 of the type size): text would not
     * extract exactly.
     */
    private static final float[][] STEPS = {{250, 0}, {250, 30}, {430, 30}, {430, 80}};

    private final Style style;
    private final List<Glyph> glyphs;
    private final float toSpaces;
    private final float toClusters;

    private TextLine(Style style, List<Glyph> glyphs, float toSpaces, float toClusters) {
        this.style = style;
        this.glyphs = glyphs;
        this.toSpaces = toSpaces;
        this.toClusters = toClusters;
    }

    TextLine(Style style, List<Glyph> glyphs) {
        this(style, List.copyOf(glyphs), 0, 0);
    }

    public Style style() {
        return style;
    }

    List<Glyph> glyphs() {
        return glyphs;
    }

    /** Added after each space, in thousandths of {@link Style#letterSize}. */
    float toSpaces() {
        return toSpaces;
    }

    /** Added after each cluster, in thousandths of {@link Style#letterSize}. */
    float toClusters() {
        return toClusters;
    }

    /** In points, without what justification added. */
    public float width() {
        return width(glyphs, style);
    }

    static float width(List<Glyph> glyphs, Style style) {
        float width = 0;
        for (Glyph glyph : glyphs) {
            width += glyph.width(style.size());
        }
        return width;
    }

    public boolean isBlank() {
        return glyphs.stream().allMatch(Glyph::isSpace);
    }

    /** What no face has, so that a box stands in its place. */
    public List<String> missing() {
        return glyphs.stream().filter(Glyph::missing).map(Glyph::text).toList();
    }

    /** As it extracts from the file. */
    public String text() {
        StringBuilder text = new StringBuilder();
        glyphs.forEach(glyph -> text.append(glyph.text()));
        return text.toString();
    }

    /** The line spread to {@code width} points, at spaces first; where that would look torn it stays short. */
    TextLine justified(float width) {
        float room = (width - width()) * 1000 / style.letterSize();
        if (room <= 0 || glyphs.size() < 2) {
            return this;
        }
        long spaces = glyphs.stream().filter(Glyph::isSpace).count();
        int gaps = glyphs.size() - 1;
        float atSpaces = 0;
        float atClusters = 0;
        for (float[] most : STEPS) {
            float rest = room - atSpaces * spaces - atClusters * gaps;
            atSpaces += spaces == 0 ? 0 : Math.min(rest / spaces, most[0] - atSpaces);
            rest = room - atSpaces * spaces - atClusters * gaps;
            atClusters += Math.min(rest / gaps, most[1] - atClusters);
        }
        boolean torn = room - atSpaces * spaces - atClusters * gaps > 1;
        return torn ? this : new TextLine(style, glyphs, atSpaces, atClusters);
    }
}
