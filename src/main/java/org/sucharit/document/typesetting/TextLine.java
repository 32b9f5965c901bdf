package org.sucharit.document.typesetting;

import java.util.List;

/**
 * Clusters on one line, with the room that justification adds; widths in points, added room in thousandths of the
 * type size.
 *
 * @param toSpaces added after each space
 * @param toClusters added after each cluster
 */
public record TextLine(Style style, List<Face.Glyph> glyphs, float toSpaces, float toClusters) {

    /**
     * How much each space and each cluster may take, step by step, before a line is left short. Never more than 80 for a
     * cluster: past a tenth of the type size some readers take a gap for a space and text would not extract exactly.
     */
    private static final float[][] STEPS = {{250, 0}, {250, 30}, {600, 30}, {600, 80}, {900, 80}};

    TextLine(Style style, List<Face.Glyph> glyphs) {
        this(style, List.copyOf(glyphs), 0, 0);
    }

    /** The text on one line, however wide. */
    public static TextLine of(String text, Style style) {
        return new TextLine(
                style,
                ThaiText.clusters(ThaiText.clean(text)).stream()
                        .map(style.face()::glyph)
                        .toList());
    }

    /** Without what justification added. */
    public float width() {
        int units = 0;
        for (Face.Glyph glyph : glyphs) {
            units += glyph.advance();
        }
        return units * style.size() / 1000;
    }

    public boolean isBlank() {
        return glyphs.stream().allMatch(Face.Glyph::isSpace);
    }

    public String text() {
        StringBuilder text = new StringBuilder();
        glyphs.forEach(glyph -> text.append(glyph.text()));
        return text.toString();
    }

    /** The line spread to {@code width}, at spaces first; where that would look torn it stays short. */
    TextLine justified(float width) {
        float room = (width - width()) * 1000 / style.size();
        if (room <= 0 || glyphs.size() < 2) {
            return this;
        }
        long spaces = glyphs.stream().filter(Face.Glyph::isSpace).count();
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
