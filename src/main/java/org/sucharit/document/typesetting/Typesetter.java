package org.sucharit.document.typesetting;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Makes lines of words in one typeface. Safe for use by many threads. */
public final class Typesetter {

    private final Typeface typeface;

    public Typesetter(Typeface typeface) {
        this.typeface = typeface;
    }

    /** The text on one line, however wide. */
    public TextLine line(String text, Style style) {
        return new TextLine(style, glyphs(ThaiText.clean(text), style));
    }

    /** Ragged lines of at most {@code width} points; one empty line of nothing. */
    public List<TextLine> ragged(String text, Style style, float width) {
        return lines(text, style, width, width, false);
    }

    /** Lines spread to the width but for the last, the first one shorter by its indent; all in points. */
    public List<TextLine> justified(String text, Style style, float width, float firstIndent) {
        List<TextLine> lines = lines(text, style, width - firstIndent, width, true);
        List<TextLine> spread = new ArrayList<>(lines.size());
        for (int i = 0; i < lines.size() - 1; i++) {
            spread.add(lines.get(i).justified(i == 0 ? width - firstIndent : width));
        }
        spread.add(lines.getLast());
        return spread;
    }

    /** The first words of a text, to {@code least} letters or a little more, as a catchword quotes them. */
    public String opening(String text, int least) {
        String clean = ThaiText.clean(text).strip();
        int end = LineBreaker.breaks(clean).nextSetBit(Math.min(least, clean.length()));
        return clean.substring(0, Math.max(end, 0)).strip();
    }

    /** @param full whether a line that cannot be spread to its width takes a part of a long term rather than stay short */
    private List<TextLine> lines(String text, Style style, float firstWidth, float width, boolean full) {
        String clean = ThaiText.clean(text).strip();
        BitSet breaks = LineBreaker.breaks(clean);
        List<TextLine> lines = new ArrayList<>();
        List<Glyph> line = new ArrayList<>();
        float used = 0;
        int lastBreak = 0; // how many clusters of the line stand before its last allowed break
        int offset = 0;
        for (Glyph glyph : within(Math.min(firstWidth, width), glyphs(clean, style), style)) {
            float advance = glyph.width(style.size());
            float limit = lines.isEmpty() ? firstWidth : width;
            // More than once where what is carried over leaves no room for a word in one wide glyph.
            while (used + advance > limit && !glyph.isSpace() && !line.isEmpty()) {
                int cut = lastBreak > 0 ? lastBreak : lastResort(line, glyph);
                TextLine cutOff = new TextLine(style, withoutEndSpaces(line.subList(0, cut)));
                if (full && cut < line.size() && cutOff.staysShort(limit)) {
                    cut = Math.max(cut, lastSpare(line, offset, clean));
                    cutOff = new TextLine(style, withoutEndSpaces(line.subList(0, cut)));
                }
                lines.add(cutOff);
                line = new ArrayList<>(line.subList(cut, line.size()));
                used = TextLine.width(line, style);
                lastBreak = 0;
                limit = width;
            }
            line.add(glyph);
            used += advance;
            offset += glyph.text().length();
            if (breaks.get(offset)) {
                lastBreak = line.size();
            }
        }
        lines.add(new TextLine(style, withoutEndSpaces(line)));
        return lines;
    }

    /** How many clusters of the line, which ends at {@code offset} of the text, stand before its last spare break. */
    private static int lastSpare(List<Glyph> line, int offset, String text) {
        BitSet breaks = LineBreaker.spareBreaks(text);
        int cut = line.size();
        for (int at = offset; cut > 0 && !breaks.get(at); cut--) {
            at -= line.get(cut - 1).text().length();
        }
        return cut;
    }

    /** Where to part a word that is wider than a line: at its end, but for what never begins or ends a line. */
    private static int lastResort(List<Glyph> line, Glyph next) {
        int cut = line.size();
        while (cut > 1
                && !LineBreaker.maySplit(
                        line.get(cut - 1).text(),
                        cut == line.size() ? next.text() : line.get(cut).text())) {
            cut--;
        }
        return cut > 1 ? cut : line.size();
    }

    private List<Glyph> glyphs(String clean, Style style) {
        List<Glyph> glyphs = new ArrayList<>(clean.length());
        for (String cluster : ThaiText.clusters(clean)) {
            typeface.set(cluster, style.bold(), glyphs::add);
        }
        return glyphs;
    }

    /** The same glyphs, but for words in one glyph that are wider than a line: those in pieces. */
    private static List<Glyph> within(float width, List<Glyph> glyphs, Style style) {
        if (glyphs.stream().noneMatch(glyph -> isTooWide(glyph, width, style))) {
            return glyphs;
        }
        List<Glyph> pieces = new ArrayList<>(glyphs.size() + 8);
        for (Glyph glyph : glyphs) {
            if (isTooWide(glyph, width, style)) {
                inPieces(glyph.text(), 0, glyph.text().length(), width, style, pieces);
            } else {
                pieces.add(glyph);
            }
        }
        return pieces;
    }

    private static void inPieces(String word, int start, int end, float width, Style style, List<Glyph> to) {
        int middle = Scripts.middle(word, start, end);
        List<Glyph> whole = new ArrayList<>();
        Typeface.setWord(word, start, end, whole::add);
        if (middle == end || TextLine.width(whole, style) <= width) {
            to.addAll(whole);
        } else {
            inPieces(word, start, middle, width, style, to);
            inPieces(word, middle, end, width, style, to);
        }
    }

    private static boolean isTooWide(Glyph glyph, float width, Style style) {
        return Scripts.isShaped(glyph.text().codePointAt(0)) && glyph.width(style.size()) > width;
    }

    private static List<Glyph> withoutEndSpaces(List<Glyph> glyphs) {
        int end = glyphs.size();
        while (end > 0 && glyphs.get(end - 1).isSpace()) {
            end--;
        }
        return glyphs.subList(0, end);
    }
}
