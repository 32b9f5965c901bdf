package org.sucharit.document.typesetting;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Works out the cluster tables with the JDK's own shaping engine, which needs fontconfig and freetype on the host that
 * runs it. {@code main} writes them anew after a change of font.
 */
final class ClusterBaker {

    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);

    private final Font font;

    ClusterBaker(byte[] trueType) throws IOException {
        try {
            this.font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(trueType))
                    .deriveFont(1000f);
        } catch (FontFormatException e) {
            throw new IOException(e);
        }
    }

    ClusterTable.Shape shape(String cluster) {
        char[] text = cluster.toCharArray();
        GlyphVector glyphs = font.layoutGlyphVector(EXACT, text, 0, text.length, Font.LAYOUT_LEFT_TO_RIGHT);
        int count = glyphs.getNumGlyphs();
        int[] parts = new int[3 * count];
        for (int i = 0; i < count; i++) {
            parts[3 * i] = glyphs.getGlyphCode(i);
            parts[3 * i + 1] = (int) Math.round(glyphs.getGlyphPosition(i).getX());
            parts[3 * i + 2] = (int) Math.round(-glyphs.getGlyphPosition(i).getY());
        }
        return new ClusterTable.Shape(
                (int) Math.round(glyphs.getGlyphPosition(count).getX()), parts);
    }

    public static void main(String[] args) throws IOException {
        Path fonts = Path.of("src/main/resources/fonts");
        for (String face : new String[] {"Sarabun-Regular", "Sarabun-Bold"}) {
            ClusterBaker baker = new ClusterBaker(Files.readAllBytes(fonts.resolve(face + ".ttf")));
            Files.write(fonts.resolve(face + ".clusters.gz"), ClusterTable.bake(baker::shape));
        }
    }
}
