package org.sucharit.document.typesetting;

import java.lang.Character.UnicodeScript;
import java.text.BreakIterator;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What stands together as one in writing other than Thai: a letter with its marks, or a whole word. */
final class Scripts {

    /** Those whose letters change beside one another, so that only a shaping engine can set them; not their digits. */
    private static final Set<UnicodeScript> SHAPED = EnumSet.of(
            UnicodeScript.ARABIC,
            UnicodeScript.LAO,
            UnicodeScript.MYANMAR,
            UnicodeScript.KHMER,
            UnicodeScript.DEVANAGARI);

    private static final int FIRST_MARK = 0x0300;
    private static final int FIRST_SHAPED = 0x0600;
    private static final int LONGEST_WORD = 48;

    private Scripts() {}

    static boolean isShaped(int c) {
        return c >= FIRST_SHAPED && !Character.isDigit(c) && SHAPED.contains(UnicodeScript.of(c));
    }

    /** The end of what begins at {@code start}: of a word in such a script, else of a character with its marks. */
    static int end(String text, int start) {
        int c = text.codePointAt(start);
        int at = start + Character.charCount(c);
        if (at == text.length() || (text.charAt(at) < FIRST_MARK && c < FIRST_SHAPED)) {
            return at;
        }
        boolean word = isShaped(c);
        UnicodeScript script = UnicodeScript.of(c);
        while (at < text.length()) {
            int next = text.codePointAt(at);
            boolean letter = word && isShaped(next) && UnicodeScript.of(next) == script;
            boolean joins = isMark(next) || (letter && at - start < LONGEST_WORD);
            if (!joins || at - start > 2 * LONGEST_WORD) {
                break;
            }
            at += Character.charCount(next);
        }
        return at;
    }

    /** Where the part from {@code start} to {@code end} is best cut in two: between letters; the end if it is but one. */
    static int middle(String text, int start, int end) {
        BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
        letters.setText(text);
        int middle = letters.following(start + (end - start - 1) / 2);
        return middle == BreakIterator.DONE || middle > end ? end : middle;
    }

    /** Whether the character stands on the one before it; Thai marks, which stand on Thai only, left out. */
    private static boolean isMark(int c) {
        if (c < FIRST_MARK || ThaiText.isMark(c)) {
            return false;
        }
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
    }
}
