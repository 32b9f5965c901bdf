package org.sucharit.document.typesetting;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDStream;

/**
 * Writes a subset as a composite font: identity from code to glyph, and from each code to the whole text of its
 * cluster, which is what makes search and copy exact (ISO 32000-1, 9.7 and 9.10).
 */
final class PdfFonts {

    private static final int SYMBOLIC = 4;
    private static final int CODES_PER_BLOCK = 100;

    private PdfFonts() {}

    static COSDictionary embed(SubsetFont subset, PDDocument document) throws IOException {
        String name = tag(subset) + "+" + subset.face().name();
        COSDictionary descendant = new COSDictionary();
        descendant.setItem(COSName.TYPE, COSName.FONT);
        descendant.setItem(COSName.SUBTYPE, COSName.CID_FONT_TYPE2);
        descendant.setName(COSName.BASE_FONT, name);
        descendant.setItem(COSName.CIDSYSTEMINFO, identitySystem());
        descendant.setItem(COSName.FONT_DESC, descriptor(subset, name, document));
        descendant.setItem(COSName.CID_TO_GID_MAP, COSName.IDENTITY);
        descendant.setItem(COSName.W, widths(subset));

        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setItem(COSName.SUBTYPE, COSName.TYPE0);
        font.setName(COSName.BASE_FONT, name);
        font.setItem(COSName.ENCODING, COSName.IDENTITY_H);
        COSArray descendants = new COSArray();
        descendants.add(descendant);
        font.setItem(COSName.DESCENDANT_FONTS, descendants);
        font.setItem(COSName.TO_UNICODE, deflated(toUnicode(subset.clusters()), document));
        return font;
    }

    private static COSDictionary identitySystem() {
        COSDictionary system = new COSDictionary();
        system.setItem(COSName.REGISTRY, new COSString("Adobe"));
        system.setItem(COSName.ORDERING, new COSString("Identity"));
        system.setItem(COSName.SUPPLEMENT, COSInteger.ZERO);
        return system;
    }

    private static COSDictionary descriptor(SubsetFont subset, String name, PDDocument document) throws IOException {
        byte[] file = subset.toTrueType();
        ByteBuffer head = subset.face().copyOf("head");
        ByteBuffer hhea = subset.face().copyOf("hhea");
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName(COSName.FONT_NAME, name);
        descriptor.setInt(COSName.FLAGS, SYMBOLIC);
        COSArray box = new COSArray();
        for (int at = 36; at < 44; at += 2) {
            box.add(COSInteger.get(head.getShort(at)));
        }
        descriptor.setItem(COSName.FONT_BBOX, box);
        descriptor.setInt(COSName.ITALIC_ANGLE, 0);
        descriptor.setInt(COSName.ASCENT, hhea.getShort(4));
        descriptor.setInt(COSName.DESCENT, hhea.getShort(6));
        descriptor.setInt(COSName.CAP_HEIGHT, 700);
        descriptor.setInt(COSName.STEM_V, subset.face() == Face.BOLD ? 130 : 80);
        PDStream stream = deflated(file, document);
        stream.getCOSObject().setInt(COSName.LENGTH1, file.length);
        descriptor.setItem(COSName.FONT_FILE2, stream);
        return descriptor;
    }

    private static COSArray widths(SubsetFont subset) {
        COSArray list = new COSArray();
        for (Face.Glyph glyph : subset.clusters()) {
            list.add(COSInteger.get(glyph.advance()));
        }
        COSArray widths = new COSArray();
        widths.add(COSInteger.ONE);
        widths.add(list);
        return widths;
    }

    private static byte[] toUnicode(List<Face.Glyph> clusters) {
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
        for (Face.Glyph glyph : subset.clusters()) {
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

    static PDStream deflated(byte[] bytes, PDDocument document) throws IOException {
        return new PDStream(document, new ByteArrayInputStream(bytes), COSName.FLATE_DECODE);
    }
}
