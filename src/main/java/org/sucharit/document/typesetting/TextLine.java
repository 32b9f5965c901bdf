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

    /** Past a tenth of the type size some readers take a gap for a space and text would no longer extract exactly. */
    private static final float MOST_TO_CLUSTERS = 80;

    private static final float COMFORTABLE_TO_SPACES = 250;
    private static final float MOST_TO_SPACES = 900;

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
        float atSpaces = spaces == 0 ? 0 : Math.min(room / spaces, COMFORTABLE_TO_SPACES);
        float atClusters = Math.min((room - atSpaces * spaces) / gaps, MOST_TO_CLUSTERS);
        float rest = room - atSpaces * spaces - atClusters * gaps;
        if (rest > 1) {
            atSpaces += spaces == 0 ? 0 : rest / spaces;
            if (spaces == 0 || atSpaces > MOST_TO_SPACES) {
                return this;
            }
        }
        return new TextLine(style, glyphs, atSpaces, atClusters);
    }
}
