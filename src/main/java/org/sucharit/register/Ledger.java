package org.sucharit.register;

import java.sql.Connection;
import java.sql.Savepoint;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
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
    private final JdbcTemplate jdbcTemplate;

    Ledger(JdbcClient jdbc, JdbcTemplate jdbcTemplate) {
        this.jdbc = jdbc;
        this.jdbcTemplate = jdbcTemplate;
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

    /**
     * Behind a savepoint, so that two first writers do not fail each other. A transaction of its own would ask for a
     * second connection, and many first writers together would wait for each other's until the pool gives up.
     */
    private void begin(OrganisationId organisation) {
        jdbcTemplate.execute((Connection connection) -> {
            Savepoint before = connection.setSavepoint();
            try {
                insert(organisation.value());
            } catch (DuplicateKeyException anotherBegan) {
                connection.rollback(before); // the head is there, which is all that was wanted
            }
            return null;
        });
    }

    private void insert(UUID organisation) {
        jdbc.sql("insert into register_head (organisation_id, size, hash) values (?, 0, ?)")
                .params(organisation, Chain.START)
                .update();
    }
}
