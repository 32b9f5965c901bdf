package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

@SpringBootTest(classes = MailTestConfiguration.class, webEnvironment = SpringBootTest.WebEnvironment.NONE)
@ExtendWith(OutputCaptureExtension.class)
abstract class InboxTests {

    private static final AtomicInteger USERS = new AtomicInteger();

    @Autowired
    private Inbox inbox;

    @Autowired
    private MailboxPoll poll;

    @Autowired
    private RecordingHandler handler;

    @Autowired
    private JdbcTemplate database;

    private String login = "";
    private GreenMailUser user = Servers.MAIL.setUser("nobody@kaohin.example", "nobody", "secret");

    @BeforeEach
    void freshMailbox() {
        handler.forget();
        login = "box" + USERS.incrementAndGet() + "-" + UUID.randomUUID();
        user = Servers.MAIL.setUser(login + "@kaohin.example", login, "secret");
    }

    private Mailbox mailbox(Mailbox.After after) {
        return mailbox(after, Servers.MAIL.getImap().getPort(), 1_000_000);
    }

    private Mailbox mailbox(Mailbox.After after, int port, int maxBytes) {
        return Mailboxes.with("name", login, "username", login, "port", port, "after", after, "max-bytes", maxBytes);
    }

    private void deliver(String messageId, String text) throws Exception {
        deliverRaw("From: a@b.example\r\n" + (messageId.isEmpty() ? "" : "Message-ID: " + messageId + "\r\n")
                + "Subject: secret-subject\r\n\r\n" + text);
    }

    private void deliver(String text) throws Exception {
        deliver("<" + UUID.randomUUID() + "@b.example>", text);
    }

    private void deliverRaw(String raw) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1))));
    }

    private List<String> texts() {
        return handler.mails.stream().map(IncomingMail::text).toList();
    }

    /** What stands in the folder, each with a mark if it is seen. */
    private List<String> folder(String name) throws Exception {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("127.0.0.1", Servers.MAIL.getImap().getPort(), login, "secret");
            Folder folder = store.getFolder(name);
            if (!folder.exists()) {
                return List.of();
            }
            folder.open(Folder.READ_ONLY);
            List<String> found = new ArrayList<>();
            for (Message message : folder.getMessages()) {
                found.add(message.isSet(Flags.Flag.SEEN) ? "seen" : "new");
            }
            return found;
        }
    }

    @Test
    void takesEachMessageOnceInItsOrganisationsScope() throws Exception {
        deliver("first");
        deliver("second");

        poll.poll(mailbox(Mailbox.After.SEEN));
        poll.poll(mailbox(Mailbox.After.SEEN));

        assertThat(texts()).containsExactly("first", "second");
        assertThat(handler.scopes).containsOnly(MailTestConfiguration.KAOHIN);
        assertThat(handler.committed("first")).isEqualTo(1);
        assertThat(folder("INBOX")).containsExactly("seen", "seen");
        IncomingMail mail = handler.mails.getFirst();
        assertThat(mail.organisation()).isEqualTo("kaohin");
        assertThat(mail.fromAddress()).isEqualTo("a@b.example");
        assertThat(mail.receivedAt())
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(5));
        assertThat(new String(Mailboxes.whole(mail), StandardCharsets.ISO_8859_1))
                .startsWith("From:")
                .endsWith("first");
    }

    @Test
    void oneFailingMessageIsTriedAgainAndHoldsUpNoOther(CapturedOutput log) throws Exception {
        deliver("secret-bad");
        deliver("good");
        handler.then = mail -> {
            if (mail.text().equals("secret-bad")) {
                throw new IllegalStateException("repeats " + mail.text());
            }
        };

        poll.poll(mailbox(Mailbox.After.SEEN));

        assertThat(handler.committed("good")).isEqualTo(1);
        assertThat(handler.committed("secret-bad")).isZero();
        assertThat(folder("INBOX")).containsExactly("new", "seen");
        InboxHealth ill = inbox.health(mailbox(Mailbox.After.SEEN));
        assertThat(ill.failing()).isEqualTo(1);
        assertThat(ill.lastError()).isEqualTo("java.lang.IllegalStateException");
        assertThat(ill.lastSuccess()).isNull();

        handler.then = mail -> {};
        poll.poll(mailbox(Mailbox.After.SEEN));

        assertThat(handler.committed("secret-bad")).isEqualTo(1);
        assertThat(handler.committed("good")).isEqualTo(1);
        InboxHealth well = inbox.health(mailbox(Mailbox.After.SEEN));
        assertThat(well.failing()).isZero();
        assertThat(well.taken()).isEqualTo(2);
        assertThat(well.lastSuccess()).isAfter(ill.lastFailure());
        assertThat(log).contains("IllegalStateException").doesNotContain("secret-bad", "secret-subject", "a@b.example");
    }

    @Test
    void aCrashBetweenCommitAndMarkRepeatsNothing() throws Exception {
        for (Mailbox.After after : Mailbox.After.values()) {
            freshMailbox();
            deliver("only");
            try (CuttableProxy proxy = new CuttableProxy(Servers.MAIL.getImap().getPort())) {
                Mailbox mailbox = mailbox(after, proxy.port(), 1_000_000);
                handler.then = mail -> proxy.cut();
                poll.poll(mailbox);
                assertThat(handler.committed("only")).isEqualTo(1);
                assertThat(folder("INBOX")).containsExactly("new");
                assertThat(inbox.health(mailbox).lastError()).isNotNull();

                poll.poll(mailbox);
            }
            assertThat(texts()).containsExactly("only");
            assertThat(folder("INBOX")).isEqualTo(after == Mailbox.After.SEEN ? List.of("seen") : List.of());
        }
    }

    @Test
    void movesAwayWhatIsTakenSeenOrNot() throws Exception {
        deliver("first");
        deliver("second");

        poll.poll(mailbox(Mailbox.After.MOVE));

        assertThat(texts()).containsExactly("first", "second");
        assertThat(folder("INBOX")).isEmpty();
        assertThat(folder("Processed")).hasSize(2);
    }

    @Test
    void deletesWhatIsTakenAndLeavesWhatIsNot() throws Exception {
        deliver("first");
        deliver("bad");
        deliver("third");
        handler.then = mail -> {
            if (mail.text().equals("bad")) {
                throw new IllegalStateException();
            }
        };

        poll.poll(mailbox(Mailbox.After.DELETE));

        assertThat(folder("INBOX")).hasSize(1);
        handler.then = mail -> {};
        poll.poll(mailbox(Mailbox.After.DELETE));
        assertThat(folder("INBOX")).isEmpty();
        for (String text : Arrays.asList("first", "bad", "third")) {
            assertThat(handler.committed(text)).isEqualTo(1);
        }
    }

    @Test
    void aSecondCopyOfAMessageIsPassedOver() throws Exception {
        deliver("<same@b.example>", "one");
        deliver("<same@b.example>", "one");
        deliver("", "without id");
        deliver("", "without id");

        poll.poll(mailbox(Mailbox.After.SEEN));

        assertThat(texts()).containsExactly("one", "without id", "without id");
        assertThat(folder("INBOX")).containsExactly("seen", "seen", "seen", "seen");
    }

    @Test
    void anotherMessageUnderTheSameIdIsNotLost() throws Exception {
        deliver("<same@b.example>", "one");
        deliver("<same@b.example>", "two");

        poll.poll(mailbox(Mailbox.After.SEEN));

        assertThat(texts()).containsExactly("one", "two");
    }

    @Test
    void severalNodesTakeEachMessageOnce() throws Exception {
        for (int i = 0; i < 20; i++) {
            deliver("mail " + i);
        }
        Mailbox mailbox = mailbox(Mailbox.After.SEEN);
        CyclicBarrier together = new CyclicBarrier(3);
        try (ExecutorService nodes = Executors.newFixedThreadPool(3)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                running.add(nodes.submit(() -> {
                    together.await();
                    poll.poll(mailbox);
                    return null;
                }));
            }
            for (Future<?> node : running) {
                node.get();
            }
        }
        poll.poll(mailbox);

        for (int i = 0; i < 20; i++) {
            assertThat(handler.committed("mail " + i)).as("mail %d", i).isEqualTo(1);
        }
        assertThat(inbox.health(mailbox).failing()).isZero();
    }

    @Test
    void readsOnlyTheStartOfAHugeMessageAndKeepsAllOfIt() throws Exception {
        deliver("x".repeat(3_000_000));
        List<Integer> kept = new ArrayList<>();
        handler.then = mail -> kept.add(Mailboxes.whole(mail).length);

        poll.poll(mailbox(Mailbox.After.SEEN, Servers.MAIL.getImap().getPort(), 2_000_000));

        IncomingMail mail = handler.mails.getFirst();
        assertThat(mail.tooLarge()).isTrue();
        assertThat(kept).singleElement().satisfies(size -> assertThat(size).isGreaterThan(3_000_000));
        assertThat(mail.subject()).isEqualTo("secret-subject");
        assertThat(mail.text()).startsWith("xxx");
    }

    @Test
    void keepsNothingThatAMessageSays() throws Exception {
        deliver("<secret-id@b.example>", "text");

        poll.poll(mailbox(Mailbox.After.SEEN));

        var row = database.queryForMap("select * from inbox_message where mailbox = ?", login);
        assertThat((String) row.get("MESSAGE_ID_HASH")).matches("[0-9a-f]{64}");
        assertThat(row.values().toString()).doesNotContain("secret", "b.example");
    }

    @Test
    void aMailboxThatCannotBeReachedIsShownAsIll() {
        Mailbox nowhere = mailbox(Mailbox.After.SEEN, 1, 1000);

        poll.poll(nowhere);

        assertThat(inbox.health(nowhere).lastError()).contains("Connect");
        assertThat(inbox.health(nowhere).lastFailure()).isNotNull();
    }

    @Test
    void handsOnABrokenMessageWithItsBytes() throws Exception {
        deliverRaw("From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed\r\n\r\nno boundary here");

        poll.poll(mailbox(Mailbox.After.SEEN));

        IncomingMail mail = handler.mails.getFirst();
        assertThat(mail.unreadable()).isTrue();
        assertThat(new String(Mailboxes.whole(mail), StandardCharsets.ISO_8859_1))
                .contains("no boundary here");
    }
}
