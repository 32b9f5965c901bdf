package org.sucharit.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Real servers on loopback, started once for all tests of the module. */
final class Servers {

    static final GreenMail MAIL = mail();

    private Servers() {}

    private static GreenMail mail() {
        GreenMail server = new GreenMail(new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        server.start();
        return server;
    }

    /** Its JVM-wide shutdown hook stops it. */
    static final class Postgres {

        private static final EmbeddedPostgres SERVER = start();

        private static EmbeddedPostgres start() {
            try {
                return EmbeddedPostgres.start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static String url() {
            return SERVER.getJdbcUrl("postgres", "postgres");
        }
    }
}
