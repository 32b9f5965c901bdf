package org.sucharit.register;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
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

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Head lock(OrganisationId organisation) {
        return select(organisation).orElseGet(() -> begin(organisation));
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

    /**
     * The first writers of an organisation take turns at the one row of another table, because its head is not there
     * yet to be locked.
     */
    private Head begin(OrganisationId organisation) {
        jdbc.sql("select id from register_beginning for update")
                .query(Integer.class)
                .single();
        return select(organisation).orElseGet(() -> {
            jdbc.sql("insert into register_head (organisation_id, size, hash) values (?, 0, ?)")
                    .params(organisation.value(), Chain.START)
                    .update();
            return new Head(0, Chain.START);
        });
    }
}
