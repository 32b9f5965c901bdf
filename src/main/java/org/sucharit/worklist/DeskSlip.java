package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.intake.Registered;
import org.sucharit.kernel.CaseId;
import org.sucharit.vault.Receipt;

/**
 * What the clerk is shown of a complaint just registered, and what stands on the reporter's slip.
 *
 * @param receipt in groups of four; nothing where the reporter cannot be given one
 */
record DeskSlip(
        CaseId caseId,
        RegisterNumber number,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable String receipt) {

    static DeskSlip of(Registered registered) {
        return new DeskSlip(
                registered.caseId(),
                registered.number(),
                registered.receivedOn(),
                registered.dueOn(),
                registered.forReporter().map(Receipt::grouped).orElse(null));
    }

    /** The receipt as it is told by voice: digit by digit, in groups of four. */
    public List<List<String>> groups() {
        return receipt == null
                ? List.of()
                : Stream.of(receipt.split(" "))
                        .map(group -> List.of(group.split("")))
                        .toList();
    }

    /** As text, to be said after a redirect; {@link #read} reads it back. */
    String text() {
        return String.join(
                "|",
                caseId.toString(),
                number.series().name(),
                String.valueOf(number.number()),
                String.valueOf(number.year()),
                receivedOn.toString(),
                dueOn.toString(),
                receipt == null ? "" : receipt);
    }

    static DeskSlip read(String text) {
        String[] parts = text.split("\\|", -1);
        return new DeskSlip(
                new CaseId(UUID.fromString(parts[0])),
                new RegisterNumber(
                        RegisterNumber.Series.valueOf(parts[1]),
                        Integer.parseInt(parts[2]),
                        Integer.parseInt(parts[3])),
                LocalDate.parse(parts[4]),
                LocalDate.parse(parts[5]),
                parts[6].isEmpty() ? null : parts[6]);
    }
}
