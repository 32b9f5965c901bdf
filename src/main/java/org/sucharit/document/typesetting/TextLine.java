package org.sucharit.document.typesetting;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /**
     * Glyphs as they stand on the paper from left to right.
     *
     * @param readAs their text in reading order where that is another; else null
     */
    record Run(List<Glyph> glyphs, @Nullable String readAs) {}

    /** The line as it stands on the paper (Unicode Standard Annex 9, in a line that is read from the left). */
    List<Run> runs() {
        return glyphs.stream().allMatch(TextLine::isSurelyLeftToRight)
                ? List.of(new Run(glyphs, null))
                : runs(new Bidi(text(), Bidi.DIRECTION_LEFT_TO_RIGHT));
    }

    private List<Run> runs(Bidi bidi) {
        byte[] levels = new byte[glyphs.size()];
        int offset = 0;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(offset);
            offset += glyphs.get(i).text().length();
        }
        List<Run> runs = new ArrayList<>();
        for (int start = 0; start < levels.length; ) {
            int end = start + 1;
            while (end < levels.length && (levels[end] == 0) == (levels[start] == 0)) {
                end++;
            }
            List<Glyph> run = glyphs.subList(start, end);
            if (levels[start] == 0) {
                runs.add(new Run(run, null));
            } else {
                Glyph[] ordered = run.toArray(new Glyph[0]);
                Bidi.reorderVisually(levels, start, ordered, 0, ordered.length);
                runs.add(new Run(List.of(ordered), text(run)));
            }
            start = end;
        }
        return runs;
    }

    private static boolean isSurelyLeftToRight(Glyph glyph) {
        char first = glyph.text().charAt(0);
        return first < '\u0590' || (first >= '\u0900' && first < '\u2000');
    }

    /** As it extracts from the file. */
    public String text() {
        return text(glyphs);
    }

    private static String text(List<Glyph> glyphs) {
        StringBuilder text = new StringBuilder();
        glyphs.forEach(glyph -> text.append(glyph.text()));
        return text.toString();
    }

    /** Whether it cannot be spread to {@code width} points without looking torn. */
    boolean staysShort(float width) {
        return width - width() > 1 && justified(width) == this;
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
