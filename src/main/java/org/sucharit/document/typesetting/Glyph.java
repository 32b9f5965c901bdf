package org.sucharit.document.typesetting;

import java.util.Arrays;

/**
 * What is drawn for one cluster, in units of its face.
 *
 * @param text what extracts from the file
 * @param parts as in {@link ClusterTable.Shape}
 * @param missing whether no face has it, so that a box stands in its place
 */
record Glyph(Face face, String text, int advance, int[] parts, boolean missing) {

    boolean isSpace() {
        return text.equals(" ");
    }

    /** @param size nominal */
    float width(float size) {
        return advance * face.unit() * size;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Glyph that
                        && face == that.face
                        && text.equals(that.text)
                        && Arrays.equals(parts, that.parts));
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }
}
