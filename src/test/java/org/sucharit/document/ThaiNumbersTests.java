package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.RuleBasedNumberFormat;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThaiNumbersTests {

    private static final RuleBasedNumberFormat ICU =
            new RuleBasedNumberFormat(new ULocale("th"), RuleBasedNumberFormat.SPELLOUT);

    @Test
    void readsNumbersAsTheUnicodeRulesDo() {
        for (long number = 0; number <= 2_000; number++) {
            assertReadAsIcu(number);
        }
        Random random = new Random(2569);
        for (int i = 0; i < 5_000; i++) {
            assertReadAsIcu(random.nextLong(1_000_000_000L));
        }
    }

    /** A last one after tens of zero is "เอ็ด" to the Royal Society, and not to Unicode; the others read alike. */
    private static void assertReadAsIcu(long number) {
        if ((number > 100 && number % 100 == 1) || number / 1_000_000 % 100 == 1) {
            return;
        }
        assertThat(ThaiNumbers.words(number))
                .as("%d", number)
                .isEqualTo(ICU.format(number).replace("\u200B", ""));
    }

    @ParameterizedTest
    @CsvSource({
        "0, ศูนย์บาทถ้วน",
        "1, หนึ่งบาทถ้วน",
        "0.25, ยี่สิบห้าสตางค์",
        "0.005, หนึ่งสตางค์",
        "101, หนึ่งร้อยเอ็ดบาทถ้วน",
        "1001000001, หนึ่งพันเอ็ดล้านเอ็ดบาทถ้วน",
        "11.11, สิบเอ็ดบาทสิบเอ็ดสตางค์",
        "28450.75, สองหมื่นแปดพันสี่ร้อยห้าสิบบาทเจ็ดสิบห้าสตางค์",
        "1000000, หนึ่งล้านบาทถ้วน",
        "21000000, ยี่สิบเอ็ดล้านบาทถ้วน",
        "5000000000000, ห้าล้านล้านบาทถ้วน",
        "-20.5, ลบยี่สิบบาทห้าสิบสตางค์"
    })
    void writesMoneyAsVouchersDo(BigDecimal amount, String words) {
        assertThat(ThaiNumbers.baht(amount)).isEqualTo(words);
    }

    @Test
    void readsTheLeastAndTheGreatestNumber() {
        assertThat(ThaiNumbers.words(Long.MIN_VALUE)).startsWith("ลบเก้าล้าน");
        assertThat(ThaiNumbers.words(Long.MAX_VALUE)).startsWith("เก้าล้าน");
    }
}
