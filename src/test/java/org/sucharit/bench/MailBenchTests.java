package org.sucharit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.sucharit.testing.MailHost;
import org.sucharit.testing.Town;

/**
 * How many mails a second become cases, from a mailbox of ten thousand at Dovecot, over TLS. Holds that each becomes one
 * case, never a time.
 */
@Tag("bench")
@SpringBootTest
@Import(Town.class)
@DirtiesContext // or it would go on taking from the mailbox
abstract class MailBenchTests {

    private static final String ORGANISATION = "mailbench";
    private static final int MAILS = Integer.getInteger("bench.mails", 10_000);
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final MailHost HOST = MailHost.withoutSmtp("http://127.0.0.1:1/", "ip:127.0.0.1");

    @Autowired
    Town towns;

    @Autowired
    JdbcClient jdbc;

    abstract String database();

    @DynamicPropertySource
    static void mailbox(DynamicPropertyRegistry properties) {
        String box = "sucharit.mail.mailboxes[0].";
        properties.add(
                "spring.ssl.bundle.pem.bench.truststore.certificate",
                () -> HOST.certificate().toString());
        properties.add(box + "organisation", () -> ORGANISATION);
        properties.add(box + "host", () -> "127.0.0.1");
        properties.add(box + "port", () -> HOST.imaps);
        properties.add(box + "username", () -> "box");
        properties.add(box + "password", () -> MailHost.PASSWORD);
        properties.add(box + "ssl-bundle", () -> "bench");
        properties.add(box + "after", () -> "delete");
        properties.add(box + "idle", () -> false);
        properties.add(box + "interval", () -> "1s");
    }

    @AfterAll
    static void tell() throws IOException {
        Results.tell();
    }

    @Test
    void aMailboxOfTenThousand() throws Exception {
        for (int n = 0; n < MAILS; n++) {
            HOST.put("bench" + n, """
                    From: somebody%d@b.example\r
                    Message-ID: <%s-%d@b.example>\r
                    Subject: =?utf-8?Q?=E0=B8=97=E0=B8=B8=E0=B8=88=E0=B8=A3=E0=B8=B4=E0=B8=95?= %d\r
                    Content-Type: text/plain; charset=utf-8\r
                    \r
                    %s\r
                    """.formatted(
                            n, ORGANISATION, n, n, "มีการเบิกค่าน้ำมันของรถบรรทุกน้ำทั้งที่รถจอดซ่อม ".repeat(20))
                    .getBytes(StandardCharsets.UTF_8));
        }
        HOST.own();
        Town.Founded town = towns.found(ORGANISATION);
        Instant end = Instant.now().plus(PATIENCE);
        while (count("inbox_message", town) < MAILS && Instant.now().isBefore(end)) {
            Thread.sleep(1000);
        }
        assertThat(count("inbox_message", town)).isEqualTo(MAILS);
        assertThat(count("case_file", town)).isEqualTo(MAILS);
        Duration taken = Duration.between(moment("min", town), moment("max", town));
        Results.value(database(), "mails from a mailbox of " + MAILS, "perSecond", MAILS / (taken.toMillis() / 1000.0));
    }

    private int count(String table, Town.Founded town) {
        return jdbc.sql("select count(*) from " + table + " where organisation_id = ?")
                .param(town.id.value())
                .query(Integer.class)
                .single();
    }

    private Instant moment(String which, Town.Founded town) {
        return Objects.requireNonNull(
                        jdbc.sql("select " + which + "(taken_at) from inbox_message where organisation_id = ?")
                                .param(town.id.value())
                                .query(Timestamp.class)
                                .single())
                .toInstant();
    }
}
