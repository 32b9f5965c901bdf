package org.sucharit.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.register.rows.Touched;

/** Makes a register long: many entries in one transaction, each as any other. */
@TestComponent
public class RegisterLoad {

    private final Entering entering;
    private final TransactionTemplate transaction;

    RegisterLoad(Entering entering, TransactionTemplate transaction) {
        this.entering = entering;
        this.transaction = transaction;
    }

    public void enter(OrganisationId organisation, int entries) {
        List<Note> notes = new ArrayList<>();
        for (int n = 0; n < entries; n++) {
            notes.add(Note.of(Act.RECEIVED, CaseId.random(), null).detail("2026-11-21"));
        }
        transaction.executeWithoutResult(status -> entering.enter(Map.of(organisation.value(), notes), new Touched()));
    }
}
