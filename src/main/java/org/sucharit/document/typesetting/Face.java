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

/** One face of Sarabun (SIL Open Font License 1.1): its outlines, its widths and the shapes of its Thai clusters. */
public final class Face {

    public static final Face REGULAR = load("Sarabun-Regular");
    public static final Face BOLD = load("Sarabun-Bold");

    /**
     * What is drawn for one cluster, in thousandths of the type size.
     *
     * @param parts as in {@link ClusterTable.Shape}
     * @param missing whether the face lacks it, so that a box stands in its place
     */
    record Glyph(String text, int advance, int[] parts, boolean missing) {

        boolean isSpace() {
            return text.equals(" ");
        }
    }

    private static final int[] BOX = {0, 0, 0};

    private final String name;
    private final CmapLookup characters;
    private final ClusterTable clusters;
    private final Map<String, Glyph> glyphs = new ConcurrentHashMap<>();
    private final int[] advances;
    private final byte[] outlines;
    private final long[] offsets;
    private final Map<String, byte[]> tables;

    private Face(String name, byte[] file, byte[] clusterTable) throws IOException {
        this.name = name;
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            if (font.getUnitsPerEm() != 1000) {
                throw new IOException(name + " has " + font.getUnitsPerEm() + " units per em, not 1000");
            }
            this.characters = font.getUnicodeCmapLookup();
            this.clusters = ClusterTable.read(clusterTable);
            this.advances = new int[font.getNumberOfGlyphs()];
            for (int id = 0; id < advances.length; id++) {
                advances[id] = font.getAdvanceWidth(id);
            }
            this.outlines = table(font, "glyf");
            this.offsets = font.getIndexToLocation().getOffsets();
            this.tables = Map.of("head", table(font, "head"), "hhea", table(font, "hhea"), "maxp", table(font, "maxp"));
        }
    }

    private static Face load(String name) {
        try {
            return new Face(name, resource(name + ".ttf"), resource(name + ".clusters.gz"));
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

    /** @param cluster as {@link ThaiText#clusters} cuts them */
    Glyph glyph(String cluster) {
        Glyph known = glyphs.get(cluster);
        if (known != null) {
            return known;
        }
        Glyph made = make(cluster);
        if (!made.missing()) {
            glyphs.put(cluster, made);
        }
        return made;
    }

    private Glyph make(String cluster) {
        int first = cluster.codePointAt(0);
        if (ThaiText.isConsonant(first)) {
            ClusterTable.Shape shape = clusters.shape(cluster);
            return new Glyph(cluster, shape.advance(), shape.parts(), false);
        }
        if (Ornaments.has(first)) {
            return Ornaments.glyph(first);
        }
        int id = ThaiText.isMark(first) ? 0 : characters.getGlyphId(first);
        return id == 0
                ? new Glyph(cluster, advance(0), BOX, true)
                : new Glyph(cluster, advance(id), new int[] {id, 0, 0}, false);
    }

    String name() {
        return name;
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
}
