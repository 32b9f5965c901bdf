package org.sucharit.register;

import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.OrganisationId;

/**
 * The head of an organisation's register, and the lock that goes with it. Whoever takes it holds it until their
 * transaction ends, so it is taken last: entries and numbers come in one order, without gaps or doubles, and a
 * transaction that fails gives its numbers back.
 */
@Component
class Ledger {

    record Head(long size, byte[] hash) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate apart;

    Ledger(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    Head lock(OrganisationId organisation) {
        return select(organisation)
                .or(() -> {
                    begin(organisation);
                    return select(organisation);
                })
                .orElseThrow();
    }

    void advance(OrganisationId organisation, Head head) {
        jdbc.sql("update register_head set size = ?, hash = ? where organisation_id = ?")
                .params(head.size(), head.hash(), organisation.value())
                .update();
    }

    private Optional<Head> select(OrganisationId organisation) {
        return jdbc.sql("select size, hash from register_head where organisation_id = ? for update")
                .param(organisation.value())
                .query((row, n) -> new Head(row.getLong("size"), row.getBytes("hash")))
                .optional();
    }

    /** In a transaction of its own, so that two first writers do not fail each other. */
    private void begin(OrganisationId organisation) {
        try {
            apart.executeWithoutResult(status -> insert(organisation.value()));
        } catch (DuplicateKeyException anotherBegan) {
            // Then the head is there, which is all that was wanted.
        }
    }

    private void insert(UUID organisation) {
        jdbc.sql("insert into register_head (organisation_id, size, hash) values (?, 0, ?)")
                .params(organisation, Chain.START)
                .update();
    }
}
