package org.sucharit.document.typesetting;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;

/** The subset fonts and pictures of one file under the names by which its pages call them. */
final class Resources {

    private final Map<Face, SubsetFont> fonts = new LinkedHashMap<>();
    private final Map<Picture, String> pictures = new LinkedHashMap<>();

    SubsetFont font(Face face) {
        SubsetFont known = fonts.get(face);
        if (known != null) {
            return known;
        }
        SubsetFont made = new SubsetFont(face, "F" + (fonts.size() + 1));
        fonts.put(face, made);
        return made;
    }

    String nameOf(Picture picture) {
        return pictures.computeIfAbsent(picture, key -> "P" + (pictures.size() + 1));
    }

    /** Writes all of them and gives the dictionary that names them. */
    String write(PdfOutput out) {
        StringBuilder dictionary = new StringBuilder("<<");
        if (!fonts.isEmpty()) {
            dictionary.append("/Font<<");
            fonts.values()
                    .forEach(font -> dictionary
                            .append('/')
                            .append(font.name())
                            .append(' ')
                            .append(PdfFonts.write(font, out))
                            .append(" 0 R"));
            dictionary.append(">>");
        }
        if (!pictures.isEmpty()) {
            dictionary.append("/XObject<<");
            pictures.forEach((picture, name) -> dictionary
                    .append('/')
                    .append(name)
                    .append(' ')
                    .append(write(picture, out))
                    .append(" 0 R"));
            dictionary.append(">>");
        }
        return dictionary.append(">>").toString();
    }

    /** What was set as a box because no face has it, in the order of first use. */
    SequencedSet<String> missing() {
        SequencedSet<String> missing = new LinkedHashSet<>();
        for (SubsetFont font : fonts.values()) {
            font.clusters().stream().filter(Glyph::missing).map(Glyph::text).forEach(missing::add);
        }
        return missing;
    }

    private static int write(Picture picture, PdfOutput out) {
        String form = "/Type/XObject/Subtype/Image/Width " + picture.width() + "/Height " + picture.height()
                + "/BitsPerComponent 8/ColorSpace";
        byte[] opacity = picture.opacity();
        String mask = "";
        if (opacity != null) {
            mask = "/SMask " + out.deflated(form + "/DeviceGray", opacity) + " 0 R";
        }
        return out.deflated(form + "/DeviceRGB" + mask, picture.colours());
    }
}
