package org.sucharit.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads header text: encoded words (RFC 2047), also where a program cut a letter in two between words, and bytes above
 * ASCII, which should not be there and often are.
 */
final class HeaderText {

    private static final Pattern ENCODED_WORD =
            Pattern.compile("=\\?([^?\\s*]+)(?:\\*[^?\\s]*)?\\?([BbQq])\\?([^?]*)\\?=");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cc}+");
    private static final Base64.Decoder BASE64 = Base64.getMimeDecoder();

    private HeaderText() {}

    /**
     * On one line.
     *
     * @param header as Jakarta Mail gives it: one character for each byte, perhaps folded
     */
    static String decode(String header) {
        String unfolded = header.replaceAll("\\r?\\n[ \\t]", " ").replaceAll("[\\r\\n]", " ");
        StringBuilder text = new StringBuilder();
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        String charset = null;
        int end = 0;
        Matcher words = ENCODED_WORD.matcher(unfolded);
        while (words.find()) {
            String between = unfolded.substring(end, words.start());
            String next = words.group(1).toLowerCase(Locale.ROOT);
            // White space between two encoded words is no part of the text; their bytes belong together.
            boolean adjacent = charset != null && between.isBlank();
            if (!adjacent || !next.equals(charset)) {
                flush(word, charset, text);
                text.append(adjacent ? "" : plain(between));
            }
            word.writeBytes(bytes(words.group(2), words.group(3)));
            charset = next;
            end = words.end();
        }
        flush(word, charset, text);
        text.append(plain(unfolded.substring(end)));
        // Encoded words can hold anything, line ends among them.
        return CONTROL.matcher(text).replaceAll(" ").strip();
    }

    private static void flush(ByteArrayOutputStream word, @Nullable String charset, StringBuilder text) {
        text.append(MailCharset.decode(word.toByteArray(), charset));
        word.reset();
    }

    /** Characters beyond ISO-8859-1 show that somebody decoded the header before. */
    private static String plain(String text) {
        return text.chars().allMatch(c -> c < 0x100)
                ? MailCharset.decode(text.getBytes(StandardCharsets.ISO_8859_1), null)
                : text;
    }

    private static byte[] bytes(String encoding, String content) {
        if (encoding.equalsIgnoreCase("B")) {
            return base64(content);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < content.length(); i++) {
            char c = content.charAt(i);
            int high = c == '=' && i + 2 < content.length() ? Character.digit(content.charAt(i + 1), 16) : -1;
            int low = high < 0 ? -1 : Character.digit(content.charAt(i + 2), 16);
            if (low >= 0) {
                bytes.write(high * 16 + low);
                i += 2;
            } else {
                bytes.write(c == '_' ? ' ' : c);
            }
        }
        return bytes.toByteArray();
    }

    /** Broken Base64 is shown as it stands. */
    private static byte[] base64(String content) {
        try {
            return BASE64.decode(content);
        } catch (IllegalArgumentException e) {
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}
