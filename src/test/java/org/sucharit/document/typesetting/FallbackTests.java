package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.testing.PdfConformance;

class FallbackTests {

    private static final Typesetter TYPESETTER = new Typesetter(Typeface.SARABUN);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ผู้ร้อง Nguyễn Thị Ánh Tuyết และ Łukasz Żółć",
                "Иванов Пётр Ильич · Αλέξανδρος",
                "นายมูฮัมหมัด (محمد بن عبد الله) เรื่อง ٣٤٥ จบ",
                "ชื่อ سلامت داتڠ ڤڠݢيل บูลัน",
                "ພາສາລາວ ສະບາຍດີ ຂອບໃຈ ນ້ຳ ໑໒",
                "မြန်မာဘာသာ ကျေးဇူးတင်ပါတယ်",
                "ភាសាខ្មែរ សូមអរគុណ",
                "हिन्दी में नमस्ते",
                "x̌ q̃̂ ȅ́ และ k̓",
                "⚖ → ≠ ∑ € ₿ ☐ ☑ ✓ ①"
            })
    void setsAndExtractsWhatSarabunLacks(String text) {
        PdfFile.Result file = SampleFiles.write(List.of(TYPESETTER.line(text, Style.BODY)));
        assertThat(file.missing()).isEmpty();
        assertThat(SampleFiles.text(file)).containsExactly(text);
        PdfConformance.assertArchival(file.bytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ก 😀 漢字", "עברית", "a\u0E48 \u0E34", "1️\u20E3 ♥", "ܫܠܡܐ"})
    void boxesTheRestAndSaysSo(String text) {
        PdfFile.Result file = SampleFiles.write(List.of(TYPESETTER.line(text, Style.BODY)));
        assertThat(file.missing()).isNotEmpty();
        PdfConformance.assertArchival(file.bytes());
    }

    @Test
    void boxesOnlyWhatIsLackingInAWord() {
        PdfFile.Result file = SampleFiles.write(List.of(TYPESETTER.line("سلا\uD83B\uDE00م", Style.BODY)));
        assertThat(file.missing()).containsExactly("\uD83B\uDE00");
        PdfConformance.assertArchival(file.bytes());
    }

    @Test
    void claimsNoTextForWhatHasNone() {
        PdfFile.Result file = SampleFiles.write(
                List.of(TYPESETTER.line("ก\uE000\uFFFE\uFDD0\uD83Dข\u0000\u0007ค\uDBFF\uDFFF", Style.BODY)));
        assertThat(SampleFiles.text(file)).containsExactly("ก\uFFFD\uFFFD\uFFFD\uFFFDขค\uFFFD");
        assertThat(file.missing()).containsExactly("\uFFFD");
        PdfConformance.assertArchival(file.bytes());
    }

    @Test
    void writesArabicFromTheRightAndItsNumbersFromTheLeft() {
        TextLine line = TYPESETTER.line("ก محمد الله ٣٤ ข", Style.BODY);
        String visual = line.runs().stream()
                .flatMap(run -> run.glyphs().stream())
                .map(Glyph::text)
                .collect(Collectors.joining());
        assertThat(visual).isEqualTo("ก ٣٤ الله محمد ข");
        assertThat(line.text()).isEqualTo("ก محمد الله ٣٤ ข");
        assertThat(line.runs().get(1).readAs()).isEqualTo("محمد الله ٣٤");
    }

    @Test
    void joinsTheLettersOfAWord() {
        Glyph word = TYPESETTER.line("محمد", Style.BODY).glyphs().getFirst();
        assertThat(word.text()).isEqualTo("محمد");
        int alone = TYPESETTER.line("م", Style.BODY).glyphs().getFirst().parts()[0];
        assertThat(word.parts()).hasSizeGreaterThan(9).doesNotContain(alone);
    }

    @Test
    void breaksWordsThatAreWiderThanALine() {
        String text = "ကျေးဇူးတင်ပါတယ်".repeat(20) + " " + "سلام".repeat(30);
        List<TextLine> lines = TYPESETTER.ragged(text, Style.BODY, 200);
        assertThat(lines)
                .hasSizeGreaterThan(6)
                .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(200));
        assertThat(lines.stream().map(TextLine::text).collect(Collectors.joining()))
                .isEqualTo(text.replace(" ", ""));
    }

    @Test
    void anyTextMakesAValidFile() {
        Random random = new Random(20_261_111);
        List<TextLine> lines = random.ints(60)
                .mapToObj(seed -> TYPESETTER.ragged(anything(new Random(seed)), Style.BODY, 300))
                .flatMap(List::stream)
                .toList();
        PdfConformance.assertArchival(SampleFiles.write(lines).bytes());
    }

    /** Characters of all planes with a leaning towards those that combine, turn the direction or mean nothing. */
    private static String anything(Random random) {
        int[][] ranges = {
            {0, 0x250}, {0x300, 0x370}, {0x590, 0x900}, {0xE00, 0xF00}, {0x1000, 0x10A0}, {0x1780, 0x1800},
            {0x2000, 0x2070}, {0x200B, 0x2010}, {0xD800, 0xE010}, {0xFB1D, 0x10000}, {0x1F300, 0x1F700}, {0, 0x110000}
        };
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 60; i++) {
            int[] range = ranges[random.nextInt(ranges.length)];
            text.appendCodePoint(range[0] + random.nextInt(range[1] - range[0]));
        }
        return text.toString();
    }
}
