package org.sucharit.vault;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;

/**
 * What remains of the keys of a destroyed case: the name under which its reporter's receipt finds it, so that whoever
 * shows the receipt is told the truth. It opens nothing, and the receipt cannot be had from it.
 */
@Component
@Transactional
public class Remains {

    private final JdbcClient jdbc;

    Remains(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Call it before {@link Vault#destroy}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(CaseId caseId) {
        jdbc.sql("""
                        insert into case_remains (case_id, organisation_id, reporter_lookup)
                        select case_id, organisation_id, reporter_lookup from case_key
                        where organisation_id = ? and case_id = ?""").params(CurrentOrganisation.get().value(), caseId.value()).update();
    }

    /** @return the destroyed case that this receipt was given for */
    @Transactional(readOnly = true)
    public Optional<CaseId> find(Receipt receipt) {
        return jdbc.sql("select case_id from case_remains where organisation_id = ? and reporter_lookup = ?")
                .params(CurrentOrganisation.get().value(), receipt.lookup())
                .query(UUID.class)
                .optional()
                .map(CaseId::new);
    }
}
