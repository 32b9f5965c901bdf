package org.sucharit.document.typesetting;

import java.util.List;

/**
 * A strip across the page.
 *
 * @param height in points
 * @param drawings what stands in it
 * @param mayBegin whether a page may begin with it
 * @param opening what a page that ends just before it quotes as catchword; empty for a strip without text
 * @param repeated what a page that begins with it prints above it once more, as the head of a table
 */
public record Row(float height, List<Drawing> drawings, boolean mayBegin, String opening, List<Row> repeated) {

    public Row(float height, List<Drawing> drawings, boolean mayBegin, String opening) {
        this(height, drawings, mayBegin, opening, List.of());
    }

    /** Draws into a strip whose upper edge is {@code top} points under the page's. */
    @FunctionalInterface
    public interface Drawing {
        void draw(Canvas canvas, float top);
    }

    public static Row space(float height) {
        return new Row(height, List.of(), false, "");
    }

    /** The same strip, never the first of a page. */
    public Row glued() {
        return new Row(height, drawings, false, opening, repeated);
    }

    boolean isSpace() {
        return drawings.isEmpty();
    }
}
