package org.sucharit.document.typesetting;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The part of a face that one file uses, as a TrueType font in which each cluster is one glyph: a composite of the
 * original outlines, hinting left out. A cluster's glyph id is also its CID.
 *
 * @see <a href="https://learn.microsoft.com/typography/opentype/spec/glyf">OpenType: glyf</a>
 */
final class SubsetFont {

    private static final int ARGS_ARE_WORDS = 0x0001;
    private static final int ARGS_ARE_XY = 0x0002;
    private static final int SCALE = 0x0008;
    private static final int MORE_COMPONENTS = 0x0020;
    private static final int XY_SCALE = 0x0040;
    private static final int TWO_BY_TWO = 0x0080;
    private static final int INSTRUCTIONS = 0x0100;
    private static final int HEADER = 10;
    private static final int CHECKSUM_MAGIC = 0xB1B0AFBA;

    /** Leaves room for the parts of which they are made. */
    private static final int MOST_CLUSTERS = 60_000;

    /** A glyph of the new font. */
    private record Entry(byte[] outline, int advance) {}

    private final Face face;
    private final String name;
    private final Map<Glyph, Integer> ids = new HashMap<>();
    private final List<Glyph> clusters = new ArrayList<>();
    private final Glyph replacement;

    /** @param name by which pages call it */
    SubsetFont(Face face, String name) {
        this.face = face;
        this.name = name;
        this.replacement = face.box("\uFFFD");
    }

    String name() {
        return name;
    }

    Face face() {
        return face;
    }

    /**
     * The CID of the cluster, given out from 1 in the order of first use; the replacement character's once there are as
     * many as a font can number.
     */
    int cid(Glyph glyph) {
        Integer known = ids.get(glyph);
        if (known != null) {
            return known;
        }
        if (clusters.size() >= MOST_CLUSTERS && !glyph.equals(replacement)) {
            return cid(replacement);
        }
        clusters.add(glyph);
        ids.put(glyph, clusters.size());
        return clusters.size();
    }

    /** The clusters in use; the CID of each is its place counted from 1. */
    List<Glyph> clusters() {
        return clusters;
    }

    /** The original glyphs that an outline is made of; none for a simple one. */
    static List<Integer> parts(ByteBuffer outline) {
        List<Integer> parts = new ArrayList<>();
        if (outline.hasRemaining() && outline.getShort(0) < 0) {
            int at = HEADER;
            int flags;
            do {
                flags = outline.getShort(at);
                parts.add(Short.toUnsignedInt(outline.getShort(at + 2)));
                at += 4 + argumentsLength(flags);
            } while ((flags & MORE_COMPONENTS) != 0);
        }
        return parts;
    }

    private static int argumentsLength(int flags) {
        return ((flags & ARGS_ARE_WORDS) != 0 ? 4 : 2)
                + ((flags & SCALE) != 0 ? 2 : (flags & XY_SCALE) != 0 ? 4 : (flags & TWO_BY_TWO) != 0 ? 8 : 0);
    }

    /** The font file with everything that was asked for so far. */
    byte[] toTrueType() {
        return new Builder().build();
    }

    private final class Builder {

        private final List<Entry> entries = new ArrayList<>();
        private final Map<Integer, Integer> parts = new LinkedHashMap<>();
        private final List<Integer> queue = new ArrayList<>();

        byte[] build() {
            List<byte[]> outlines = new ArrayList<>();
            outlines.add(rewritten(0));
            int[] advances = new int[clusters.size() + 1];
            advances[0] = face.advance(0);
            for (int i = 0; i < clusters.size(); i++) {
                outlines.add(outline(clusters.get(i)));
                advances[i + 1] = clusters.get(i).advance();
            }
            for (int i = 0; i < outlines.size(); i++) {
                entries.add(new Entry(outlines.get(i), advances[i]));
            }
            for (int i = 0; i < queue.size(); i++) {
                entries.add(new Entry(rewritten(queue.get(i)), 0));
            }
            return write();
        }

        private byte[] outline(Glyph glyph) {
            int[] p = glyph.parts();
            if (p.length == 0) {
                return new byte[0]; // a blank
            }
            if (p.length == 3 && p[1] == 0 && p[2] == 0) {
                return rewritten(p[0]);
            }
            Box box = new Box();
            for (int i = 0; i < p.length; i += 3) {
                box.add(face.outline(p[i]), p[i + 1], p[i + 2]);
            }
            ByteBuffer out = ByteBuffer.allocate(HEADER + 8 * (p.length / 3));
            box.writeHeader(out);
            for (int i = 0; i < p.length; i += 3) {
                boolean more = i + 3 < p.length;
                out.putShort((short) (ARGS_ARE_WORDS | ARGS_ARE_XY | (more ? MORE_COMPONENTS : 0)));
                out.putShort((short) partId(p[i]));
                out.putShort((short) p[i + 1]).putShort((short) p[i + 2]);
            }
            return out.array();
        }

        /** The new id of an original glyph that serves as a part only. */
        private int partId(int original) {
            return parts.computeIfAbsent(original, id -> {
                queue.add(id);
                return clusters.size() + queue.size();
            });
        }

        /** An original outline without its hinting, its own parts renumbered. */
        private byte[] rewritten(int original) {
            ByteBuffer in = face.outline(original);
            if (!in.hasRemaining()) {
                return new byte[0];
            }
            return in.getShort(0) >= 0 ? simple(in) : composite(in);
        }

        private byte[] simple(ByteBuffer in) {
            int ends = HEADER + 2 * in.getShort(0);
            int instructions = Short.toUnsignedInt(in.getShort(ends));
            ByteBuffer out = ByteBuffer.allocate(in.remaining() - instructions);
            out.put(in.slice(0, ends)).putShort((short) 0);
            int points = ends + 2 + instructions;
            return out.put(in.slice(points, in.remaining() - points)).array();
        }

        private byte[] composite(ByteBuffer in) {
            ByteBuffer out = ByteBuffer.allocate(in.remaining());
            out.put(in.slice(0, HEADER));
            int at = HEADER;
            int flags;
            do {
                flags = in.getShort(at);
                out.putShort((short) (flags & ~INSTRUCTIONS));
                out.putShort((short) partId(Short.toUnsignedInt(in.getShort(at + 2))));
                int length = argumentsLength(flags);
                out.put(in.slice(at + 4, length));
                at += 4 + length;
            } while ((flags & MORE_COMPONENTS) != 0);
            byte[] bytes = new byte[out.position()];
            out.flip().get(bytes);
            return bytes;
        }

        private byte[] write() {
            ByteArrayOutputStream glyf = new ByteArrayOutputStream(32_768);
            ByteBuffer loca = ByteBuffer.allocate(4 * (entries.size() + 1));
            ByteBuffer hmtx = ByteBuffer.allocate(4 * entries.size());
            for (Entry entry : entries) {
                loca.putInt(glyf.size());
                byte[] outline = entry.outline();
                glyf.writeBytes(outline);
                for (int pad = outline.length; pad % 4 != 0; pad++) {
                    glyf.write(0);
                }
                int left = outline.length == 0 ? 0 : ByteBuffer.wrap(outline).getShort(2);
                hmtx.putShort((short) entry.advance()).putShort((short) left);
            }
            loca.putInt(glyf.size());
            Map<String, byte[]> tables = new TreeMap<>();
            tables.put("glyf", glyf.toByteArray());
            tables.put(
                    "head",
                    face.copyOf("head").putInt(8, 0).putShort(50, (short) 1).array());
            tables.put(
                    "hhea",
                    face.copyOf("hhea").putShort(34, (short) entries.size()).array());
            tables.put("hmtx", hmtx.array());
            tables.put("loca", loca.array());
            tables.put("maxp", maxima());
            return file(tables);
        }

        private byte[] maxima() {
            ByteBuffer maxp = face.copyOf("maxp");
            short most = (short) 2_000;
            maxp.putShort(4, (short) entries.size());
            maxp.putShort(10, most).putShort(12, (short) 200); // points and contours of a composite
            maxp.putShort(26, (short) 0); // instructions
            return maxp.putShort(28, (short) 8).putShort(30, (short) 4).array(); // parts and their depth
        }

        private static byte[] file(Map<String, byte[]> tables) {
            int size = 12 + 16 * tables.size();
            int total = size
                    + tables.values().stream().mapToInt(t -> padded(t.length)).sum();
            ByteBuffer out = ByteBuffer.allocate(total);
            int power = Integer.highestOneBit(tables.size());
            out.putInt(0x00010000).putShort((short) tables.size());
            out.putShort((short) (16 * power)).putShort((short) Integer.numberOfTrailingZeros(power));
            out.putShort((short) (16 * (tables.size() - power)));
            int offset = size;
            int head = 0;
            for (Map.Entry<String, byte[]> table : tables.entrySet()) {
                byte[] bytes = table.getValue();
                out.put(offset, bytes);
                if (table.getKey().equals("head")) {
                    head = offset;
                }
                for (char c : table.getKey().toCharArray()) {
                    out.put((byte) c);
                }
                out.putInt(checksum(out, offset, padded(bytes.length)));
                out.putInt(offset).putInt(bytes.length);
                offset += padded(bytes.length);
            }
            out.putInt(head + 8, CHECKSUM_MAGIC - checksum(out, 0, total));
            return out.array();
        }

        private static int padded(int length) {
            return (length + 3) & ~3;
        }

        private static int checksum(ByteBuffer bytes, int start, int length) {
            int sum = 0;
            for (int i = start; i < start + length; i += 4) {
                sum += bytes.getInt(i);
            }
            return sum;
        }
    }

    /** The smallest box around some outlines. */
    private static final class Box {

        private int left = Integer.MAX_VALUE;
        private int bottom = Integer.MAX_VALUE;
        private int right = Integer.MIN_VALUE;
        private int top = Integer.MIN_VALUE;

        void add(ByteBuffer outline, int x, int y) {
            if (outline.hasRemaining()) {
                left = Math.min(left, outline.getShort(2) + x);
                bottom = Math.min(bottom, outline.getShort(4) + y);
                right = Math.max(right, outline.getShort(6) + x);
                top = Math.max(top, outline.getShort(8) + y);
            }
        }

        void writeHeader(ByteBuffer out) {
            out.putShort((short) -1);
            out.putShort((short) left)
                    .putShort((short) bottom)
                    .putShort((short) right)
                    .putShort((short) top);
        }
    }
}
