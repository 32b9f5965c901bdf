package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TypesetterTests {

    private static final Typesetter TYPESETTER = new Typesetter(Typeface.SARABUN);

    private static final String PROSE =
            "เจ้าหน้าที่ผู้รับผิดชอบได้ชี้แจงข้อเท็จจริงเกี่ยวกับการเบิกค่าน้ำมันเชื้อเพลิง ในเดือนสิงหาคม พ.ศ. ๒๕๖๙"
                    + " จำนวน ๙ ครั้ง ทั้งที่รถคันดังกล่าวจอดซ่อมอยู่ที่อู่"
                    + " และมีผู้พบเห็นว่านำบัตรเติมน้ำมันไปใช้กับรถยนต์ส่วนตัวหลายครั้งด้วยกัน";

    @Test
    void losesNothingButSpacesAtLineEnds() {
        String joined = TYPESETTER.ragged(PROSE, Style.BODY, 200).stream()
                .map(TextLine::text)
                .collect(Collectors.joining());
        assertThat(joined.replace(" ", "")).isEqualTo(PROSE.replace(" ", ""));
    }

    @Test
    void keepsWithinTheWidth() {
        assertThat(TYPESETTER.ragged(PROSE, Style.BODY, 200))
                .hasSizeGreaterThan(3)
                .allSatisfy(line -> assertThat(line.width()).isLessThanOrEqualTo(200));
    }

    @Test
    void spreadsEveryLineButTheLastToTheEdge() {
        List<TextLine> lines = TYPESETTER.justified(PROSE, Style.BODY, 300, 70);
        assertThat(spreadWidth(lines.getFirst())).isCloseTo(230, within(0.2f));
        for (TextLine line : lines.subList(1, lines.size() - 1)) {
            assertThat(spreadWidth(line)).isCloseTo(300, within(0.2f));
            assertThat(line.toClusters()).isLessThanOrEqualTo(80);
        }
        assertThat(lines.getLast().toSpaces()).isZero();
    }

    @Test
    void breaksAWordThatIsLongerThanALineBetweenClusters() {
        assertThat(TYPESETTER.ragged("ก้".repeat(100), Style.BODY, 60))
                .hasSizeGreaterThan(5)
                .allSatisfy(line -> assertThat(line.text()).matches("(?:ก้)+"));
    }

    @Test
    void partsAWordThatIsTooLongWhereNoLineBeginsWithAVowelThatFollows() {
        assertThat(TYPESETTER.ragged("แหน้าโม".repeat(40), Style.BODY, 30))
                .hasSizeGreaterThan(20)
                .allSatisfy(line -> assertThat(line.text())
                        .doesNotStartWith("า")
                        .doesNotEndWith("แ")
                        .doesNotEndWith("โ"));
    }

    @Test
    void makesOneEmptyLineOfNothing() {
        assertThat(TYPESETTER.ragged("", Style.BODY, 60)).hasSize(1);
    }

    @Test
    void quotesWholeWordsInACatchword() {
        assertThat(TYPESETTER.opening("ความเห็นปลัดองค์การบริหารส่วนตำบลเขาหินงาม", 8))
                .isEqualTo("ความเห็น");
        assertThat(TYPESETTER.opening("ทราบ", 8)).isEqualTo("ทราบ");
    }

    private static float spreadWidth(TextLine line) {
        long spaces = line.glyphs().stream().filter(Glyph::isSpace).count();
        float added =
                line.toSpaces() * spaces + line.toClusters() * (line.glyphs().size() - 1);
        return line.width() + added * line.style().letterSize() / 1000;
    }
}
