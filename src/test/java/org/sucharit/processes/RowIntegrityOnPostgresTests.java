package org.sucharit.processes;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class RowIntegrityOnPostgresTests extends RowIntegrityTests {

    /** In the outer transaction, which each attack joins behind a savepoint of its own. */
    @Override
    void withoutForeignKeys(Runnable work) {
        String current = jdbc.queryForObject("select current_database()", String.class);
        jdbc.execute("alter database " + current + " set session_replication_role = replica");
        evict();
        try {
            work.run();
        } finally {
            jdbc.execute("alter database " + current + " reset session_replication_role");
            evict();
        }
    }

    /** New connections take the setting. */
    private void evict() {
        try {
            database.unwrap(com.zaxxer.hikari.HikariDataSource.class)
                    .getHikariPoolMXBean()
                    .softEvictConnections();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    String bytes() {
        return "'\\x78'::bytea";
    }
}
