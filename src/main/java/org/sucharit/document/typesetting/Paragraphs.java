package org.sucharit.document.typesetting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Breaks running text into lines. */
public final class Paragraphs {

    private Paragraphs() {}

    /** Ragged lines of at most {@code width} points. */
    public static List<TextLine> ragged(String text, Style style, float width) {
        return lines(text, style, width, width);
    }

    /** Lines spread to the width but for the last, the first one shorter by its indent; all in points. */
    public static List<TextLine> justified(String text, Style style, float width, float firstIndent) {
        List<TextLine> lines = lines(text, style, width - firstIndent, width);
        List<TextLine> spread = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size() - 1; i++) {
            spread.add(lines.get(i).justified(i == 0 ? width - firstIndent : width));
        }
        spread.add(lines.getLast());
        return spread;
    }

    /** The first words of a text, to {@code least} letters or a little more, as a catchword quotes them. */
    public static String opening(String text, int least) {
        String clean = ThaiText.clean(text).strip();
        int end = LineBreaker.breaks(clean).nextSetBit(Math.min(least, clean.length()));
        return clean.substring(0, Math.max(end, 0)).strip();
    }

    private static List<TextLine> lines(String text, Style style, float firstWidth, float width) {
        String clean = ThaiText.clean(text).strip();
        BitSet breaks = LineBreaker.breaks(clean);
        List<TextLine> lines = new ArrayList<>();
        List<Face.Glyph> line = new ArrayList<>();
        float used = 0;
        int lastBreak = 0; // how many clusters of the line stand before its last allowed break
        int offset = 0;
        for (String cluster : ThaiText.clusters(clean)) {
            Face.Glyph glyph = style.face().glyph(cluster);
            float advance = glyph.advance() * style.size() / 1000;
            float limit = lines.isEmpty() ? firstWidth : width;
            if (used + advance > limit && !glyph.isSpace() && !line.isEmpty()) {
                int cut = lastBreak > 0 ? lastBreak : line.size();
                lines.add(new TextLine(style, withoutEndSpaces(line.subList(0, cut))));
                line = new ArrayList<>(line.subList(cut, line.size()));
                used = new TextLine(style, line).width();
                lastBreak = 0;
            }
            line.add(glyph);
            used += advance;
            offset += cluster.length();
            if (breaks.get(offset)) {
                lastBreak = line.size();
            }
        }
        lines.add(new TextLine(style, withoutEndSpaces(line)));
        return lines;
    }

    private static List<Face.Glyph> withoutEndSpaces(List<Face.Glyph> glyphs) {
        int end = glyphs.size();
        while (end > 0 && glyphs.get(end - 1).isSpace()) {
            end--;
        }
        return glyphs.subList(0, end);
    }
}
