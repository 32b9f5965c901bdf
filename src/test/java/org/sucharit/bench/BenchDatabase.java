package org.sucharit.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.test.context.DynamicPropertyRegistry;

/** The databases that are measured: each commit is on the disk before it is answered, as in production. */
final class BenchDatabase {

    static final String H2 = "H2 file, WRITE_DELAY=0";
    static final String POSTGRES = "PostgreSQL";

    private BenchDatabase() {}

    /** A new one in files, as the system ships. */
    static void h2(DynamicPropertyRegistry properties) {
        String file = Results.FOLDER.resolve("h2-" + UUID.randomUUID()).toAbsolutePath() + "/sucharit";
        properties.add("spring.datasource.url", () -> "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    /** A server of its own, as it is set up by default. */
    static void postgres(DynamicPropertyRegistry properties) throws IOException {
        // The embedded server spares the disk unless told.
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setRegisterShutdownHook(false)
                .start();
        SpringApplication.getShutdownHandlers().add(() -> {
            try {
                server.close();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        });
        properties.add("spring.datasource.url", () -> server.getJdbcUrl("postgres", "postgres"));
    }
}
