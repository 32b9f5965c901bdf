package org.sucharit.document.typesetting;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/** One face of a font: its outlines, its widths and, where it is a Thai one, the shapes of its clusters. */
final class Face {

    /** Sarabun (SIL Open Font License 1.1), which is bundled. */
    static final Face REGULAR = sarabun("Sarabun-Regular", false);

    static final Face BOLD = sarabun("Sarabun-Bold", true);

    private static final int REPLACEMENT = 0xFFFD;
    private static final int[] BOX = {0, 0, 0};

    /** Where glyphs are placed within one another by 16 bits. */
    private static final int WIDEST = 30_000;

    private final String name;
    private final boolean bold;
    private final float scale;
    private final int unitsPerEm;
    private final CmapLookup characters;
    private final @Nullable ClusterTable clusters;
    private final Map<String, Glyph> glyphs = new ConcurrentHashMap<>();
    private final int[] advances;
    private final byte[] outlines;
    private final long[] offsets;
    private final Map<String, byte[]> tables;
    private final Shaping shaping;

    /**
     * @param scale from the nominal size to the one at which this face is set
     * @param clusters null for a face that is asked for no Thai
     * @throws IOException when the font is broken
     */
    Face(String name, boolean bold, float scale, byte[] file, @Nullable ClusterTable clusters) throws IOException {
        this.name = name;
        this.bold = bold;
        this.scale = scale;
        this.clusters = clusters;
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            this.unitsPerEm = font.getUnitsPerEm();
            this.characters = font.getUnicodeCmapLookup();
            this.advances = new int[font.getNumberOfGlyphs()];
            for (int id = 0; id < advances.length; id++) {
                advances[id] = font.getAdvanceWidth(id);
            }
            this.outlines = table(font, "glyf");
            this.offsets = font.getIndexToLocation().getOffsets();
            this.tables = Map.of("head", table(font, "head"), "hhea", table(font, "hhea"), "maxp", table(font, "maxp"));
        }
        this.shaping = new Shaping(clusters == null ? file : new byte[0]);
    }

    /** A bundled face without Thai. */
    static Face bundled(String name, float scale) {
        try {
            return new Face(name, false, scale, resource(name + ".ttf"), null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Face sarabun(String name, boolean bold) {
        try {
            ClusterTable clusters = ClusterTable.read(resource(name + ".clusters.gz"));
            return new Face(name, bold, Style.SARABUN_TO_TH_SARABUN, resource(name + ".ttf"), clusters);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] resource(String file) throws IOException {
        try (InputStream in = Face.class.getResourceAsStream("/fonts/" + file)) {
            if (in == null) {
                throw new IOException("No resource fonts/" + file);
            }
            return in.readAllBytes();
        }
    }

    /**
     * @param cluster as {@link ThaiText#clusters} cuts them
     * @return null where the face lacks it
     */
    @Nullable
    Glyph glyph(String cluster) {
        Glyph known = glyphs.get(cluster);
        if (known != null) {
            return known;
        }
        int first = cluster.codePointAt(0);
        if (clusters == null || !ThaiText.isConsonant(first)) {
            return character(cluster);
        }
        ClusterTable.Shape shape = clusters.shape(cluster);
        if (shape.isIncomplete()) {
            return null;
        }
        return kept(new Glyph(this, cluster, shape.advance(), shape.parts(), false));
    }

    /** A single character; null where the face lacks it, and for a mark that stands on nothing. */
    @Nullable
    Glyph character(String text) {
        Glyph known = glyphs.get(text);
        if (known != null) {
            return known;
        }
        int c = text.codePointAt(0);
        if (text.length() != Character.charCount(c) || c == REPLACEMENT || ThaiText.isMark(c)) {
            return null;
        }
        int id = glyphId(c);
        return id == 0 ? null : kept(new Glyph(this, text, advance(id), new int[] {id, 0, 0}, false));
    }

    /** A part of a text as one glyph, its letters shaped; null where that cannot be done. */
    @Nullable
    Glyph shaped(String text, int start, int end, boolean rightToLeft) {
        for (int at = start; at < end; at += Character.charCount(text.codePointAt(at))) {
            if (glyphId(text.codePointAt(at)) == 0) {
                return null;
            }
        }
        Shaper shaper = shaping.shaper(unitsPerEm);
        if (shaper == null) {
            return null;
        }
        ClusterTable.Shape shape = shaper.shape(text, start, end, rightToLeft);
        return shape.isIncomplete() || shape.advance() > WIDEST
                ? null
                : new Glyph(this, text.substring(start, end), shape.advance(), shape.parts(), false);
    }

    /** The box that stands for what no face has. */
    Glyph box(String text) {
        return new Glyph(this, text, advance(0), BOX, true);
    }

    private Glyph kept(Glyph glyph) {
        glyphs.put(glyph.text(), glyph);
        return glyph;
    }

    String name() {
        return name;
    }

    boolean isBold() {
        return bold;
    }

    float scale() {
        return scale;
    }

    int unitsPerEm() {
        return unitsPerEm;
    }

    /** The length of one unit of this face, in points for each point of nominal size. */
    float unit() {
        return scale / unitsPerEm;
    }

    int thousandths(int units) {
        return unitsPerEm == 1000 ? units : Math.round(units * 1000f / unitsPerEm);
    }

    /** 0 where the face lacks the character. */
    int glyphId(int character) {
        return characters.getGlyphId(character);
    }

    int advance(int id) {
        return advances[id];
    }

    /** The outline of one glyph as it stands in the font's {@code glyf} table; nothing for a blank. */
    ByteBuffer outline(int id) {
        if (Ornaments.isOrnament(id)) {
            return Ornaments.outline(id);
        }
        int start = (int) offsets[id];
        return ByteBuffer.wrap(outlines, start, (int) offsets[id + 1] - start).slice();
    }

    /** A copy of {@code head}, {@code hhea} or {@code maxp}, to be changed at will. */
    ByteBuffer copyOf(String table) {
        byte[] bytes = tables.get(table);
        if (bytes == null) {
            throw new IllegalArgumentException(table);
        }
        return ByteBuffer.wrap(bytes.clone());
    }

    private static byte[] table(TrueTypeFont font, String tag) throws IOException {
        return font.getTableBytes(font.getTableMap().get(tag));
    }

    /** The shaping engine with this face in it, started when first needed; the file is let go then. */
    private static final class Shaping {

        private byte @Nullable [] file;
        private @Nullable Shaper shaper;

        Shaping(byte[] file) {
            this.file = file;
        }

        synchronized @Nullable Shaper shaper(int unitsPerEm) {
            if (file != null) {
                shaper = file.length == 0 ? null : Shaper.of(file, unitsPerEm);
                file = null;
            }
            return shaper;
        }
    }
}
