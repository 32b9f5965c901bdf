package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.sucharit.mail.QueuedMail.State.DEAD;
import static org.sucharit.mail.QueuedMail.State.PENDING;
import static org.sucharit.mail.QueuedMail.State.SENT;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.user.UserManager;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;

@SpringBootTest(
        classes = MailTestConfiguration.class,
        webEnvironment = SpringBootTest.WebEnvironment.NONE,
        properties = {
            "spring.mail.host=127.0.0.1",
            "sucharit.mail.from=ศูนย์รับเรื่อง <desk@kaohin.example>",
            "sucharit.mail.outbox.interval=1h",
            "logging.level.com.icegreen=off"
        })
@ExtendWith(OutputCaptureExtension.class)
abstract class OutboxTests {

    private static final OrganisationId KAOHIN = OrganisationId.random();
    private static final OrganisationId BANGRAK = OrganisationId.random();
    private static final PageRequest PAGE = PageRequest.of(0, 10);

    @Autowired
    private Outbox outbox;

    @Autowired
    private OutboxSender sender;

    @Autowired
    private OutboxEntries entries;

    @Autowired
    private OutboxSeal seal;

    @Autowired
    private EntityManager entities;

    @Autowired
    private MailSettings settings;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private PlatformTransactionManager transactions;

    @Autowired
    private Time time;

    @Autowired
    private WoundClock clock;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.port", () -> Servers.MAIL.getSmtp().getPort());
    }

    @BeforeEach
    void empty() throws Exception {
        database.update("delete from outbox");
        Servers.MAIL.purgeEmailFromAllMailboxes();
    }

    @AfterEach
    void restore() {
        clock.release();
        accept();
    }

    private MailId enqueue(OrganisationId organisation, String to) {
        return new TransactionTemplate(transactions)
                .execute(status -> outbox.enqueue(new OutgoingMail(organisation, to, "มีงานรอ", "กรุณาเข้าสู่ระบบ")));
    }

    private OutboxSender senderBy(ObjectProvider<JavaMailSender> smtp) {
        return new OutboxSender(entries, seal, smtp, settings, transactions, time);
    }

    private List<QueuedMail> list(QueuedMail.State state) {
        return outbox.list(KAOHIN, state, PAGE).getContent();
    }

    /** Mail to this address is refused by the mail server, other mail is taken. */
    private static void refuse(String address) {
        UserManager users = Servers.MAIL.getUserManager();
        users.setMessageDeliveryHandler((message, recipient) -> {
            String to = recipient.getEmail();
            if (to.equals(address)) {
                throw new UserException("refused");
            }
            GreenMailUser known = users.getUserByEmail(to);
            return known == null ? users.createUser(to, to, to) : known;
        });
    }

    private static void accept() {
        refuse("");
    }

    @Test
    void sendsAMailAndKeepsNothingOfIt() throws Exception {
        MailId id = enqueue(KAOHIN, "officer@kaohin.example");

        sender.sendDue();

        MimeMessage[] received = Servers.MAIL.getReceivedMessages();
        assertThat(received).hasSize(1);
        assertThat(received[0].getSubject()).isEqualTo("มีงานรอ");
        assertThat(received[0].getContent().toString().strip()).isEqualTo("กรุณาเข้าสู่ระบบ");
        assertThat(received[0].getRecipients(Message.RecipientType.TO)[0]).hasToString("officer@kaohin.example");
        assertThat(((jakarta.mail.internet.InternetAddress) received[0].getFrom()[0]).getPersonal())
                .isEqualTo("ศูนย์รับเรื่อง");
        assertThat(received[0].getMessageID()).isEqualTo("<" + id + "@kaohin.example>");
        assertThat(received[0].getHeader("Auto-Submitted")).containsExactly("auto-generated");
        Map<String, @Nullable Object> row = database.queryForMap("select * from outbox where id = ?", id.value());
        assertThat(row.get("STATE")).isEqualTo("SENT");
        assertThat(row.get("RECIPIENT")).isNull();
        assertThat(row.get("SUBJECT")).isNull();
        assertThat(row.get("BODY")).isNull();
    }

    @Test
    void refusesAMailOutsideATransaction() {
        assertThatExceptionOfType(IllegalTransactionStateException.class)
                .isThrownBy(() -> outbox.enqueue(new OutgoingMail(KAOHIN, "a@b.example", "s", "b")));
    }

    @Test
    void forgetsAMailWhoseTransactionIsRolledBack() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            outbox.enqueue(new OutgoingMail(KAOHIN, "officer@kaohin.example", "s", "b"));
            status.setRollbackOnly();
        });

        sender.sendDue();

        assertThat(Servers.MAIL.getReceivedMessages()).isEmpty();
        assertThat(list(PENDING)).isEmpty();
    }

    @Test
    void triesAgainAfterGrowingPausesAndGivesUpInTheEnd(CapturedOutput log) {
        refuse("refused@kaohin.example");
        enqueue(KAOHIN, "refused@kaohin.example");
        enqueue(KAOHIN, "officer@kaohin.example");

        List<Duration> pauses = new ArrayList<>();
        for (int attempt = 1; attempt <= 7; attempt++) {
            sender.sendDue();
            QueuedMail waiting = list(PENDING).getFirst();
            assertThat(waiting.attempts()).isEqualTo(attempt);
            pauses.add(Duration.ofMinutes(Duration.between(time.now(), waiting.nextAttemptAt())
                    .plusSeconds(30)
                    .toMinutes()));
            sender.sendDue(); // not due yet: no further attempt
            assertThat(list(PENDING).getFirst().attempts()).isEqualTo(attempt);
            clock.windTo(waiting.nextAttemptAt().plusSeconds(1));
        }
        sender.sendDue();

        assertThat(pauses.stream().map(Duration::toMinutes)).containsExactly(1L, 4L, 16L, 64L, 256L, 720L, 720L);
        assertThat(list(PENDING)).isEmpty();
        assertThat(list(SENT)).hasSize(1);
        QueuedMail dead = list(DEAD).getFirst();
        assertThat(dead.attempts()).isEqualTo(8);
        assertThat(dead.to()).isEqualTo("r…@kaohin.example");
        assertThat(dead.failure()).endsWith("Exception").doesNotContain("refused@");
        assertThat(log).contains("could not be sent").doesNotContain("kaohin.example", "มีงานรอ", "กรุณา");
    }

    @Test
    void revivesADeadMail() {
        refuse("refused@kaohin.example");
        MailId id = enqueue(KAOHIN, "refused@kaohin.example");
        database.update("update outbox set attempts = 7");
        sender.sendDue();
        assertThat(list(DEAD)).hasSize(1);

        accept();
        outbox.retry(KAOHIN, id);
        assertThat(list(PENDING).getFirst().attempts()).isZero();
        sender.sendDue();
        outbox.retry(KAOHIN, id); // sent: nothing happens

        assertThat(Servers.MAIL.getReceivedMessages()).hasSize(1);
        assertThat(list(SENT)).hasSize(1);
    }

    @Test
    void keepsOrganisationsApart() {
        MailId id = enqueue(KAOHIN, "officer@kaohin.example");

        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> outbox.retry(BANGRAK, id))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        assertThat(outbox.list(BANGRAK, PENDING, PAGE).getContent()).isEmpty();
    }

    @Test
    void listsPageByPageTheOldestFirst() {
        Instant start = time.now();
        List<MailId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clock.windTo(start.plusSeconds(10L * i));
            ids.add(enqueue(KAOHIN, "officer@kaohin.example"));
        }

        Slice<QueuedMail> first = outbox.list(KAOHIN, PENDING, PageRequest.of(0, 3));
        Slice<QueuedMail> second = outbox.list(KAOHIN, PENDING, PageRequest.of(1, 3));

        assertThat(first.map(QueuedMail::id)).containsExactlyElementsOf(ids.subList(0, 3));
        assertThat(second.map(QueuedMail::id)).containsExactlyElementsOf(ids.subList(3, 5));
        assertThat(first.hasNext()).isTrue();
        assertThat(second.hasNext()).isFalse();
    }

    @Test
    void severalSendersAtOnceSendEachMailOnce() throws Exception {
        int mails = 60;
        int senders = 4;
        for (int i = 0; i < mails; i++) {
            enqueue(KAOHIN, "officer" + i + "@kaohin.example");
        }
        JavaMailSenderImpl smtp = new JavaMailSenderImpl();
        smtp.setHost("127.0.0.1");
        smtp.setPort(Servers.MAIL.getSmtp().getPort());
        CyclicBarrier together = new CyclicBarrier(senders);
        try (ExecutorService nodes = Executors.newFixedThreadPool(senders)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < senders; i++) {
                OutboxSender node = senderBy(provider(smtp));
                running.add(nodes.submit(() -> {
                    together.await();
                    while (node.sendDue()) {
                        // the next batch
                    }
                    return null;
                }));
            }
            for (Future<?> node : running) {
                node.get();
            }
        }
        sender.sendDue();

        List<String> ids = new ArrayList<>();
        for (MimeMessage message : Servers.MAIL.getReceivedMessages()) {
            ids.add(message.getMessageID());
        }
        assertThat(ids).hasSize(mails).doesNotHaveDuplicates();
        assertThat(database.queryForObject("select count(*) from outbox where state = 'SENT'", Integer.class))
                .isEqualTo(mails);
    }

    @Test
    void aServerThatIsDownCostsOnlyOneMailAnAttempt() {
        enqueue(KAOHIN, "officer@kaohin.example");
        enqueue(KAOHIN, "officer@kaohin.example");
        JavaMailSenderImpl nowhere = new JavaMailSenderImpl();
        nowhere.setHost("127.0.0.1");
        nowhere.setPort(1);

        assertThat(senderBy(provider(nowhere)).sendDue()).isFalse();

        assertThat(list(PENDING).stream().map(QueuedMail::attempts)).containsExactlyInAnyOrder(0, 1);
        assertThat(list(PENDING).stream().map(QueuedMail::failure).toList())
                .containsOnlyOnce("java.net.ConnectException");
    }

    @Test
    void withoutAMailServerMailWaits() {
        ObjectProvider<JavaMailSender> none = new StaticListableBeanFactory().getBeanProvider(JavaMailSender.class);
        enqueue(KAOHIN, "officer@kaohin.example");

        assertThat(senderBy(none).sendDue()).isFalse();

        assertThat(new Outbox(entries, entities, seal, none, time).sending()).isFalse();
        assertThat(outbox.sending()).isTrue();
        assertThat(list(PENDING)).hasSize(1);
    }

    @Test
    void whatIsTakenBackIsForgottenAndGoesOutNoMore() {
        MailId id = enqueue(KAOHIN, "officer@kaohin.example");

        assertThatExceptionOfType(Problem.class).isThrownBy(() -> outbox.giveUp(BANGRAK, id));
        outbox.giveUp(KAOHIN, id);
        outbox.retry(KAOHIN, id);

        assertThat(sender.sendDue()).isFalse();
        assertThat(list(QueuedMail.State.GIVEN_UP)).extracting(QueuedMail::id).containsExactly(id);
        assertThat(database.queryForMap("select * from outbox").values().toString())
                .doesNotContain("kaohin.example", "มีงานรอ");
    }

    @Test
    void refusesWhatCouldForgeAHeaderOrReachSeveral() {
        for (String to : Arrays.asList("", "nobody", "a@b.example, c@d.example", "a@b.example\r\nBcc: c@d.example")) {
            assertThatIllegalArgumentException().isThrownBy(() -> new OutgoingMail(KAOHIN, to, "s", "b"));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OutgoingMail(KAOHIN, "a@b.example", "s\nBcc: c@d.example", "b"));
        assertThat(OutgoingMail.isAddress("somchai.j@tao-kaohin.go.th")).isTrue();
    }

    private static ObjectProvider<JavaMailSender> provider(JavaMailSender smtp) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("smtp", smtp);
        return beans.getBeanProvider(JavaMailSender.class);
    }
}
