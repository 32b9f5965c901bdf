package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThaiTextTests {

    @ParameterizedTest
    @CsvSource({
        "น้ำ, น้ำ",
        "ที่ก็ใต้, ที่ ก็ ใ ต้",
        "ญูฐูปี่, ญู ฐู ปี่",
        "สระอำ, ส ร ะ อำ",
        "กำป้ำ, กำ ป้ำ",
        "พ.ศ.๒๕, พ . ศ . ๒ ๕",
        "สิทธิ์A1, สิ ท ธิ์ A 1",
    })
    void cutsTextIntoClusters(String text, String clusters) {
        assertThat(ThaiText.clusters(ThaiText.clean(text))).containsExactly(clusters.split(" "));
    }

    @Test
    void makesSaraAmOfItsTwoHalves() {
        assertThat(ThaiText.clean("น\u0E4D\u0E49า น\u0E49\u0E4Dา น\u0E33\u0E49 ก\u0E4Dา"))
                .isEqualTo("น้ำ น้ำ น้ำ กำ");
    }

    @Test
    void putsMarksInTheirOneOrder() {
        assertThat(ThaiText.clean("ท\u0E48\u0E35 ป\u0E49\u0E39")).isEqualTo("ที่ ปู้");
    }

    @Test
    void dropsAMarkTypedTwice() {
        assertThat(ThaiText.clean("ที\u0E48\u0E48 กุ\u0E38")).isEqualTo("ที่ กุ");
    }

    @Test
    void keepsMarksThatHaveNothingToStandOn() {
        assertThat(ThaiText.clean("a\u0E48 \u0E34 ที\u0E34")).isEqualTo("a\u0E48 \u0E34 ที\u0E34");
        assertThat(ThaiText.clusters("ที\u0E34")).containsExactly("ที", "\u0E34");
    }

    @Test
    void dropsWhatCannotBeSeenAndMakesAllWhitespaceSpaces() {
        assertThat(ThaiText.clean("ก\u200Bข\uFEFFค\u00AD\tง\nจ")).isEqualTo("กขค ง จ");
    }

    @Test
    void keepsCharactersBeyondTheFirstPlaneWholeAndMarksBrokenOnes() {
        assertThat(ThaiText.clusters(ThaiText.clean("ก😀\uD83Dข"))).containsExactly("ก", "😀", "\uFFFD", "ข");
    }
}
