package org.sucharit.testing;

/** Empty databases for tests without an application context. */
public final class FreshDatabase {

    private FreshDatabase() {}

    /** JDBC URL, with its user, of a new database of the real PostgreSQL server that starts once for all tests. */
    public static String onPostgres() {
        return new TestDatabase.Postgres().create();
    }
}
