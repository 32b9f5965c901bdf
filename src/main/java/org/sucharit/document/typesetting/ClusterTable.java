package org.sucharit.document.typesetting;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * The shape of every possible cluster of one face, worked out beforehand by a shaping engine, so that setting a page
 * needs neither that engine nor a font library of the host.
 */
final class ClusterTable {

    /**
     * Glyphs of the original font with their offsets from the cluster's origin: {@code id, x, y} for each, y upwards.
     *
     * @param advance from this cluster's origin to the next one's
     */
    record Shape(int advance, int[] parts) {

        /** Whether the font lacks a part of it. */
        boolean isIncomplete() {
            for (int i = 0; i < parts.length; i += 3) {
                if (parts[i] == 0) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final int CONSONANTS = 0x0E2E - 0x0E01 + 1;
    private static final int WITH_MARKS = (ThaiText.VOWELS.length() + 1) * (ThaiText.TONES.length() + 1);
    private static final int PER_CONSONANT = WITH_MARKS + ThaiText.TONES_BEFORE_AM + 1;
    static final int SIZE = CONSONANTS * PER_CONSONANT;

    private final Shape[] shapes;

    private ClusterTable(Shape[] shapes) {
        this.shapes = shapes;
    }

    /** @param cluster one that begins with a consonant, as {@link ThaiText#clusters} cuts them */
    Shape shape(String cluster) {
        return shapes[index(cluster)];
    }

    static ClusterTable read(byte[] packed) throws IOException {
        Shape[] shapes = new Shape[SIZE];
        try (DataInputStream in =
                new DataInputStream(new ByteArrayInputStream(unpack(new ByteArrayInputStream(packed))))) {
            for (int i = 0; i < SIZE; i++) {
                int advance = in.readShort();
                int[] parts = new int[3 * in.readByte()];
                for (int p = 0; p < parts.length; p++) {
                    parts[p] = in.readShort();
                }
                shapes[i] = new Shape(advance, parts);
            }
        }
        return new ClusterTable(shapes);
    }

    static ClusterTable of(Function<String, Shape> shaper) {
        Shape[] shapes = new Shape[SIZE];
        Arrays.setAll(shapes, i -> shaper.apply(cluster(i)));
        return new ClusterTable(shapes);
    }

    /** The packed table of the shapes that {@code shaper} gives for each cluster. */
    static byte[] bake(Function<String, Shape> shaper) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(out))) {
            for (int i = 0; i < SIZE; i++) {
                Shape shape = shaper.apply(cluster(i));
                data.writeShort(shape.advance());
                data.writeByte(shape.parts().length / 3);
                for (int part : shape.parts()) {
                    data.writeShort(part);
                }
            }
        }
        return out.toByteArray();
    }

    boolean sameAs(ClusterTable other) {
        return Arrays.equals(
                shapes,
                other.shapes,
                (a, b) ->
                        a.advance() == b.advance() ? Arrays.compare(a.parts(), b.parts()) : a.advance() - b.advance());
    }

    /** The {@code index}th cluster, from 0 up to {@link #SIZE}. */
    static String cluster(int index) {
        StringBuilder out = new StringBuilder().append((char) (0x0E01 + index / PER_CONSONANT));
        int rest = index % PER_CONSONANT;
        if (rest >= WITH_MARKS) {
            appendMark(out, ThaiText.TONES, rest - WITH_MARKS);
            return out.append(ThaiText.AM).toString();
        }
        appendMark(out, ThaiText.VOWELS, rest / (ThaiText.TONES.length() + 1));
        appendMark(out, ThaiText.TONES, rest % (ThaiText.TONES.length() + 1));
        return out.toString();
    }

    static int index(String cluster) {
        int last = cluster.length() - 1;
        int vowel = last > 0 ? ThaiText.VOWELS.indexOf(cluster.charAt(1)) + 1 : 0;
        int at = vowel > 0 ? 2 : 1;
        int tone = at <= last ? ThaiText.TONES.indexOf(cluster.charAt(at)) + 1 : 0;
        int within =
                cluster.charAt(last) == ThaiText.AM ? WITH_MARKS + tone : vowel * (ThaiText.TONES.length() + 1) + tone;
        return (cluster.charAt(0) - 0x0E01) * PER_CONSONANT + within;
    }

    private static void appendMark(StringBuilder out, String marks, int which) {
        if (which > 0) {
            out.append(marks.charAt(which - 1));
        }
    }

    private static byte[] unpack(InputStream packed) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(packed)) {
            return in.readAllBytes();
        }
    }
}
