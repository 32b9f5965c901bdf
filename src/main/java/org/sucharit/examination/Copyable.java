package org.sucharit.examination;

import java.util.Set;

/** The types of which a copy can be made. */
final class Copyable {

    static final String PDF = "application/pdf";

    private static final Set<String> PICTURES = Set.of(
            "image/jpeg", "image/png", "image/gif", "image/bmp", "image/tiff", "image/vnd.wap.wbmp", "image/webp");

    private static final String OOXML = "application/vnd.openxmlformats-officedocument.";
    private static final String MACROS = "application/vnd.ms-";
    private static final String ODF = "application/vnd.oasis.opendocument.";

    private Copyable() {}

    static boolean isPicture(String type) {
        return PICTURES.contains(type);
    }

    static boolean isOoxml(String type) {
        return type.startsWith(OOXML) || type.startsWith(MACROS) && type.endsWith(".macroenabled.12");
    }

    static boolean isOdf(String type) {
        return type.startsWith(ODF);
    }

    static boolean is(String type) {
        return type.equals(PDF) || isPicture(type) || isOoxml(type) || isOdf(type);
    }
}
