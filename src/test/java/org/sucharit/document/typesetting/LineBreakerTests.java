package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineBreakerTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "พ.ศ.",
                "อบต.",
                "ป.ป.ช.",
                "พ.ร.บ.",
                "28,450.75",
                "๒๕๖๙/๑๒",
                "๐ ๗๐๐๐ ๑๒๓๔ ต่อ ๑๒",
                "08 1234 5678",
                "073-123456",
                "พ.ศ. ๒๕๖๙",
                "๓๑ มีนาคม",
                "๖๐ วัน",
                "นายกองค์การบริหารส่วนตำบล",
                "รักษาราชการแทน",
                "ผู้ถูกร้องเรียน",
                "ประพฤติมิชอบ",
                "สืบสวนข้อเท็จจริง",
                "เว็บไซต์",
                "จังหวัดสุขสันต์ ๙๙๑๑๐",
                "คอมพิวเตอร์",
                "ความสะดวก",
                "ผู้อำนวยการ",
                "www.example.go.th/a-b?c=1",
                "somchai_99@example.go.th"
            })
    void keepsWhole(String term) {
        String text = "ตามที่ได้รับเรื่อง " + term + " ในวันนั้น";
        int start = text.indexOf(term);
        assertThat(LineBreaker.breaks(text)
                        .get(start + 1, start + term.length())
                        .isEmpty())
                .as(pieces(text).toString())
                .isTrue();
    }

    @Test
    void keepsAbbreviationsWholeWithinRunningText() {
        assertThat(pieces("ระเบียบของอบต.และสำนักงานป.ป.ช.กำหนด")).contains("อบต.", "ป.ป.ช.");
    }

    @Test
    void neverBeginsALineWithARepetitionOrAbbreviationMarkOrAVowelThatFollows() {
        for (String text : List.of("ในวันนั้น ๆ ได้มี", "ต่างๆ นานา", "ผู้ว่าฯ กรุงเทพฯ ฯลฯ", "กระทะ ราคา น้ำ")) {
            assertThat(pieces(text))
                    .allSatisfy(piece ->
                            assertThat("ๆฯะาำ".indexOf(piece.charAt(0))).isNegative());
        }
    }

    @Test
    void neverPartsBracketsFromWhatTheyHold() {
        assertThat(pieces("ตัวชี้วัด (ITA) และ “คำพูด” นั้น"))
                .noneSatisfy(piece -> assertThat(piece).startsWith(")"))
                .noneSatisfy(piece -> assertThat(piece.strip()).endsWith("("))
                .noneSatisfy(piece -> assertThat(piece.strip()).endsWith("“"));
    }

    @Test
    void keepsNamesOfPeopleAndPlacesWhole() {
        assertThat(pieces("ได้สอบถาม นายสมชาย ใจดีมาก และนางสาวก้อนทอง มีสุข ที่ตำบลเขาหินงาม อำเภอเมืองทอง แล้ว"))
                .contains("นายสมชาย ", "ใจดีมาก ", "นางสาวก้อนทอง ", "มีสุข ", "ตำบลเขาหินงาม ", "อำเภอเมืองทอง ");
    }

    @Test
    void breaksOrdinaryProseBetweenWords() {
        assertThat(pieces("ได้รับเรื่องร้องเรียนเมื่อวันที่"))
                .hasSizeGreaterThan(3)
                .contains("เรื่องร้องเรียน");
    }

    @Test
    void breaksOnlyBetweenClusters() {
        String text = ThaiText.clean("เจ้าหน้าที่ผู้รับผิดชอบได้ชี้แจงข้อเท็จจริงเกี่ยวกับการเบิกค่าน้ำมันเชื้อเพลิง");
        BitSet edges = new BitSet();
        int at = 0;
        for (String cluster : ThaiText.clusters(text)) {
            at += cluster.length();
            edges.set(at);
        }
        BitSet breaks = LineBreaker.breaks(text);
        breaks.andNot(edges);
        assertThat(breaks.isEmpty()).isTrue();
    }

    private static List<String> pieces(String text) {
        BitSet breaks = LineBreaker.breaks(text);
        List<String> pieces = new ArrayList<>();
        int start = 0;
        for (int end = breaks.nextSetBit(1); end >= 0; end = breaks.nextSetBit(end + 1)) {
            pieces.add(text.substring(start, end));
            start = end;
        }
        return pieces;
    }

    @Test
    void aLineThatWouldStayShortMayPartALongTermBetweenItsWordsOnly() {
        String order = "ให้ผู้ถูกร้องเรียน";
        assertThat(LineBreaker.breaks(order).get("ให้ผู้ถูก".length())).isFalse();
        assertThat(LineBreaker.spareBreaks(order).get("ให้ผู้ถูก".length())).isTrue();
        String misconduct = "การประพฤติมิชอบ";
        assertThat(LineBreaker.spareBreaks(misconduct).get("การประพฤติมิ".length()))
                .isFalse();
    }
}
