package org.sucharit.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.kernel.Problem;
import org.sucharit.vault.PasswordRules;

class PasswordRulesTests {

    private static final List<String> NEAR =
            List.of("somchai.j", "นายสมชาย ใจดีมาก", "Somchai Jaidee", "kaohin", "องค์การบริหารส่วนตำบลเขาหิน", "Khao Hin");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a long enough password",
                "chosen by myself",
                "correct horse battery staple",
                "ช้างกินกล้วยบนหลังคา",
                "แม่น้ำ สีเขียว เก้าอี้",
                "k7#Vq9!xTz2m",
                "🐘🍌🏠🌧🐘🍌🏠🌧🚲🌵🎈🧭"
            })
    void takesWhateverIsLongAndNotSoonGuessedInAnyScript(String password) {
        assertThatCode(() -> PasswordRules.check(password, NEAR)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "elevenchars, password.short",
        "password1234, password.common",
        "Password1234!, password.common",
        "qwertyuiop[], password.common",
        "aaaaaaaaaaaaaaaa, password.common",
        "123456789012, password.common",
        // passwordpassword, and then 12345678, typed with the keyboard set to Thai
        "ยฟหหไนพกยฟหหไนพก, password.common",
        // รหัสผ่าน (password) with digits behind it, typed with the keyboard set to English
        "isylzjko1234, password.common",
        "รหัสผ่าน๑๒๓๔, password.common",
        "สวัสดีประเทศไทย, password.common",
        "green somchai umbrella, password.near",
        "ร่มสีเขียวที่ใจดีมาก, password.near",
        "ไปเที่ยวเขาหินกันพรุ่งนี้, password.near",
        "green umbrella สมชาย, password.near",
        "kaohin umbrella tiger, password.near",
        "my sucharit umbrella tiger, password.near"
    })
    void refusesWhatIsShortCommonOrNearAndSaysWhich(String password, String code) {
        Problem problem = catchThrowableOfType(Problem.class, () -> PasswordRules.check(password, NEAR));
        assertThat(problem.fields().getFirst().code()).isEqualTo(code);
        assertThat(problem.fields().getFirst().field()).isEqualTo("chosen");
    }

    @ParameterizedTest
    @ValueSource(ints = {128, 256})
    void takesLongPhrases(int length) {
        String phrase = "green umbrella under seven bananas ".repeat(8).substring(0, length);
        assertThatCode(() -> PasswordRules.check(phrase, NEAR)).doesNotThrowAnyException();
    }
}
