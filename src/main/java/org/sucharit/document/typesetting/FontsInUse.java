package org.sucharit.document.typesetting;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The subset fonts of one file under the names by which its pages call them. */
final class FontsInUse {

    private final Map<Face, SubsetFont> fonts = new LinkedHashMap<>();

    SubsetFont of(Face face) {
        return fonts.computeIfAbsent(face, SubsetFont::new);
    }

    String nameOf(SubsetFont font) {
        return font.face() == Face.BOLD ? "B" : "R";
    }

    COSDictionary embed(PDDocument document) throws IOException {
        COSDictionary resources = new COSDictionary();
        for (SubsetFont font : fonts.values()) {
            resources.setItem(nameOf(font), PdfFonts.embed(font, document));
        }
        return resources;
    }

    /** What was set as a box because its face lacks it, in the order of first use. */
    SequencedSet<String> missing() {
        SequencedSet<String> missing = new LinkedHashSet<>();
        for (SubsetFont font : fonts.values()) {
            font.clusters().stream()
                    .filter(Face.Glyph::missing)
                    .map(Face.Glyph::text)
                    .forEach(missing::add);
        }
        return missing;
    }
}
