package org.sucharit.document.typesetting;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JDK's own shaping engine, which needs fontconfig and freetype on the host that runs it. */
final class Shaper {

    private static final Logger LOG = LoggerFactory.getLogger(Shaper.class);
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final int NOTHING_DRAWN = 0xFFFE;

    private final Font font;

    private Shaper(Font font) {
        this.font = font;
    }

    /** @return null where the host has no font library, or the library does not take the font */
    static @Nullable Shaper of(byte[] trueType, int unitsPerEm) {
        try {
            return new Shaper(Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(trueType))
                    .deriveFont((float) unitsPerEm));
        } catch (FontFormatException | IOException | RuntimeException | LinkageError | InternalError e) {
            LOG.warn("No shaping of letters: {}", e.toString());
            return null;
        }
    }

    ClusterTable.Shape shape(String cluster) {
        return shape(cluster, 0, cluster.length(), false);
    }

    /** The shape of a part of {@code text}, its letters joined to their neighbours there; glyph 0 for what is lacking. */
    ClusterTable.Shape shape(String text, int start, int end, boolean rightToLeft) {
        GlyphVector glyphs = font.layoutGlyphVector(
                EXACT,
                text.toCharArray(),
                start,
                end,
                rightToLeft ? Font.LAYOUT_RIGHT_TO_LEFT : Font.LAYOUT_LEFT_TO_RIGHT);
        int count = glyphs.getNumGlyphs();
        int[] parts = new int[3 * count];
        int used = 0;
        for (int i = 0; i < count; i++) {
            if (glyphs.getGlyphCode(i) < NOTHING_DRAWN) {
                parts[used++] = glyphs.getGlyphCode(i);
                parts[used++] = (int) Math.round(glyphs.getGlyphPosition(i).getX());
                parts[used++] = (int) Math.round(-glyphs.getGlyphPosition(i).getY());
            }
        }
        int advance = (int) Math.round(glyphs.getGlyphPosition(count).getX());
        return new ClusterTable.Shape(advance, Arrays.copyOf(parts, used));
    }
}
