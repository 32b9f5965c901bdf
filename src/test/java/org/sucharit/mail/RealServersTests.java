package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.testing.MailHost;

/** The module with the servers that offices run: Dovecot, over TLS alone, and OpenSMTPD. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RealServersTests {

    private HttpServer tokens;
    private MailHost host;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile String good = "first";

    @BeforeAll
    void start() throws IOException {
        tokens = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        // Gives out a token, and tells Dovecot whether one is good.
        tokens.createContext("/token", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            answer(exchange, 200, "{\"access_token\":\"" + good + "\",\"expires_in\":3600,\"refresh_token\":\"next\"}");
        });
        tokens.createContext("/info/", exchange -> {
            boolean known = exchange.getRequestURI().getPath().equals("/info/" + good);
            answer(exchange, known ? 200 : 401, known ? "{\"email\":\"box\"}" : "{}");
        });
        tokens.start();
        host = MailHost.start(at("/info/"));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + tokens.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, json.length());
        exchange.getResponseBody().write(json.getBytes(StandardCharsets.US_ASCII));
        exchange.close();
    }

    @AfterAll
    void stop() {
        host.close();
        tokens.stop(0);
    }

    private ConfigurableApplicationContext program(String... settings) {
        return programTrusting(host, settings);
    }

    /** @param another whose certificate is believed under the name {@code another} */
    private ConfigurableApplicationContext programTrusting(MailHost another, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1",
                "spring.ssl.bundle.pem.another.truststore.certificate=" + another.certificate(),
                "spring.ssl.bundle.pem.mailhost.truststore.certificate=" + host.certificate(),
                "spring.mail.host=127.0.0.1",
                "spring.mail.port=" + host.smtp,
                "sucharit.mail.from=Desk <desk@office.example>",
                "sucharit.mail.outbox.interval=200ms",
                "sucharit.mail.mailboxes[0].organisation=kaohin",
                "sucharit.mail.mailboxes[0].host=127.0.0.1",
                "sucharit.mail.mailboxes[0].username=box",
                "sucharit.mail.mailboxes[0].address=desk@office.example",
                "sucharit.mail.mailboxes[0].tagged=true",
                "sucharit.mail.mailboxes[0].ssl-bundle=mailhost",
                "sucharit.mail.mailboxes[0].after=delete",
                "sucharit.mail.mailboxes[0].interval=1h"));
        for (String setting : settings) {
            String key = "sucharit.mail.mailboxes[0]." + setting.substring(0, setting.indexOf('=') + 1);
            all.removeIf(before -> before.startsWith(key));
            all.add("sucharit.mail.mailboxes[0]." + setting);
        }
        return new SpringApplicationBuilder(MailTestConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(all.stream().map(setting -> "--" + setting).toArray(String[]::new));
    }

    private Mailbox mailbox(Object... settings) {
        List<Object> all = new ArrayList<>(List.of(
                "name",
                UUID.randomUUID().toString(),
                "protocol",
                "imaps",
                "plaintext",
                false,
                "port",
                host.imaps,
                "ssl-bundle",
                "mailhost",
                "after",
                "move"));
        all.addAll(List.of(settings));
        return Mailboxes.with(all.toArray());
    }

    private void submit(String to, String text) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(host.smtp));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom("somchai@b.example");
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject("เรื่อง", "UTF-8");
        message.setText(text, "UTF-8");
        Transport.send(message);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        Instant end = Instant.now().plus(Duration.ofSeconds(30));
        while (!condition.call() && Instant.now().isBefore(end)) {
            Thread.sleep(50);
        }
        assertThat(condition.call()).isTrue();
    }

    private static List<String> texts(ConfigurableApplicationContext program) {
        return program.getBean(RecordingHandler.class).mails.stream()
                .map(IncomingMail::text)
                .toList();
    }

    @Test
    void newMailIsTakenAtOnceAndAnswersFindTheirWay() throws Exception {
        try (ConfigurableApplicationContext program = program("port=" + host.imaps, "password=" + MailHost.PASSWORD)) {
            submit("desk@office.example", "แรก");
            await(() -> texts(program).contains("แรก"));
            Instant before = Instant.now();
            submit("desk@office.example", "ต่อมา");
            await(() -> texts(program).contains("ต่อมา"));
            assertThat(Duration.between(before, Instant.now()))
                    .isLessThan(Duration.ofSeconds(15)); // the poll is an hour off

            MailReference reference = MailReference.create();
            Outbox outbox = program.getBean(Outbox.class);
            new TransactionTemplate(program.getBean(PlatformTransactionManager.class))
                    .executeWithoutResult(status -> outbox.enqueue(new OutgoingMail(
                            OrganisationId.random(),
                            "somchai@b.example",
                            "ได้รับแล้ว",
                            "ขอบคุณ",
                            new OutgoingMail.ToReporter(reference, "desk@office.example", true, "<1@b.example>"))));
            await(() -> host.sent().size() == 1);
            String sent = host.sent().getFirst();
            assertThat(sent)
                    .contains(
                            "From: Desk <desk@office.example>",
                            "Message-ID: <" + reference.token() + "@office.example>")
                    .contains("Reply-To: desk+" + reference.token() + "@office.example", "In-Reply-To: <1@b.example>")
                    .doesNotContain("Sender:", "Resent");
            assertThat(host.log()).contains("from=<desk+" + reference.token() + "@office.example>");

            submit("desk+" + reference.token() + "@office.example", "คำตอบ");
            await(() -> texts(program).contains("คำตอบ"));
            assertThat(program.getBean(RecordingHandler.class).mails.getLast().references())
                    .containsExactly(reference);
        }
    }

    @Test
    void goesOverStartTlsAndNotWithoutTls() throws Exception {
        try (ConfigurableApplicationContext program = program(
                "port=" + host.imap,
                "protocol=imap",
                "password=" + MailHost.PASSWORD,
                "idle=false",
                "interval=300ms")) {
            submit("desk@office.example", "starttls");
            await(() -> texts(program).contains("starttls"));
            // A server that offers no TLS is not told the password.
            assertThat(poll(
                            program,
                            mailbox(
                                    "protocol",
                                    "imap",
                                    "port",
                                    Servers.MAIL.getImap().getPort())))
                    .isNotNull();
        }
    }

    @Test
    void believesNoCertificateThatNobodyVouchesForOrThatIsAnothers() {
        try (MailHost another = MailHost.withoutSmtp(at("/info/"), "dns:mail.elsewhere.example");
                ConfigurableApplicationContext program =
                        programTrusting(another, "password=x", "port=1", "idle=false")) {
            assertThat(poll(program, mailbox("ssl-bundle", ""))).isNotNull();
            assertThat(poll(program, mailbox("ssl-bundle", "another", "port", another.imaps)))
                    .isNotNull();
            assertThat(poll(program, mailbox())).isNull();
        }
    }

    @Test
    void signsInWithATokenAndFetchesAnotherWhenItIsRefused() throws Exception {
        good = "first";
        try (ConfigurableApplicationContext program = program("password=x", "port=1", "idle=false")) {
            Mailbox mailbox = mailbox(
                    "password",
                    "",
                    "oauth.token-endpoint",
                    at("/token"),
                    "oauth.client-id",
                    "desk",
                    "oauth.client-secret",
                    "hush",
                    "oauth.refresh-token",
                    "given");
            asked.clear();
            assertThat(poll(program, mailbox)).isNull();
            assertThat(poll(program, mailbox)).isNull();
            assertThat(asked)
                    .containsExactly("grant_type=refresh_token&client_id=desk&client_secret=hush&refresh_token=given");

            good = "second";
            assertThat(poll(program, mailbox)).isNotNull();
            assertThat(poll(program, mailbox)).isNull();
            assertThat(asked).hasSize(2).last().asString().endsWith("refresh_token=next");
        }
    }

    /** The error of one look through the mailbox, or null. */
    private static @Nullable String poll(ConfigurableApplicationContext program, Mailbox mailbox) {
        program.getBean(MailboxPoll.class).poll(mailbox);
        InboxHealth health = program.getBean(Inbox.class).health(mailbox);
        boolean well = health.lastSuccess() != null
                && (health.lastFailure() == null || health.lastSuccess().isAfter(health.lastFailure()));
        return well ? null : Objects.requireNonNull(health.lastError());
    }

    @Test
    void eachWayOfSettlingTakesEachMessageOnce() throws Exception {
        try (ConfigurableApplicationContext program = program("password=x", "port=1", "idle=false")) {
            for (String after : List.of("seen", "move", "delete")) {
                Mailbox mailbox = mailbox("after", after);
                for (int n = 0; n < 20; n++) {
                    host.put(
                            after + n,
                            ("Message-ID: <" + after + n + "@b.example>\r\n\r\n" + after + " " + n)
                                    .getBytes(StandardCharsets.US_ASCII));
                }
                host.own();
                assertThat(poll(program, mailbox)).isNull();
                assertThat(poll(program, mailbox)).isNull();
                assertThat(texts(program).stream().filter(text -> text.startsWith(after + " ")))
                        .hasSize(20)
                        .doesNotHaveDuplicates();
                assertThat(program.getBean(Inbox.class).health(mailbox).failing())
                        .isZero();
            }
        }
    }
}
