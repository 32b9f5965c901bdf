package org.sucharit.document.typesetting;

/**
 * Page size and margins in points.
 *
 * @param firstTop where text begins on the first page
 * @param top where it begins on the others
 */
public record Sheet(float width, float height, float left, float right, float firstTop, float top, float bottom) {

    private static final float CENTIMETRE = 72 / 2.54f;

    /** A4 as the regulation on correspondence has it: 3 cm left, 2 cm right. */
    public static final Sheet OFFICIAL = new Sheet(cm(21f), cm(29.7f), cm(3f), cm(2f), cm(1.5f), cm(2.7f), cm(2f));

    public static float cm(float centimetres) {
        return centimetres * CENTIMETRE;
    }

    public float textWidth() {
        return width - left - right;
    }

    public float rightEdge() {
        return width - right;
    }

    public float centre() {
        return left + textWidth() / 2;
    }

    float firstRoom() {
        return height - bottom - firstTop;
    }

    float room() {
        return height - bottom - top;
    }
}
