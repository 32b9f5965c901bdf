package org.sucharit.portal;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.sucharit.vault.Receipt;

/** A receipt as the page shows it: in groups of four, in digits to type and in words to check what was written down. */
record ReceiptView(String digits, String grouped, List<Group> groups) {

    record Group(String digits, String words) {}

    /** @param names of the digits from nought to nine */
    ReceiptView(Receipt receipt, List<String> names) {
        this(
                receipt.digits(),
                receipt.grouped(),
                Arrays.stream(receipt.grouped().split(" "))
                        .map(four -> new Group(
                                four,
                                four.chars().mapToObj(c -> names.get(c - '0')).collect(Collectors.joining(" "))))
                        .toList());
    }

    @Override
    public String toString() {
        return "ReceiptView[…]";
    }
}
