package org.sucharit.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sucharit.kernel.Problem;

class ThaiDateFieldTests {

    @ParameterizedTest
    @CsvSource({
        "20, 11, 2569, 2026-11-20",
        "20, 11, 2026, 2026-11-20",
        "๒๐, ๑๑, ๒๕๖๙, 2026-11-20",
        "' 1 ', 01, 2569, 2026-01-01",
        "29, 2, 2567, 2024-02-29",
        "1, 1, 2400, 1857-01-01"
    })
    void understandsBothErasAndBothKindsOfDigits(String day, String month, String year, LocalDate expected) {
        assertThat(new ThaiDateField(day, month, year).require("day")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "31, 2, 2569",
        "29, 2, 2569",
        "0, 1, 2569",
        "1, 13, 2569",
        "1, 1, 69",
        "1, 1, 25690",
        "x, 1, 2569",
        "'', 1, 2569",
        "1, '', ''"
    })
    void refusesWhatIsNoDay(String day, String month, String year) {
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> new ThaiDateField(day, month, year).read("receivedOn"))
                .satisfies(problem ->
                        assertThat(problem.fields()).containsExactly(Problem.Field.of("receivedOn", "date.invalid")));
    }

    @Test
    void tellsNothingWrittenFromSomethingWrong() {
        assertThat(ThaiDateField.EMPTY.read("day")).isEmpty();
        assertThat(new ThaiDateField(" ", "", "").read("day")).isEmpty();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> ThaiDateField.EMPTY.require("day"))
                .satisfies(problem ->
                        assertThat(problem.fields()).containsExactly(Problem.Field.of("day", "date.missing")));
    }

    @Test
    void readsBackWhatItWrites() {
        LocalDate day = LocalDate.of(2026, 11, 20);
        assertThat(ThaiDateField.of(day)).isEqualTo(new ThaiDateField("20", "11", "2569"));
        assertThat(ThaiDateField.of(day).read("day")).contains(day);
        assertThat(ThaiDateField.of(null).isEmpty()).isTrue();
    }
}
