package org.sucharit.document;

/** Whether numbers are written in Thai or in Arabic digits. */
public enum Digits {
    THAI,
    ARABIC;

    private static final char THAI_ZERO = '\u0E50';

    /**
     * The text with its digits written this way. Digits within a word that has Latin letters, as in an address on the
     * web or a product's name, stay as they are.
     */
    public String write(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (int start = 0; start < text.length(); ) {
            int end = start;
            boolean latin = false;
            while (end < text.length() && joins(text.charAt(end))) {
                latin |= isLatinLetter(text.charAt(end));
                end++;
            }
            if (end == start) {
                out.append(text.charAt(start++));
                continue;
            }
            for (int i = start; i < end; i++) {
                out.append(latin ? text.charAt(i) : write(text.charAt(i)));
            }
            start = end;
        }
        return out.toString();
    }

    public String write(long number) {
        return write(Long.toString(number));
    }

    private char write(char c) {
        int value = value(c);
        return value < 0 ? c : (char) ((this == THAI ? THAI_ZERO : '0') + value);
    }

    private static int value(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= THAI_ZERO && c <= THAI_ZERO + 9 ? c - THAI_ZERO : -1;
    }

    /** Whether the character may stand inside a word of Latin letters and digits. */
    private static boolean joins(char c) {
        return isLatinLetter(c) || value(c) >= 0 || "._-@:/%+~?=&#".indexOf(c) >= 0;
    }

    private static boolean isLatinLetter(char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    }
}
