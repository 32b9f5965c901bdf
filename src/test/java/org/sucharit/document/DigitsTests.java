package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ที่ ยล 73601/123 | ที่ ยล ๗๓๖๐๑/๑๒๓",
                "28,450.75 บาท | ๒๘,๔๕๐.๗๕ บาท",
                "โทร. 0 7000 1234 | โทร. ๐ ๗๐๐๐ ๑๒๓๔",
                "ไฟล์ cctv-0814.mp4 ข้อ 3 | ไฟล์ cctv-0814.mp4 ข้อ ๓",
                "a99@example.go.th/12 | a99@example.go.th/12",
                "ITA 2569 | ITA ๒๕๖๙",
                "๓๑ มีนาคม 2565 | ๓๑ มีนาคม ๒๕๖๕"
            })
    void writesThaiDigitsOutsideLatinWords(String text, String thai) {
        assertThat(Digits.THAI.write(text)).isEqualTo(thai);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"๓๑ มีนาคม ๒๕๖๕ | 31 มีนาคม 2565", "ข้อ 3 | ข้อ 3"})
    void writesArabicDigitsWhereAsked(String text, String arabic) {
        assertThat(Digits.ARABIC.write(text)).isEqualTo(arabic);
    }
}
