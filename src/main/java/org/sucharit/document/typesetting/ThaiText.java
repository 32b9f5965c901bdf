package org.sucharit.document.typesetting;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Thai text as a sequence of clusters. A cluster is a consonant, at most one vowel sign or similar mark
 * ({@link #VOWELS}), at most one tone mark or similar ({@link #TONES}), and sara am where it follows; anything else
 * is cut by {@link Scripts}.
 */
final class ThaiText {

    /** Marks next to the consonant, above or below: mai han-akat to sara uu, phinthu, maitaikhu. */
    static final String VOWELS = "\u0E31\u0E34\u0E35\u0E36\u0E37\u0E38\u0E39\u0E3A\u0E47";

    /** Marks on top of those: four tones, thanthakhat, nikhahit, yamakkan. */
    static final String TONES = "\u0E48\u0E49\u0E4A\u0E4B\u0E4C\u0E4D\u0E4E";

    /** How many of {@link #TONES}, from the first, may stand before sara am. */
    static final int TONES_BEFORE_AM = 4;

    static final char AM = '\u0E33';
    private static final char AA = '\u0E32';
    private static final char NIKHAHIT = '\u0E4D';

    private ThaiText() {}

    /**
     * The text as it is set and as it will extract: NFC, tabs and line ends as spaces, no invisible characters, marks
     * in their one order, nikhahit + sara aa as sara am, a mark typed twice only once. Nothing visible is dropped: a
     * mark with nothing to stand on stays, and what has no meaning becomes U+FFFD.
     */
    static String clean(String text) {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder out = new StringBuilder(composed.length());
        for (int i = 0; i < composed.length(); ) {
            int c = composed.codePointAt(i);
            i += Character.charCount(c);
            if (isConsonant(c)) {
                int end = i;
                while (end < composed.length() && isMarkOrAm(composed.charAt(end))) {
                    end++;
                }
                String marks = composed.substring(i, end);
                if (marks.indexOf(NIKHAHIT) >= 0 && end < composed.length() && composed.charAt(end) == AA) {
                    marks = marks.replace(NIKHAHIT, AM);
                    end++;
                }
                out.append((char) c);
                order(marks, out);
                i = end;
            } else if (Character.isWhitespace(c)) {
                out.append(' ');
            } else if (isMeaningless(c)) {
                out.append('\uFFFD');
            } else if (!isInvisible(c)) {
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** The clusters of cleaned text; joined they are the text again. */
    static List<String> clusters(String clean) {
        List<String> clusters = new ArrayList<>(clean.length());
        for (int i = 0; i < clean.length(); ) {
            int end = endOfCluster(clean, i);
            clusters.add(clean.substring(i, end));
            i = end;
        }
        return clusters;
    }

    static boolean isConsonant(int c) {
        return c >= '\u0E01' && c <= '\u0E2E';
    }

    /** A Thai mark that stands on a consonant, sara am left out. */
    static boolean isMark(int c) {
        return c <= Character.MAX_VALUE && (VOWELS.indexOf(c) >= 0 || TONES.indexOf(c) >= 0);
    }

    private static int endOfCluster(String text, int start) {
        int c = text.codePointAt(start);
        int end = start + Character.charCount(c);
        if (!isConsonant(c)) {
            return Scripts.end(text, start);
        }
        boolean vowel = end < text.length() && VOWELS.indexOf(text.charAt(end)) >= 0;
        if (vowel) {
            end++;
        }
        int tone = end < text.length() ? TONES.indexOf(text.charAt(end)) : -1;
        if (tone >= 0) {
            end++;
        }
        if (!vowel && tone < TONES_BEFORE_AM && end < text.length() && text.charAt(end) == AM) {
            end++;
        }
        return end;
    }

    private static boolean isMarkOrAm(int c) {
        return isMark(c) || c == AM;
    }

    /** Writes the marks of one consonant: vowel, tone, sara am, then whatever is too many, each kind once. */
    private static void order(String marks, StringBuilder out) {
        if (marks.isEmpty()) {
            return;
        }
        StringBuilder surplus = new StringBuilder();
        char vowel = 0;
        char tone = 0;
        boolean am = false;
        for (char mark : marks.toCharArray()) {
            if (mark == AM) {
                am = true;
            } else if (VOWELS.indexOf(mark) >= 0) {
                if (vowel == 0) {
                    vowel = mark;
                } else if (vowel != mark) {
                    surplus.append(mark);
                }
            } else if (tone == 0) {
                tone = mark;
            } else if (tone != mark) {
                surplus.append(mark);
            }
        }
        if (vowel != 0) {
            out.append(vowel);
        }
        if (tone != 0) {
            out.append(tone);
        }
        if (am) {
            out.append(AM);
        }
        out.append(surplus);
    }

    /** Half a character, one of private use, or none by definition: no file may claim that it is a text. */
    private static boolean isMeaningless(int c) {
        int type = Character.getType(c);
        return type == Character.SURROGATE
                || type == Character.PRIVATE_USE
                || (c & 0xFFFE) == 0xFFFE
                || (c >= 0xFDD0 && c <= 0xFDEF);
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        boolean sign = (c >= 0x0600 && c <= 0x0605) || c == 0x06DD;
        return (type == Character.FORMAT && !sign) || type == Character.CONTROL || (c >= 0xFE00 && c <= 0xFE0F);
    }
}
