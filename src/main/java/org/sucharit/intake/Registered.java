package org.sucharit.intake;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.kernel.CaseId;
import org.sucharit.vault.Receipt;

/**
 * A complaint that stands in the register, and on disk.
 *
 * @param receipt for the reporter; shown once and kept nowhere
 * @param entry the exact bytes of its register entry
 */
public record Registered(
        CaseId caseId,
        RegisterNumber number,
        LocalDate receivedOn,
        LocalDate dueOn,
        @Nullable Receipt receipt,
        byte[] entry) {

    public Optional<Receipt> forReporter() {
        return Optional.ofNullable(receipt);
    }
}
