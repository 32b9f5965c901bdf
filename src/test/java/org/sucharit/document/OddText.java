package org.sucharit.document;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Whatever somebody may paste into a field, the same for the same seed. */
final class OddText {

    /** What has broken software before, and what means something to templates, markup and PDF. */
    private static final List<String> KNOWN = List.of(
            "",
            " ",
            "   \t \u00A0\u3000 ",
            "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67\u200D\uD83D\uDC66 \uD83C\uDDF9\uD83C\uDDED \u2764\uFE0F",
            "ก" + "\u0E48".repeat(50) + "\u0E31".repeat(50) + "\u0E33",
            "\u0E48\u0E49\u0E31\u0E33 \u0E3A",
            "e" + "\u0301\u0323\u20DD".repeat(50),
            "\u0645\u062D\u0645\u062F \u202E abc \u202C 123 \u05E9\u05DC\u05D5\u05DD",
            "\u0000\u0001\u0008\u001B\u007F\u0085\u2028\u2029\u000B\u000C",
            "\uD800 \uDC00 \uDFFF\uD83D",
            "\uFFFE\uFFFF\uFDD0\uFDD1\uFDEF\uFEFF",
            "\uE000\uF8FF\uF70A\uDB80\uDC00 " + Character.toString(0x10FFFD) + Character.toString(0x1FFFE),
            "ก".repeat(10_000),
            "สวัสดี".repeat(1_700),
            "A".repeat(10_000),
            "\u0645".repeat(10_000),
            "\u1780\u17D2".repeat(5_000),
            "1.".repeat(5_000) + "1",
            "1-1/".repeat(2_500),
            "ก.".repeat(5_000),
            "0123 ".repeat(2_000),
            "น\u0E49\u0E4D\u0E32 \u0E40\u0E40ก \u0E24\u0E45 \u0E2F\u0E2F\u0E25\u0E2F \u0E5A\u0E5B",
            "{{organisation}} {{{matter}}} {{#facts}}{{.}}{{/facts}} {{=<% %>=}}",
            "@ลงนาม\n# หัวข้อ\n- ข้อ | ก | ข\n| ก | ข |\n|--|--|\nเรื่อง: ใหม่\n1. หนึ่ง\n.... จุด",
            "(\\)<</Type/Page>> endstream endobj %%EOF",
            "<script>&amp;]]><!-- ?> \" ' \\u0000 $1 {0} %s",
            "\u0915\u094D\u0937\u093F \u0BA8\u0BBF \u1019\u103C\u1014\u103A\u1019\u102C \u0E9E\u0EB2\u0EAA\u0EB2"
                    + " \uD55C\uAE00 \u6F22\u5B57",
            "\u200B\u200C\u200D\u2060\u00AD\u180E\uFE0F");

    private static final int[][] PLANES = {
        {0x20, 0x7E},
        {0x80, 0x24F},
        {0x300, 0x36F},
        {0x590, 0x8FF},
        {0xE00, 0xE7F},
        {0x1000, 0x1FFF},
        {0x2000, 0x2BFF},
        {0x3000, 0x9FFF},
        {0xD800, 0xDFFF},
        {0xE000, 0xF8FF},
        {0xF900, 0xFFFF},
        {0x10000, 0x1FFFF},
        {0x20000, 0x10FFFF}
    };

    private final Random random;

    OddText(long seed) {
        this.random = new Random(seed);
    }

    static int known() {
        return KNOWN.size();
    }

    static String known(int index) {
        return KNOWN.get(index);
    }

    String text() {
        int dice = random.nextInt(20);
        if (dice == 0) {
            return known(random.nextInt(known()));
        }
        if (dice < 4) {
            return KNOWN.get(random.nextInt(known()))
                            .codePoints()
                            .limit(40)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    + letters(60);
        }
        return dice < 8 ? "เรื่อง " + letters(20) + " ทดสอบ" : letters(dice < 18 ? 120 : 1_500);
    }

    List<String> texts(int most) {
        return IntStream.range(0, random.nextInt(most + 1))
                .mapToObj(i -> text())
                .toList();
    }

    boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }

    /** Other fields of the same names and types. */
    Fields like(Fields sample) {
        Fields odd = new Fields();
        sample.values().forEach((name, value) -> {
            switch (value) {
                case Fields.Value.Words words -> odd.text(name, text());
                case Fields.Value.Day day -> odd.date(name, LocalDate.ofEpochDay(random.nextInt(-20_000, 200_000)));
                case Fields.Value.Count count -> odd.number(name, chance(3) ? random.nextLong() : random.nextInt(400));
                case Fields.Value.Money money -> odd.money(name, new BigDecimal(random.nextLong()).movePointLeft(3));
                case Fields.Value.Flag flag -> odd.flag(name, random.nextBoolean());
                case Fields.Value.Lines lines -> odd.list(name, texts(4));
                case Fields.Value.Rows rows -> {
                    List<Fields> several = new ArrayList<>();
                    for (int i = random.nextInt(6); i > 0; i--) {
                        several.add(like(rows.rows().getFirst()));
                    }
                    odd.rows(name, several);
                }
            }
        });
        return odd;
    }

    private String letters(int most) {
        int length = random.nextInt(most);
        StringBuilder text = new StringBuilder(length);
        int[] plane = PLANES[random.nextInt(PLANES.length)];
        while (text.length() < length) {
            if (chance(6)) {
                plane = chance(2) ? PLANES[4] : PLANES[random.nextInt(PLANES.length)];
            }
            if (chance(12)) {
                text.append(' ');
            }
            int c = random.nextInt(plane[0], plane[1] + 1);
            if (Character.isBmpCodePoint(c)) {
                text.append((char) c);
            } else {
                text.appendCodePoint(c);
            }
        }
        return text.toString();
    }
}
