package org.sucharit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;

class ThaiTests {

    /** Half past midnight of 20 November 2026 in Thailand; still the 19th in Greenwich. */
    private static final Instant NOW = Instant.parse("2026-11-19T17:30:00Z");

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private Thai thai;

    @BeforeEach
    void windTheClock() {
        WoundClock clock = new WoundClock();
        clock.windTo(NOW);
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        try (var context = new AnnotationConfigApplicationContext()) {
            context.registerBean(Clock.class, () -> clock);
            context.register(Time.class);
            context.refresh();
            thai = new Thai(context.getBean(Time.class), messages);
        }
        speak(Thai.THAI);
    }

    @AfterEach
    void forget() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void writesDaysInTheBuddhistEraWithThaiDigits() {
        assertThat(thai.date(TODAY)).isEqualTo("๒๐ พ.ย. ๒๕๖๙");
        assertThat(thai.fullDate(LocalDate.of(2022, 3, 31))).isEqualTo("๓๑ มีนาคม ๒๕๖๕");
        assertThat(thai.month(TODAY)).isEqualTo("พฤศจิกายน ๒๕๖๙");
        assertThat(thai.year(2026)).isEqualTo("๒๕๖๙");
        assertThat(thai.moment(NOW)).isEqualTo("๒๐ พ.ย. ๒๕๖๙ ๐๐:๓๐");
    }

    @Test
    void dialsWhatWasWrittenInAnyDigits() {
        assertThat(thai.dialled("๐-๒๐๐๐-๑๑๑๑")).isEqualTo("020001111");
        assertThat(thai.dialled("+66 2 000 1111")).isEqualTo("+6620001111");
    }

    @Test
    void writesDaysInTheCommonEraInEnglish() {
        speak(Locale.UK);
        assertThat(thai.date(TODAY)).isEqualTo("20 Nov 2026");
        assertThat(thai.fullDate(TODAY)).isEqualTo("20 November 2026");
        assertThat(thai.month(TODAY)).isEqualTo("November 2026");
        assertThat(thai.year(2026)).isEqualTo("2026");
        assertThat(thai.moment(NOW)).isEqualTo("20 Nov 2026 00:30");
    }

    @Test
    void answersReadersOfOtherLanguagesInThai() {
        speak(Locale.JAPAN);
        assertThat(thai.date(TODAY)).isEqualTo("๒๐ พ.ย. ๒๕๖๙");
    }

    @Test
    void writesNothingForNoDay() {
        assertThat(thai.date(null)).isEmpty();
        assertThat(thai.daysUntil(null)).isNull();
    }

    @Test
    void turnsDigitsAndLeavesTheRest() {
        assertThat(thai.digits("เลขรับ 45/2570")).isEqualTo("เลขรับ ๔๕/๒๕๗๐");
        assertThat(thai.number(1234567)).isEqualTo("๑,๒๓๔,๕๖๗");
        speak(Locale.ENGLISH);
        assertThat(thai.digits("45/2570")).isEqualTo("45/2570");
        assertThat(thai.number(1234567)).isEqualTo("1,234,567");
    }

    @Test
    void countsDaysByTheDayInThailand() {
        assertThat(thai.daysUntil(TODAY)).isZero();
        assertThat(thai.daysUntil(TODAY.minusDays(3))).isEqualTo(-3);
    }

    @Test
    void saysHowManyDaysAreLeft() {
        assertThat(thai.daysLeft(12)).isEqualTo("เหลือ ๑๒ วัน");
        assertThat(thai.daysLeft(0)).isEqualTo("ครบกำหนดวันนี้");
        assertThat(thai.daysLeft(-3)).isEqualTo("เกินกำหนด ๓ วัน");
        speak(Locale.ENGLISH);
        assertThat(thai.daysLeft(1)).isEqualTo("1 day left");
        assertThat(thai.daysLeft(-1)).isEqualTo("1 day overdue");
        assertThat(thai.daysLeft(-3)).isEqualTo("3 days overdue");
    }

    @Test
    void tellsNearDaysFromToday() {
        assertThat(thai.relative(TODAY)).isEqualTo("วันนี้");
        assertThat(thai.relative(TODAY.minusDays(1))).isEqualTo("เมื่อวาน");
        assertThat(thai.relative(TODAY.plusDays(1))).isEqualTo("พรุ่งนี้");
        assertThat(thai.relative(TODAY.minusDays(7))).isEqualTo("๗ วันก่อน");
        assertThat(thai.relative(TODAY.plusDays(8))).isEqualTo("๒๘ พ.ย. ๒๕๖๙");
    }

    @Test
    void namesTheMonths() {
        assertThat(thai.months()).hasSize(12).contains(new Choice("11", "พฤศจิกายน", null));
        speak(Locale.ENGLISH);
        assertThat(thai.months()).contains(new Choice("11", "November", null));
    }

    private static void speak(Locale locale) {
        LocaleContextHolder.setLocale(locale);
    }
}
