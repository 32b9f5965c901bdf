package org.sucharit.document.typesetting;

import java.nio.ByteBuffer;
import java.util.Map;

/** Ballot boxes and a tick, which forms need and Sarabun lacks. Their glyph ids lie beyond those of any face. */
final class Ornaments {

    private static final int ADVANCE = 700;

    private static final int FIRST_ID = 60_000;
    private static final int BOX = FIRST_ID;
    private static final int TICK = FIRST_ID + 1;

    /** Contours in thousandths of the type size; the frame's inner one runs the other way round. */
    private static final int[][] BOX_POINTS = {
        {60, 0, 60, 580, 640, 580, 640, 0}, {110, 50, 590, 50, 590, 530, 110, 530}
    };

    private static final int[][] TICK_POINTS = {{140, 305, 192, 350, 292, 228, 545, 520, 592, 474, 295, 128}};

    private static final Map<Integer, int[]> PARTS = Map.of(
            0x2610, new int[] {BOX, 0, 0},
            0x2611, new int[] {BOX, 0, 0, TICK, 0, 0},
            0x2713, new int[] {TICK, 0, 0});

    private Ornaments() {}

    static boolean has(int character) {
        return PARTS.containsKey(character);
    }

    static Glyph glyph(Face face, int character) {
        int[] parts = PARTS.getOrDefault(character, new int[0]);
        return new Glyph(face, Character.toString(character), ADVANCE, parts, false);
    }

    static boolean isOrnament(int id) {
        return id >= FIRST_ID;
    }

    /** A simple glyph as the {@code glyf} table holds it, all its points on the curve. */
    static ByteBuffer outline(int id) {
        int[][] contours = id == BOX ? BOX_POINTS : TICK_POINTS;
        int points = 0;
        int left = Integer.MAX_VALUE;
        int bottom = Integer.MAX_VALUE;
        int right = Integer.MIN_VALUE;
        int top = Integer.MIN_VALUE;
        for (int[] contour : contours) {
            points += contour.length / 2;
            for (int i = 0; i < contour.length; i += 2) {
                left = Math.min(left, contour[i]);
                right = Math.max(right, contour[i]);
                bottom = Math.min(bottom, contour[i + 1]);
                top = Math.max(top, contour[i + 1]);
            }
        }
        ByteBuffer out = ByteBuffer.allocate(10 + 2 * contours.length + 2 + 5 * points);
        out.putShort((short) contours.length);
        out.putShort((short) left)
                .putShort((short) bottom)
                .putShort((short) right)
                .putShort((short) top);
        int last = -1;
        for (int[] contour : contours) {
            last += contour.length / 2;
            out.putShort((short) last);
        }
        out.putShort((short) 0);
        for (int i = 0; i < points; i++) {
            out.put((byte) 1);
        }
        deltas(contours, 0, out);
        deltas(contours, 1, out);
        return out.flip();
    }

    private static void deltas(int[][] contours, int axis, ByteBuffer out) {
        int before = 0;
        for (int[] contour : contours) {
            for (int i = axis; i < contour.length; i += 2) {
                out.putShort((short) (contour[i] - before));
                before = contour[i];
            }
        }
    }
}
