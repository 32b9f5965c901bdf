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
final class Face {

    static final Face REGULAR = load("Sarabun-Regular");
    static final Face BOLD = load("Sarabun-Bold");

    private static final int[] BOX = {0, 0, 0};

    private final String name;
    private final float scale;
    private final int unitsPerEm;
    private final CmapLookup characters;
    private final ClusterTable clusters;
    private final Map<String, Glyph> glyphs = new ConcurrentHashMap<>();
    private final int[] advances;
    private final byte[] outlines;
    private final long[] offsets;
    private final Map<String, byte[]> tables;

    private Face(String name, byte[] file, byte[] clusterTable) throws IOException {
        this.name = name;
        this.scale = Style.SARABUN_TO_TH_SARABUN;
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            this.unitsPerEm = font.getUnitsPerEm();
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
            return new Glyph(this, cluster, shape.advance(), shape.parts(), false);
        }
        if (Ornaments.has(first)) {
            return Ornaments.glyph(this, first);
        }
        int id = ThaiText.isMark(first) ? 0 : characters.getGlyphId(first);
        return id == 0
                ? new Glyph(this, cluster, advance(0), BOX, true)
                : new Glyph(this, cluster, advance(id), new int[] {id, 0, 0}, false);
    }

    String name() {
        return name;
    }

    boolean isBold() {
        return this == BOLD;
    }

    /** From the nominal size to the one at which this face is set. */
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

    int advance(int id) {
        return advances[id];
    }

    /** The outline of one glyph as it stands in the font's {@code glyf} table; nothing for a blank. */
    ByteBuffer outline(int id) {
        if (Ornaments.isOrnament(id)) {
            return Ornaments.outline(id, unitsPerEm);
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
