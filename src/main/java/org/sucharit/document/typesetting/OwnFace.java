package org.sucharit.document.typesetting;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;
import org.sucharit.document.typesetting.UnusableFont.Reason;

/** A face from a font file of somebody else: looked over before it is trusted, its clusters shaped on the spot. */
final class OwnFace {

    private static final int TRUETYPE = 0x00010000;
    private static final int TRUE = 0x74727565; // "true", as Apple has it
    private static final List<String> NEEDED =
            List.of("head", "hhea", "maxp", "hmtx", "loca", "glyf", "cmap", "OS/2", "name");

    /** Usage permissions of OS/2, fsType. */
    private static final int PERMISSION = 0x000F;

    private static final int RESTRICTED = 0x0002;
    private static final int NO_SUBSETTING = 0x0100;
    private static final int BITMAPS_ONLY = 0x0200;

    private static final int MOST_GLYPHS = 50_000;
    private static final int DEEPEST = 8;
    private static final int KO_KAI = 0x0E01;

    private OwnFace() {}

    /** @throws UnusableFont when no paper can be set in it */
    static Face read(byte[] file, boolean bold) {
        if (file.length > Typeface.MOST_BYTES) {
            throw new UnusableFont(Reason.TOO_LARGE);
        }
        checkTables(file);
        try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(file))) {
            int unitsPerEm = font.getUnitsPerEm();
            if (unitsPerEm < 16 || unitsPerEm > 16_384 || font.getNumberOfGlyphs() > MOST_GLYPHS) {
                throw new UnusableFont(Reason.BROKEN);
            }
            if (!hasThai(font.getUnicodeCmapLookup()::getGlyphId)) {
                throw new UnusableFont(Reason.LACKS_THAI);
            }
            float scale = scale(font);
            ClusterTable clusters = ClusterTable.of(shaper(file, unitsPerEm)::shape);
            Face face = new Face(pdfName(font.getName()), bold, scale, file, clusters);
            checkOutlines(face, font.getNumberOfGlyphs());
            return face;
        } catch (IOException | RuntimeException e) {
            throw e instanceof UnusableFont unusable ? unusable : new UnusableFont(Reason.BROKEN, e);
        }
    }

    private static void checkTables(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file);
        if (file.length < 12 || (in.getInt(0) != TRUETYPE && in.getInt(0) != TRUE)) {
            throw new UnusableFont(Reason.NOT_TRUETYPE);
        }
        Map<String, Integer> offsets = new HashMap<>();
        for (int at = 12; at < 12 + 16 * in.getShort(4); at += 16) {
            if (at + 16 > file.length) {
                throw new UnusableFont(Reason.BROKEN);
            }
            long end = Integer.toUnsignedLong(in.getInt(at + 8)) + Integer.toUnsignedLong(in.getInt(at + 12));
            if (end > file.length) {
                throw new UnusableFont(Reason.BROKEN);
            }
            offsets.put(new String(file, at, 4, StandardCharsets.ISO_8859_1), in.getInt(at + 8));
        }
        if (!offsets.containsKey("glyf") && offsets.containsKey("CFF ")) {
            throw new UnusableFont(Reason.NOT_TRUETYPE);
        }
        Integer os2 = offsets.get("OS/2");
        if (os2 == null || !offsets.keySet().containsAll(NEEDED) || os2 + 10 > file.length) {
            throw new UnusableFont(Reason.BROKEN);
        }
        int permission = in.getShort(os2 + 8);
        if ((permission & PERMISSION) == RESTRICTED || (permission & (NO_SUBSETTING | BITMAPS_ONLY)) != 0) {
            throw new UnusableFont(Reason.EMBEDDING_FORBIDDEN);
        }
    }

    private static boolean hasThai(IntUnaryOperator glyphs) {
        IntPredicate has = c -> glyphs.applyAsInt(c) != 0;
        return IntStream.rangeClosed(0x0E01, 0x0E3A).allMatch(has)
                && IntStream.rangeClosed(0x0E40, 0x0E4D).allMatch(has)
                && IntStream.rangeClosed(0x0E50, 0x0E59).allMatch(has)
                && has.test(' ');
    }

    /** Letters as large as Sarabun's at its own scale, by the height of ko kai. */
    private static float scale(TrueTypeFont font) throws IOException {
        float height = height(font);
        ByteBuffer sarabun = Face.REGULAR.outline(Face.REGULAR.glyphId(KO_KAI));
        float scale = Style.SARABUN_TO_TH_SARABUN * sarabun.getShort(8) / Face.REGULAR.unitsPerEm() / height;
        if (!(scale > 0.2f && scale < 5)) {
            throw new UnusableFont(Reason.BROKEN);
        }
        return scale;
    }

    private static float height(TrueTypeFont font) throws IOException {
        int id = font.getUnicodeCmapLookup().getGlyphId(KO_KAI);
        return font.getGlyph().getGlyph(id).getBoundingBox().getUpperRightY() / font.getUnitsPerEm();
    }

    private static Shaper shaper(byte[] file, int unitsPerEm) throws IOException {
        @Nullable Shaper shaper = Shaper.of(file, unitsPerEm);
        if (shaper == null) {
            boolean any = Shaper.of(Face.resource("Sarabun-Regular.ttf"), 1000) != null;
            throw new UnusableFont(any ? Reason.BROKEN : Reason.NO_SHAPER);
        }
        return shaper;
    }

    /** Makes a font of all its glyphs, as files are given parts of it, and reads every outline of that. */
    private static void checkOutlines(Face face, int glyphs) throws IOException {
        SubsetFont subset = new SubsetFont(face, "");
        for (int id = 0; id < glyphs; id++) {
            checkDepth(face, id, 0);
            subset.cid(new Glyph(face, "", face.advance(id), new int[] {id, 0, 0}, false));
        }
        List<Integer> ids = new ArrayList<>();
        for (int i = 0; i < ClusterTable.SIZE; i += 7) {
            Glyph cluster = face.glyph(ClusterTable.cluster(i));
            if (cluster != null) {
                ids.add(subset.cid(cluster));
            }
        }
        try (TrueTypeFont made = new TTFParser(true).parse(new RandomAccessReadBuffer(subset.toTrueType()))) {
            for (int id = 0; id <= glyphs; id++) {
                made.getGlyph().getGlyph(id).getPath();
            }
            for (int id : ids) {
                made.getGlyph().getGlyph(id).getPath();
            }
        }
    }

    private static void checkDepth(Face face, int id, int depth) {
        if (depth > DEEPEST) {
            throw new UnusableFont(Reason.BROKEN);
        }
        SubsetFont.parts(face.outline(id)).forEach(part -> checkDepth(face, part, depth + 1));
    }

    private static String pdfName(@Nullable String name) {
        String plain = name == null ? "" : name.replaceAll("[^A-Za-z0-9-]", "");
        return plain.isEmpty() ? "Own" : plain.substring(0, Math.min(plain.length(), 60));
    }
}
