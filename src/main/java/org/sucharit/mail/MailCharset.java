package org.sucharit.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bytes of a mail as text. The label is a hint: Thai mail is often UTF-8 or TIS-620 under another name, or
 * under none.
 */
final class MailCharset {

    /** Holds all of TIS-620 and ISO-8859-11, so it stands for them too, as it does in browsers (WHATWG Encoding). */
    private static final Charset THAI = Charset.forName("x-windows-874");

    private static final Set<String> THAI_LABELS = Set.of(
            "tis-620",
            "tis620",
            "tis620.2533",
            "windows-874",
            "cp874",
            "x-windows-874",
            "iso-8859-11",
            "iso8859-11",
            "thai");

    /** Labels that programs put on anything at all. */
    private static final Set<String> CARELESS_LABELS =
            Set.of("us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "unknown-8bit", "x-unknown");

    private static final Charset WESTERN = Charset.forName("windows-1252");

    private MailCharset() {}

    /** @param label the declared charset; null, unknown or careless labels leave it to the bytes */
    static String decode(byte[] bytes, @Nullable String label) {
        Charset declared = declared(label);
        if (declared != null && declared != StandardCharsets.UTF_8 && declared != THAI) {
            return new String(bytes, declared);
        }
        String utf8 = strictUtf8(bytes);
        if (utf8 != null && (declared != THAI || utf8.chars().anyMatch(MailCharset::isThaiLetter) || isAscii(bytes))) {
            return utf8;
        }
        if (declared == THAI || looksThai(bytes)) {
            return new String(bytes, THAI);
        }
        return new String(bytes, declared == null ? WESTERN : declared);
    }

    /** Null where the label says nothing to go by. */
    private static @Nullable Charset declared(@Nullable String label) {
        String name = label == null ? "" : label.replaceAll("[\"']", "").strip().toLowerCase(Locale.ROOT);
        if (name.isEmpty() || CARELESS_LABELS.contains(name)) {
            return null;
        }
        if (THAI_LABELS.contains(name)) {
            return THAI;
        }
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return null;
        }
    }

    private static @Nullable String strictUtf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    /** Some TIS-620 words are UTF-8 by chance (เขต is U+08B5), but hardly ever that of Thai letters. */
    private static boolean isThaiLetter(int c) {
        return (c >= 0x0E01 && c <= 0x0E3A) || (c >= 0x0E3F && c <= 0x0E5B);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /** In Thai, bytes above ASCII come in runs; in Western languages they stand alone between letters. */
    private static boolean looksThai(byte[] bytes) {
        int high = 0;
        int inRuns = 0;
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b < 0x80) {
                continue;
            }
            boolean punctuation = b == 0x80 || b == 0x85 || (b >= 0x91 && b <= 0x97);
            if (!punctuation && (b < 0xA0 || (b > 0xDA && b < 0xDF) || b > 0xFB)) {
                return false;
            }
            high++;
            if ((i > 0 && bytes[i - 1] < 0) || (i + 1 < bytes.length && bytes[i + 1] < 0)) {
                inRuns++;
            }
        }
        return high > 0 && inRuns * 2 > high;
    }
}
