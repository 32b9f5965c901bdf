package org.sucharit.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonNameTests {

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(textBlock = """
                    นายสมชาย ใจดี            | สมชาย ใจดี
                    นาย สมชาย   ใจดี         | สมชายใจดี
                    นางสมศรี ใจดี            | นางสาวสมศรี ใจดี
                    น.ส.สมศรี ใจดี           | นางสาวสมศรี ใจดี
                    น.ส. สมศรี ใจดี          | สมศรี ใจดี
                    ดร.สมชาย ใจดี            | นายสมชาย ใจดี
                    ผศ.ดร.สมชาย ใจดี         | นายสมชาย ใจดี
                    พ.ต.ท.สมชาย ใจดี         | นายสมชาย ใจดี
                    พล.ต.อ. สมชาย ใจดี       | สมชาย ใจดี
                    ร.ต.ท.หญิง สมศรี ใจดี    | นางสมศรี ใจดี
                    ว่าที่ ร.ต. สมชาย ใจดี   | สมชาย ใจดี
                    ว่าที่ร้อยตรี สมชาย ใจดี | สมชาย ใจดี
                    ว่าที่ร้อยตรีหญิงสมศรี ใจดี | สมศรี ใจดี
                    ร้อยตำรวจเอก สมชาย ใจดี  | สมชาย ใจดี
                    จ่าสิบเอกสมชาย ใจดี      | จ.ส.อ.สมชาย ใจดี
                    สิบตำรวจโทสมชาย ใจดี     | สมชาย ใจดี
                    พันจ่าอากาศเอก สมชาย ใจดี | สมชาย ใจดี
                    ร.ต. สมชาย ใจดี ร.น.     | สมชาย ใจดี
                    คุณสมชาย ใจดี            | สมชาย ใจดี
                    Mr. Somchai JAIDEE       | somchai jaidee
                    MISS Somsri Jaidee       | Mrs Somsri Jaidee
                    Dr.Somchai Jai-dee       | Somchai Jaidee
                    """, delimiter = '|')
    void foldsTheWaysOfWritingOneName(String one, String other) {
        assertThat(PersonName.key(one)).isEqualTo(PersonName.key(other)).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource(textBlock = """
                    นายสมชาย ใจดี | นายสมชาย ใจดำ
                    นายสมชาย ใจดี | นายสมใจ ใจดี
                    ดรุณี ใจดี     | นางรุณี ใจดี
                    Missy Jaidee  | Miss Y Jaideex
                    Drew Jaidee   | Ew Jaidee
                    """, delimiter = '|')
    void keepsDifferentNamesApart(String one, String other) {
        assertThat(PersonName.key(one)).isNotEqualTo(PersonName.key(other));
    }

    @Test
    void doesNotMindHowSaraAmAndToneMarksWereTyped() {
        String usual = "น\u0E49\u0E33ฝน";
        String apart = "น\u0E49\u0E4D\u0E32ฝน";
        String reversed = "น\u0E4D\u0E49\u0E32ฝน";
        assertThat(PersonName.key(apart)).isEqualTo(PersonName.key(usual));
        assertThat(PersonName.key(reversed)).isEqualTo(PersonName.key(usual));
    }

    @Test
    void doesNotMindInvisibleCharacters() {
        assertThat(PersonName.key("สม\u200Bชาย\u00A0ใจดี\uFEFF")).isEqualTo(PersonName.key("สมชาย ใจดี"));
    }

    @Test
    void triesANameThatBeginsLikeATitleBothWays() {
        assertThat(PersonName.keys("นางนวล ใจดี"))
                .contains(PersonName.key("นางสาวนางนวล ใจดี"), PersonName.key("นายนวล ใจดี"));
    }

    @Test
    void findsNothingInATitleAlone() {
        assertThat(PersonName.keys(" . ")).isEmpty();
        assertThat(PersonName.key("นาย")).isEmpty();
    }
}
