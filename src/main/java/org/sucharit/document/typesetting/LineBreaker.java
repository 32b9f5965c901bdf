package org.sucharit.document.typesetting;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a line of official Thai may end. The dictionary of the JDK (module {@code jdk.localedata}) proposes; terms of
 * office, abbreviations, numbers and the spelling rules decide.
 */
final class LineBreaker {

    private static final String DIGIT = "[0-9\u0E50-\u0E59]";

    // Groups that come again and again are possessive: otherwise a long text of them takes a stack frame for each.
    private static final String TELEPHONE = "[0\u0E50]" + DIGIT + "{0,2}(?: ?- ?| )?" + DIGIT + "{3,8}(?:[ -]" + DIGIT
            + "{3,4})*+(?: ต่อ " + DIGIT + "+)?";
    private static final List<String> MONTHS = List.of(
            "มกราคม",
            "กุมภาพันธ์",
            "มีนาคม",
            "เมษายน",
            "พฤษภาคม",
            "มิถุนายน",
            "กรกฎาคม",
            "สิงหาคม",
            "กันยายน",
            "ตุลาคม",
            "พฤศจิกายน",
            "ธันวาคม");
    private static final List<String> COUNTED =
            List.of("วัน", "เดือน", "ปี", "บาท", "คน", "ราย", "เรื่อง", "ครั้ง", "ข้อ", "ฉบับ", "แผ่น", "หน้า");
    private static final List<String> NUMBERED = List.of(
            "พ.ศ.", "มาตรา", "ข้อ", "วันที่", "หมู่ที่", "เลขรับที่", "เลขรับ", "เลขที่", "ครั้งที่", "ชุดที่", "ลับ");

    /** What stays whole: numbers with what joins them, addresses on the web, names. */
    private static final List<Pattern> WHOLE = List.of(
            Pattern.compile(DIGIT + "+(?:[.,:/\u2013-]" + DIGIT + "++)++"),
            Pattern.compile("(?:โทร\\. ?)?" + TELEPHONE),
            Pattern.compile("จังหวัด[^ ]{2,14} " + DIGIT + "{5}"),
            Pattern.compile("[A-Za-z0-9][A-Za-z0-9._%+@:/~?=&#-]*[A-Za-z0-9/]"));

    /** What a place is, and its name up to the next space. */
    private static final Pattern PLACE = Pattern.compile(
            "(?=[สทตอจถ])(?:(ส่วนตำบล|ส่วนจังหวัด|เทศบาล(?:ตำบล|เมือง|นคร))|ตำบล|อำเภอ|จังหวัด|ถนน)([^ ]{2,14})(?="
                    + " |$)");

    /** A title with the first name, and the name after it where one follows. */
    private static final Pattern PERSON = Pattern.compile(
            "(?=น)(?:นาย(?!ก|อำเภอ)|นางสาว|นาง|น\\.ส\\.)[^ ]{2,20}(?=[ )]|$)(?: ([^ ]{2,16})(?=[ )]|$))?");

    /** Initials, each with its point, as ป.ป.ช. */
    private static final Pattern INITIALS = Pattern.compile("(?:[ก-ฮ]\\.){2,}+");

    private static final String NOT_FIRST =
            "\u0E30\u0E32\u0E33\u0E45\u0E46\u0E2F\u0E5A\u0E5B)]}\u201D\u2019\u00BB,.;:!?%\u2026/";
    private static final String NOT_LAST = "\u0E40\u0E41\u0E42\u0E43\u0E44([{\u201C\u2018\u00AB";
    private static final char THANTHAKHAT = '\u0E4C';
    private static final Set<String> PREFIXES = Set.of("การ", "ความ", "ผู้", "นัก");
    private static final BreakIterator THAI = BreakIterator.getLineInstance(Locale.of("th"));
    private static final Lexicon TERMS = Lexicon.read("/documents/terms.txt");

    private LineBreaker() {}

    /** @return the offsets in the cleaned {@code text} before which a new line may begin; its end is one of them */
    static BitSet breaks(String text) {
        return breaks(text, Integer.MAX_VALUE);
    }

    /** The same and those between the words of long terms, for a line that would stay short without. */
    static BitSet spareBreaks(String text) {
        return breaks(text, Lexicon.LONG);
    }

    /** @param partable from how many letters on a term may be parted where the dictionary sees words in it */
    private static BitSet breaks(String text, int partable) {
        BitSet breaks = new BitSet(text.length() + 1);
        BreakIterator iterator = (BreakIterator) THAI.clone();
        iterator.setText(text);
        for (int at = iterator.first(); at != BreakIterator.DONE; at = iterator.next()) {
            breaks.set(at);
        }
        breaks.clear(0);
        keepTermsWhole(text, partable, breaks);
        for (Matcher found = INITIALS.matcher(text); found.find(); ) {
            part(found.start(), found.end(), breaks);
        }
        for (Pattern whole : WHOLE) {
            for (Matcher found = whole.matcher(text); found.find(); ) {
                breaks.clear(found.start() + 1, found.end());
            }
        }
        keepNumbersWhole(text, breaks);
        keepNamesWhole(text, breaks);
        keepPiecesOfWordsWhole(text, breaks);
        for (int at = breaks.nextSetBit(0); at >= 0; at = breaks.nextSetBit(at + 1)) {
            if (at < text.length() && !spellingAllows(text, at)) {
                breaks.clear(at);
            }
        }
        breaks.set(text.length());
        return breaks;
    }

    /** A term may be parted from its neighbours only where the dictionary says so too, or where it is a long one. */
    private static void keepTermsWhole(String text, int partable, BitSet breaks) {
        for (int i = 0; i < text.length(); ) {
            int length = TERMS.longestAt(text, i);
            if (length == 0) {
                i++;
                continue;
            }
            if (length < partable) {
                breaks.clear(i + 1, i + length);
                if (length >= Lexicon.UNMISTAKABLE) {
                    part(i, i + length, breaks);
                }
            }
            i += length;
        }
    }

    /** Allows breaks around a piece of text and none inside it. */
    private static void part(int start, int end, BitSet breaks) {
        breaks.clear(start + 1, end);
        if (start > 0) {
            breaks.set(start);
        }
        breaks.set(end);
    }

    /** Joins each number to the word before that it numbers and the word after that it counts. */
    private static void keepNumbersWhole(String text, BitSet breaks) {
        for (int start = 0; start < text.length(); ) {
            int end = endOfDigits(text, start);
            if (end == start) {
                start++;
                continue;
            }
            int before = start > 0 && text.charAt(start - 1) == ' ' ? start - 1 : start;
            int numbered = longest(NUMBERED, word -> text.startsWith(word, before - word.length()));
            if (numbered > 0) {
                int slash = end < text.length() && text.charAt(end) == '/' ? endOfDigits(text, end + 1) : end;
                breaks.clear(before - numbered + 1, slash > end + 1 ? slash : end);
            }
            int after = end + 1;
            if (after < text.length() && text.charAt(end) == ' ') {
                int counted = longest(COUNTED, word -> text.startsWith(word, after));
                int month = end - start > 2 ? 0 : longest(MONTHS, word -> text.startsWith(word, after));
                breaks.clear(start + 1, after + Math.max(counted, month));
            }
            // The year of a date does not stand alone on the last line.
            if (end - start == 4 && end >= text.length() - 1 && before < start) {
                int month = longest(MONTHS, word -> text.startsWith(word, before - word.length()));
                breaks.clear(before - month + 1, month > 0 ? text.length() : before - month + 1);
            }
            start = end;
        }
    }

    private static int endOfDigits(String text, int start) {
        int end = start;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '\u0E50' && c <= '\u0E59');
    }

    private static int longest(List<String> words, Predicate<String> fits) {
        int longest = 0;
        for (String word : words) {
            if (word.length() > longest && fits.test(word)) {
                longest = word.length();
            }
        }
        return longest;
    }

    private static void keepNamesWhole(String text, BitSet breaks) {
        for (Matcher found = PLACE.matcher(text); found.find(); ) {
            // The name of a body is long, so that its place may stand on the next line.
            breaks.clear((found.start(1) < 0 ? found.start() : found.start(2)) + 1, found.end());
        }
        for (Matcher found = PERSON.matcher(text); found.find(); ) {
            boolean surname = found.start(1) >= 0;
            breaks.clear(found.start() + 1, surname ? found.start(1) - 1 : found.end());
            if (surname) {
                breaks.clear(found.start(1) + 1, found.end(1));
            }
        }
    }

    /** Joins what makes a noun of the next word to it, and a bare consonant, which is never a word, to both sides. */
    private static void keepPiecesOfWordsWhole(String text, BitSet breaks) {
        int start = 0;
        for (int end = breaks.nextSetBit(1); end >= 0 && end < text.length(); end = breaks.nextSetBit(end + 1)) {
            boolean bare = end == start + 1 && ThaiText.isConsonant(text.charAt(start)) && text.charAt(end) != ' ';
            if (bare) {
                breaks.clear(start);
            }
            if (bare || PREFIXES.contains(text.substring(start, end))) {
                breaks.clear(end);
            }
            start = end;
        }
    }

    /** Whether one may be the last of a line and the other the first of the next where nothing better is left. */
    static boolean maySplit(String last, String first) {
        return NOT_LAST.indexOf(last.codePointAt(0)) < 0 && NOT_FIRST.indexOf(first.codePointAt(0)) < 0;
    }

    private static boolean spellingAllows(String text, int at) {
        char next = text.charAt(at);
        if (ThaiText.isMark(next) || isSilenced(text, at) || NOT_FIRST.indexOf(next) >= 0) {
            return false;
        }
        char before = text.charAt(at - 1);
        if (NOT_LAST.indexOf(before) >= 0 || before == '\u00A0' || next == '\u00A0' || next == ' ') {
            return false;
        }
        return !loneConsonant(text, at);
    }

    /** Whether the consonant is not spoken (thanthakhat), so that it ends a word and begins none. */
    private static boolean isSilenced(String text, int at) {
        for (int i = at + 1; i < text.length() && ThaiText.isMark(text.charAt(i)); i++) {
            if (text.charAt(i) == THANTHAKHAT) {
                return true;
            }
        }
        return false;
    }

    /** Whether the break would leave one bare consonant at the end of a line or at the start of the next. */
    private static boolean loneConsonant(String text, int at) {
        boolean lastAlone = ThaiText.isConsonant(text.charAt(at - 1)) && (at == 1 || text.charAt(at - 2) == ' ');
        boolean firstAlone =
                ThaiText.isConsonant(text.charAt(at)) && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
        return lastAlone || firstAlone;
    }

    /** Terms of office and abbreviations, found by their longest match. */
    private static final class Lexicon {

        /** From this length on, a term is not mistaken for a part of other words. */
        static final int UNMISTAKABLE = 8;

        /** From this length on, a term is long enough to go on in the next line. */
        static final int LONG = 14;

        private final Map<Integer, List<String>> longestFirst = new HashMap<>();

        static Lexicon read(String resource) {
            try (InputStream in = LineBreaker.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("No resource " + resource);
                }
                Lexicon lexicon = new Lexicon();
                new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .forEach(lexicon::add);
                return lexicon;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void add(String line) {
            String term = ThaiText.clean(line);
            List<String> terms = longestFirst.computeIfAbsent(key(term, 0), first -> new ArrayList<>());
            terms.add(term);
            terms.sort(Comparator.comparingInt(String::length).reversed());
        }

        private static int key(String text, int start) {
            return text.charAt(start) << 16 | text.charAt(start + 1);
        }

        /** The length of the longest term that begins at {@code start}; 0 where none does. */
        int longestAt(String text, int start) {
            if (start + 1 >= text.length()) {
                return 0;
            }
            for (String term : longestFirst.getOrDefault(key(text, start), List.of())) {
                int end = start + term.length();
                boolean cutsCluster = end < text.length() && ThaiText.isMark(text.charAt(end));
                if (!cutsCluster && text.startsWith(term, start)) {
                    return term.length();
                }
            }
            return 0;
        }
    }
}
