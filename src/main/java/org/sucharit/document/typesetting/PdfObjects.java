package org.sucharit.document.typesetting;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;

/** Writes objects that were read from a file, streams left out, as they stand in an object (ISO 32000-1, 7.3). */
final class PdfObjects {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private PdfObjects() {}

    /** @param numbers the new numbers of objects that are referred to */
    static void value(COSBase value, StringBuilder to, ToIntFunction<COSObject> numbers) {
        switch (value) {
            case COSObject reference -> to.append(numbers.applyAsInt(reference)).append(" 0 R ");
            case COSStream stream -> throw new IllegalArgumentException("A stream within an object: " + stream);
            case COSDictionary dictionary -> {
                to.append("<<");
                for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
                    entry(entry.getKey(), entry.getValue(), to, numbers);
                }
                to.append(">>");
            }
            case COSArray array -> {
                to.append('[');
                array.forEach(item -> value(item, to, numbers));
                to.append(']');
            }
            case COSName name -> name(name, to);
            case COSInteger integer -> to.append(integer.longValue()).append(' ');
            case COSFloat number -> {
                PdfOutput.number(to, number.floatValue());
                to.append(' ');
            }
            case COSBoolean truth -> to.append(truth.getValue()).append(' ');
            case COSString string ->
                to.append('<').append(HEX.formatHex(string.getBytes())).append('>');
            default -> to.append("null ");
        }
    }

    static void entry(COSName name, COSBase value, StringBuilder to, ToIntFunction<COSObject> numbers) {
        name(name, to);
        to.append(' ');
        value(value, to, numbers);
    }

    private static void name(COSName name, StringBuilder to) {
        to.append('/');
        for (byte b : name.getName().getBytes(StandardCharsets.UTF_8)) {
            boolean regular = b > ' ' && b < 0x7F && "#()<>[]{}/%".indexOf(b) < 0;
            if (regular) {
                to.append((char) b);
            } else {
                to.append('#').append(HEX.toHexDigits(b));
            }
        }
        to.append(' ');
    }
}
