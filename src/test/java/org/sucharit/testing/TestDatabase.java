package org.sucharit.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** Gives each application context of the tests an empty database of its own. */
abstract class TestDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    abstract String create();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + create(), "sucharit.installation-key=target/test/installation.key")
                .applyTo(context);
    }

    private static String newName() {
        return "sucharit_" + UUID.randomUUID().toString().replace('-', '_');
    }

    static class H2 extends TestDatabase {

        @Override
        String create() {
            return "jdbc:h2:mem:" + newName() + ";DB_CLOSE_DELAY=-1";
        }
    }

    static class Postgres extends TestDatabase {

        @Override
        String create() {
            String name = newName();
            try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create database " + name);
            } catch (SQLException refused) {
                throw new IllegalStateException(refused);
            }
            return Server.RUNNING.getJdbcUrl("postgres", name);
        }

        /** Started with its first use; stops with the JVM, though after the contexts, which still use it to close. */
        private static final class Server {

            static final EmbeddedPostgres RUNNING = start();

            private static EmbeddedPostgres start() {
                try {
                    EmbeddedPostgres server = EmbeddedPostgres.builder()
                            .setRegisterShutdownHook(false)
                            .start();
                    SpringApplication.getShutdownHandlers().add(() -> stop(server));
                    return server;
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }

            private static void stop(EmbeddedPostgres server) {
                try {
                    server.close();
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            }
        }
    }
}
