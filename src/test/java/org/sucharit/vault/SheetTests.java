package org.sucharit.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.sucharit.kernel.Problem;

class SheetTests {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    @RepeatedTest(10)
    void namesTheGroupOfEveryWrongCharacterAndEverySwapOfNeighbours() {
        String code = Sheet.create().code();
        for (int i = 0; i < code.length(); i++) {
            if (code.charAt(i) == '-') {
                continue;
            }
            int group = i / 6 + 1;
            for (char wrong : ALPHABET.toCharArray()) {
                if (wrong != code.charAt(i)) {
                    assertWrong(code.substring(0, i) + wrong + code.substring(i + 1), group);
                }
            }
            boolean neighbours = i > 0 && code.charAt(i - 1) != '-' && code.charAt(i) != code.charAt(i - 1);
            if (neighbours) {
                String swapped = code.substring(0, i - 1) + code.charAt(i) + code.charAt(i - 1) + code.substring(i + 1);
                assertWrong(swapped, group);
            }
        }
    }

    @RepeatedTest(10)
    void namesAGroupThatStandsInThePlaceOfAnother() {
        String[] groups = Sheet.create().code().split("-");
        String first = groups[0];
        groups[0] = groups[5];
        groups[5] = first;
        assertWrong(String.join("-", groups), 1);
    }

    @Test
    void saysHowMuchIsMissing() {
        String code = Sheet.create().code();
        assertThatThrownBy(() -> Sheet.parse("code", code.substring(0, 17)))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields().getFirst())
                                .isEqualTo(Problem.Field.of("code", "sheet.length", 40, 15)));
        assertThatThrownBy(() -> Sheet.parse("code", code + "0"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.fields().getFirst().code()).isEqualTo("sheet.length"));
    }

    @Test
    void readsWhatPeopleAndScannersType() {
        Sheet sheet = Sheet.create();
        StringBuilder thai = new StringBuilder();
        sheet.code().chars().forEach(c -> thai.append((char) (Character.isDigit(c) ? c - '0' + '\u0e50' : c)));
        for (String typed : List.of(
                sheet.code(),
                sheet.code().toLowerCase(java.util.Locale.ROOT).replace('-', ' '),
                sheet.code().replace("-", "") + "\r\n",
                sheet.code().replace('0', 'o').replace('1', 'l'),
                thai.toString())) {
            assertThat(Sheet.parse("code", typed)).as(typed).isEqualTo(sheet);
            assertThat(Sheet.parse("code", typed).keys().publicKey())
                    .isEqualTo(sheet.keys().publicKey());
        }
    }

    @Test
    void isAnotherOneEachTimeAndSaysNothingOfItselfInALog() {
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            codes.add(Sheet.create().code());
        }
        assertThat(codes).hasSize(1000);
        assertThat(Sheet.create().toString()).isEqualTo("Sheet[…]");
    }

    private static void assertWrong(String code, int group) {
        assertThatThrownBy(() -> Sheet.parse("code", code))
                .as(code)
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.fields().getFirst())
                                .isEqualTo(Problem.Field.of("code", "sheet.group", group)));
    }
}
