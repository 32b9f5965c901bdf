package org.sucharit.recovery;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.assignment.Access;
import org.sucharit.assignment.Circle;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.CaseId;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Recovery;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.Workflow;

/**
 * What only somebody who can open a case is able to do for it: give back keys that colleagues lost, and share the key
 * among the recovery sheets in force.
 */
@Component
class Care {

    private static final int BATCH = 200;

    private final Recovery recovery;
    private final CaseFiles cases;
    private final Circle circle;
    private final Vault vault;
    private final Workflow workflow;
    private final Access access;
    private final TransactionTemplate transaction;

    Care(
            Recovery recovery,
            CaseFiles cases,
            Circle circle,
            Vault vault,
            Workflow workflow,
            Access access,
            PlatformTransactionManager transactions) {
        this.recovery = recovery;
        this.cases = cases;
        this.circle = circle;
        this.vault = vault;
        this.workflow = workflow;
        this.access = access;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Whether the officer holds a case that waits for it. */
    boolean waits(Officer officer) {
        return !recovery.waiting(officer, Recovery.FIRST, 1).isEmpty();
    }

    /**
     * Sees to all the cases that the officer holds, on standby too, a batch in each transaction; it shows none of them.
     *
     * @return how many there were
     */
    int take(Officer officer) {
        int seen = 0;
        List<CaseId> batch = recovery.waiting(officer, Recovery.FIRST, BATCH);
        while (!batch.isEmpty()) {
            List<CaseId> these = batch;
            transaction.executeWithoutResult(
                    status -> these.forEach(id -> complete(cases.openToHandOver(officer, id))));
            seen += these.size();
            batch = recovery.waiting(officer, these.getLast(), BATCH);
        }
        return seen;
    }

    /** Whoever got the key back gets back their part in what is to be done, too. */
    void complete(OpenCase open) {
        vault.hold(open.key());
        circle.complete(open);
        workflow.narrow(open.id());
        access.settle(open.file());
    }
}
