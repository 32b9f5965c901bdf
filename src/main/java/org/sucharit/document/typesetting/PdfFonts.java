package org.sucharit.document.typesetting;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * Writes a subset as a composite font: identity from code to glyph, and from each code to the whole text of its
 * cluster, which is what makes search and copy exact (ISO 32000-1, 9.7 and 9.10).
 */
final class PdfFonts {

    private static final int SYMBOLIC = 4;
    private static final int CODES_PER_BLOCK = 100;

    private PdfFonts() {}

    /** @return the number of the font's object */
    static int write(SubsetFont subset, PdfOutput out) {
        String name = tag(subset) + "+" + subset.face().name();
        int descendant = out.put("<</Type/Font/Subtype/CIDFontType2/BaseFont/" + name
                + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/CIDToGIDMap/Identity"
                + "/FontDescriptor " + descriptor(subset, name, out) + " 0 R/W[1[" + widths(subset) + "]]>>");
        int toUnicode = out.deflate("", toUnicode(subset.clusters()));
        return out.put("<</Type/Font/Subtype/Type0/BaseFont/" + name + "/Encoding/Identity-H/DescendantFonts["
                + descendant + " 0 R]/ToUnicode " + toUnicode + " 0 R>>");
    }

    private static int descriptor(SubsetFont subset, String name, PdfOutput out) {
        byte[] file = subset.toTrueType();
        int stream = out.deflate("/Length1 " + file.length, file);
        Face face = subset.face();
        ByteBuffer head = face.copyOf("head");
        ByteBuffer hhea = face.copyOf("hhea");
        StringBuilder box = new StringBuilder();
        for (int at = 36; at < 44; at += 2) {
            box.append(face.thousandths(head.getShort(at))).append(' ');
        }
        return out.put("<</Type/FontDescriptor/FontName/" + name + "/Flags " + SYMBOLIC + "/FontBBox[" + box
                + "]/ItalicAngle 0/Ascent " + face.thousandths(hhea.getShort(4)) + "/Descent "
                + face.thousandths(hhea.getShort(6)) + "/CapHeight 700/StemV " + (face.isBold() ? 130 : 80)
                + "/FontFile2 " + stream + " 0 R>>");
    }

    private static String widths(SubsetFont subset) {
        StringBuilder widths = new StringBuilder(4 * subset.clusters().size());
        for (Glyph glyph : subset.clusters()) {
            widths.append(subset.face().thousandths(glyph.advance())).append(' ');
        }
        return widths.toString();
    }

    private static byte[] toUnicode(List<Glyph> clusters) {
        StringBuilder map = new StringBuilder(64 * clusters.size())
                .append("/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n")
                .append("/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def\n")
                .append("/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n")
                .append("1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n");
        HexFormat hex = HexFormat.of().withUpperCase();
        for (int start = 0; start < clusters.size(); start += CODES_PER_BLOCK) {
            int end = Math.min(clusters.size(), start + CODES_PER_BLOCK);
            map.append(end - start).append(" beginbfchar\n");
            for (int i = start; i < end; i++) {
                String text = hex.formatHex(clusters.get(i).text().getBytes(StandardCharsets.UTF_16BE));
                map.append('<')
                        .append(hex.toHexDigits((short) (i + 1)))
                        .append("> <")
                        .append(text)
                        .append(">\n");
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Six letters that name this subset and no other one (ISO 32000-1, 9.6.4). */
    private static String tag(SubsetFont subset) {
        int hash = subset.face().name().hashCode();
        for (Glyph glyph : subset.clusters()) {
            hash = 31 * hash + glyph.text().hashCode();
        }
        long rest = Integer.toUnsignedLong(hash);
        StringBuilder tag = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            tag.append((char) ('A' + rest % 26));
            rest /= 26;
        }
        return tag.toString();
    }
}
