package org.sucharit.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class ReceiptTests {

    @RepeatedTest(20)
    void catchesEverySingleWrongDigitAndEverySwapOfNeighbours() {
        String digits = Receipt.create().digits();
        for (int i = 0; i < digits.length(); i++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                if (wrong != digits.charAt(i)) {
                    String mistyped = digits.substring(0, i) + wrong + digits.substring(i + 1);
                    assertThat(Receipt.parse(mistyped)).as(mistyped).isEmpty();
                }
            }
            if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
                String swapped =
                        digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1) + digits.substring(i + 1);
                assertThat(Receipt.parse(swapped)).as(swapped).isEmpty();
            }
        }
    }

    @Test
    void readsWhatPeopleType() {
        Receipt receipt = Receipt.create();
        assertThat(Receipt.parse(receipt.grouped())).contains(receipt);
        assertThat(Receipt.parse(" " + receipt.grouped().replace(' ', '-') + "\u00a0"))
                .contains(receipt);
        StringBuilder thai = new StringBuilder();
        receipt.digits().chars().forEach(c -> thai.append((char) (c - '0' + '\u0e50')));
        assertThat(Receipt.parse(thai.toString())).contains(receipt);
        assertThat(Receipt.parse("")).isEmpty();
        assertThat(Receipt.parse("abcd")).isEmpty();
        assertThat(Receipt.parse(receipt.digits() + "0")).isEmpty();
    }

    @Test
    void isWrittenInGroupsOfFour() {
        assertThat(Receipt.create().grouped()).matches("(\\d{4} ){6}\\d{4}");
    }

    @Test
    void derivesUnrelatedNamesAndKeysFromEachReceipt() {
        Set<String> seen = new HashSet<>();
        for (int n = 0; n < 200; n++) {
            Receipt receipt = Receipt.create();
            assertThat(seen.add(java.util.HexFormat.of().formatHex(receipt.lookup())))
                    .isTrue();
            assertThat(seen.add(
                            java.util.HexFormat.of().formatHex(receipt.keys().publicKey())))
                    .isTrue();
            assertThat(receipt.lookup())
                    .isEqualTo(Receipt.parse(receipt.grouped()).orElseThrow().lookup());
        }
    }

    @Test
    void doesNotShowItselfInALog() {
        Receipt receipt = Receipt.create();
        assertThat(receipt.toString()).doesNotContain(receipt.digits().substring(0, 4));
    }
}
