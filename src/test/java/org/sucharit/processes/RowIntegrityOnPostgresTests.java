package org.sucharit.processes;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class RowIntegrityOnPostgresTests extends RowIntegrityTests {

    @Override
    void withoutForeignKeys(Runnable work) {
        work.run();
    }

    @Override
    void loosen() {
        jdbc.execute("set local session_replication_role = replica");
    }

    @Override
    String bytes() {
        return "'\\x78'::bytea";
    }
}
