package org.sucharit.bench;

import org.sucharit.testing.OnPostgres;

@OnPostgres
class MailOnPostgresBenchTests extends MailBenchTests {

    @Override
    String database() {
        return "PostgreSQL";
    }
}
