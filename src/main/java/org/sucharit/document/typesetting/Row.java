package org.sucharit.document.typesetting;

import java.util.List;

/**
 * A strip across the page.
 *
 * @param height in points
 * @param drawings what stands in it
 * @param mayBegin whether a page may begin with it
 * @param opening what a page that ends just before it quotes as catchword; empty for a strip without text
 */
public record Row(float height, List<Drawing> drawings, boolean mayBegin, String opening) {

    /** Draws into a strip whose upper edge is {@code top} points under the page's. */
    @FunctionalInterface
    public interface Drawing {
        void draw(Canvas canvas, float top);
    }

    public static Row space(float height) {
        return new Row(height, List.of(), false, "");
    }

    boolean isSpace() {
        return drawings.isEmpty();
    }
}
