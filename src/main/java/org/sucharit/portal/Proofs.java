package org.sucharit.portal;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CaseId;
import org.sucharit.register.Chain;
import org.sucharit.register.Checkpoints;
import org.sucharit.register.Register;

/** By what a reporter can prove later that a report was registered; apart from the receipt, for it opens nothing. */
@Component
class Proofs {

    private final Register register;
    private final Checkpoints checkpoints;

    Proofs(Register register, Checkpoints checkpoints) {
        this.register = register;
        this.checkpoints = checkpoints;
    }

    /** The leaf of an entry, in hex. */
    String leaf(byte[] entry) {
        return HexFormat.of().formatHex(Chain.hash(entry));
    }

    /** That of the entry by which the case was received. */
    String leaf(CaseId caseId) {
        return leaf(register.ofCase(caseId).getFirst().bytes());
    }

    /** That the case was received, as it can be kept (c2sp.org/tlog-proof); nothing before a checkpoint covers it. */
    Optional<String> text(CaseId caseId) {
        return checkpoints.proofText(
                Chain.hash(register.ofCase(caseId).getFirst().bytes()));
    }

    /** When proofs of what was entered by now can be had. */
    Instant next() {
        return checkpoints.next();
    }
}
