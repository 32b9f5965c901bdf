package org.sucharit.worklist;

import java.time.LocalDate;
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
}
