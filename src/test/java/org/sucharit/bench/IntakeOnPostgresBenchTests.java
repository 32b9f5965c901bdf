package org.sucharit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.SpringApplication;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On PostgreSQL as it is set up by default: each commit on the disk before it is answered. */
class IntakeOnPostgresBenchTests extends IntakeBenchTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
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

    @BeforeEach
    void isAsDurableAsInProduction() {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(jdbc.sql("show " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Override
    String database() {
        return "PostgreSQL";
    }
}
