package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Properties;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.OrganisationId;

/** The module started with nothing but settings, as an operator does. */
class MailJobsTests {

    private static ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(MailTestConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Stream.of("--spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID()
                                        + ";DB_CLOSE_DELAY=-1"),
                                Arrays.stream(settings).map(setting -> "--" + setting))
                        .toArray(String[]::new));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void sendsAndTakesMailByItself() throws Exception {
        Servers.MAIL.purgeEmailFromAllMailboxes();
        GreenMailUser user = Servers.MAIL.setUser("jobs@kaohin.example", "jobs", "secret");
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream("Subject: x\r\n\r\nhello".getBytes(StandardCharsets.US_ASCII))));
        try (ConfigurableApplicationContext context = start(
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + Servers.MAIL.getSmtp().getPort(),
                "sucharit.mail.from=desk@kaohin.example",
                "sucharit.mail.outbox.interval=100ms",
                "sucharit.mail.mailboxes[0].organisation=kaohin",
                "sucharit.mail.mailboxes[0].host=127.0.0.1",
                "sucharit.mail.mailboxes[0].port=" + Servers.MAIL.getImap().getPort(),
                "sucharit.mail.mailboxes[0].protocol=imap",
                "sucharit.mail.mailboxes[0].plaintext=true",
                "sucharit.mail.mailboxes[0].username=jobs",
                "sucharit.mail.mailboxes[0].password=secret",
                "sucharit.mail.mailboxes[0].after=move",
                "sucharit.mail.mailboxes[0].interval=100ms")) {
            Outbox outbox = context.getBean(Outbox.class);
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> outbox.enqueue(
                            new OutgoingMail(OrganisationId.random(), "officer@jobs.example", "s", "b")));
            RecordingHandler handler = context.getBean(RecordingHandler.class);

            await(() -> handler.mails.size() == 1);
            await(() -> Servers.MAIL.getReceivedMessagesForDomain("jobs.example").length == 1);

            assertThat(handler.mails.getFirst().text()).isEqualTo("hello");
            assertThat(handler.mails.getFirst().mailbox()).isEqualTo("kaohin");
            Inbox inbox = context.getBean(Inbox.class);
            await(() -> inbox.health("kaohin").getFirst().lastSuccess() != null);
            assertThat(inbox.health("bangrak")).isEmpty();
        }
    }

    @Test
    void startsWithoutAnySettingAndThenSendsNothing() {
        try (ConfigurableApplicationContext context = start()) {
            assertThat(context.getBean(Outbox.class).sending()).isFalse();
        }
    }

    @Test
    void refusesToStartWithHalfTheSettings() {
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start("spring.mail.host=127.0.0.1"))
                .havingRootCause()
                .withMessageContaining("sucharit.mail.from");
        assertThatExceptionOfType(Exception.class)
                .isThrownBy(() -> start("sucharit.mail.mailboxes[0].organisation=kaohin"))
                .havingRootCause()
                .withMessageContaining("host");
    }
}
