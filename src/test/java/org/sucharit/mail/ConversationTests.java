package org.sucharit.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.OpenCase;
import org.sucharit.intake.MailsToReporters;
import org.sucharit.kernel.CaseId;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/**
 * What goes between a mailbox and whoever writes to it, with the whole program: an answer finds its case by a reference
 * that nobody can guess, whoever it says wrote it, and programs are never answered.
 */
@OnH2
@SpringBootTest
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConversationTests {

    private static final PageRequest ALL = PageRequest.of(0, 200);

    @Autowired
    private Town towns;

    @Autowired
    private MailboxPoll poll;

    @Autowired
    private OutboxSender sender;

    @Autowired
    private MailSettings settings;

    @Autowired
    private MailsToReporters mails;

    @Autowired
    private CaseFiles cases;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private TransactionTemplate transaction;

    private Town.Founded town;
    private Town.Founded other;

    /** The case of the last acknowledgement. */
    private @Nullable CaseId acknowledged;

    @DynamicPropertySource
    static void servers(DynamicPropertyRegistry registry) {
        registry.add("spring.mail.host", () -> "127.0.0.1");
        registry.add("spring.mail.port", () -> Servers.MAIL.getSmtp().getPort());
        registry.add("sucharit.mail.from", () -> "Desk <desk@office.example>");
        registry.add("sucharit.mail.outbox.interval", () -> "1h");
        for (int n = 0; n < 2; n++) {
            String box = "sucharit.mail.mailboxes[" + n + "].";
            String town = n == 0 ? "talking" : "elsewhere";
            registry.add(box + "organisation", () -> town);
            registry.add(box + "host", () -> "127.0.0.1");
            registry.add(box + "port", () -> Servers.MAIL.getImap().getPort());
            registry.add(box + "protocol", () -> "imap");
            registry.add(box + "plaintext", () -> true);
            registry.add(box + "username", () -> town);
            registry.add(box + "password", () -> "secret");
            registry.add(box + "address", () -> town + "@office.example");
            registry.add(box + "tagged", () -> true);
            registry.add(box + "after", () -> "delete");
            registry.add(box + "interval", () -> "1h");
            registry.add(box + "idle", () -> false);
        }
    }

    @BeforeAll
    void found() {
        town = towns.found("talking");
        other = towns.found("elsewhere");
    }

    @BeforeEach
    void empty() throws Exception {
        Servers.MAIL.purgeEmailFromAllMailboxes();
    }

    private void deliver(String... lines) throws Exception {
        deliverTo("talking", lines);
    }

    private void deliverTo(String mailbox, String... lines) throws Exception {
        GreenMailUser user = Servers.MAIL.setUser(mailbox + "@office.example", mailbox, "secret");
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8))));
        settings.mailboxes().stream().filter(box -> box.name().equals(mailbox)).forEach(poll::poll);
    }

    private static String id() {
        return "Message-ID: <" + UUID.randomUUID() + "@b.example>";
    }

    private List<MimeMessage> sentTo(String address) throws Exception {
        while (sender.sendDue()) {
            // the next batch
        }
        return Stream.of(Servers.MAIL.getReceivedMessagesForDomain(address)).toList();
    }

    private List<CaseId> held(Town.Founded in) {
        return in.in(() -> cases.heldBy(in.officer("clerk"), true, ALL).getContent()).stream()
                .map(CaseSummary::id)
                .toList();
    }

    private <T extends Content> List<T> said(CaseId id, Class<T> kind) {
        return reading(id, open -> open.all(kind)).stream()
                .map(filed -> filed.content())
                .toList();
    }

    private List<FileView> files(CaseId id) {
        return reading(id, OpenCase::files);
    }

    private <T> T reading(CaseId id, Function<OpenCase, T> what) {
        return town.in(() -> Objects.requireNonNull(
                transaction.execute(status -> what.apply(cases.open(town.officer("clerk"), id)))));
    }

    /** The one case that there was not before. */
    private CaseId added(List<CaseId> before) {
        List<CaseId> now = new ArrayList<>(held(town));
        now.removeAll(before);
        assertThat(now).hasSize(1);
        return now.getFirst();
    }

    /** A new case by mail, and what its writer was answered. */
    private MimeMessage acknowledgement(String from) throws Exception {
        List<CaseId> before = held(town);
        deliver("From: " + from, id(), "Subject: SECRET-SUBJECT", "", "SECRET-TEXT");
        acknowledged = added(before);
        return sentTo(from).getLast();
    }

    private CaseId known() {
        return Objects.requireNonNull(acknowledged);
    }

    private static String raw(MimeMessage mail) throws Exception {
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        mail.writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8) + mail.getSubject() + mail.getContent();
    }

    @Test
    void whoeverWritesIsToldThatItCameAndNothingOfWhatTheyWrote() throws Exception {
        MimeMessage one = acknowledgement("somchai@one.example");
        MimeMessage two = acknowledgement("malee@two.example");

        assertThat(raw(one)).doesNotContain("SECRET", town.shortName + "/");
        assertThat(one.getHeader("Auto-Submitted")).containsExactly("auto-replied");
        assertThat(one.getHeader("Return-Path")[0]).matches("<talking\\+[a-z2-7]{20}@office.example>");
        assertThat(one.getHeader("In-Reply-To")).hasSize(1);
        assertThat(one.getHeader("From")[0]).contains("<desk@office.example>");
        assertThat(one.getHeader("Message-ID")[0]).matches("<[a-z2-7]{20}@office.example>");
        assertThat(one.getReplyTo()[0].toString()).matches("talking\\+[a-z2-7]{20}@office.example");
        assertThat(one.getContent()).isEqualTo(two.getContent());
        assertThat(one.getMessageID()).isNotEqualTo(two.getMessageID());
    }

    @Test
    void anAnswerFindsItsCaseByWhateverItBringsBackAndWhoeverWroteIt() throws Exception {
        MimeMessage told = acknowledgement("answer@one.example");
        List<CaseId> before = held(town);
        String subject = told.getSubject();
        String tag = subject.substring(subject.indexOf('['));

        deliver("From: stranger@three.example", id(), "In-Reply-To: " + told.getMessageID(), "", "by reply");
        deliver(
                "From: a@b.example",
                id(),
                "References: <x@y> " + told.getMessageID().toUpperCase(),
                "",
                "by thread");
        deliver("From: a@b.example", id(), "Subject: =?utf-8?Q?RE:_" + tag + "?=", "", "by subject");
        deliver("From: a@b.example", id(), "To: " + told.getReplyTo()[0], "", "by address");

        assertThat(held(town)).isEqualTo(before);
        CaseId id = known();
        assertThat(said(id, Content.MessageFromReporter.class))
                .extracting(Content.MessageFromReporter::text)
                .containsExactly("by reply", "by thread", "by subject", "by address");
        assertThat(files(id)).filteredOn(FileView::tellsReporter).hasSize(5);
        assertThat(sentTo("stranger@three.example")).isEmpty();
        assertThat(sentTo("a@b.example")).isEmpty();
    }

    @Test
    void aReferenceLeadsNowhereInAnotherOrganisation() throws Exception {
        MimeMessage told = acknowledgement("elsewhere@one.example");
        int before = held(other).size();

        deliverTo("elsewhere", "From: a@b.example", id(), "In-Reply-To: " + told.getMessageID(), "", "answer");

        assertThat(held(other)).hasSize(before + 1);
        assertThat(said(known(), Content.MessageFromReporter.class)).isEmpty();
    }

    @Test
    void aGuessedReferenceMakesANewCase() throws Exception {
        acknowledgement("guess@one.example");
        int before = held(town).size();

        deliver("From: guess@one.example", id(), "In-Reply-To: <aaaaaaaaaaaaaaaaaaaa@office.example>", "", "guess");

        assertThat(held(town)).hasSize(before + 1);
    }

    @Test
    void programsThatAnswerOurMailAreKeptWithItsCaseAndNotAnswered() throws Exception {
        MimeMessage told = acknowledgement("away@one.example");
        List<CaseId> before = held(town);

        deliver(
                "From: away@one.example",
                "Auto-Submitted: auto-replied",
                id(),
                "In-Reply-To: " + told.getMessageID(),
                "",
                "away");
        deliver(
                "Return-Path: <>",
                "From: MAILER-DAEMON@one.example",
                id(),
                "Content-Type: multipart/report; report-type=delivery-status; boundary=b",
                "",
                "--b",
                "Content-Type: text/plain",
                "",
                "could not reach away@one.example",
                "--b",
                "Content-Type: text/rfc822-headers",
                "",
                "Message-ID: " + told.getMessageID(),
                "--b--");

        assertThat(held(town)).isEqualTo(before);
        assertThat(said(known(), Content.AutomaticMail.class))
                .containsExactly(
                        new Content.AutomaticMail(false, null, null), new Content.AutomaticMail(true, null, null));
        assertThat(said(known(), Content.MessageFromReporter.class)).isEmpty();
        assertThat(sentTo("away@one.example")).hasSize(1);
    }

    @Test
    void aFloodFromOneProgramIsOneCaseWithAllOfItKept() throws Exception {
        List<CaseId> before = held(town);
        for (int n = 0; n < 12; n++) {
            deliver(
                    "From: news@shop.example",
                    "List-Id: <news.shop.example>",
                    id(),
                    "Subject: no " + n,
                    "",
                    "buy " + n);
        }

        CaseId id = added(before);
        assertThat(said(id, Content.AutomaticMail.class))
                .hasSize(11)
                .last()
                .isEqualTo(new Content.AutomaticMail(false, "no 11", "buy 11"));
        assertThat(files(id)).hasSize(12);
        assertThat(sentTo("news@shop.example")).isEmpty();
    }

    @Test
    void aProgramThatHidesThatItIsOneIsAnsweredThreeTimesADay() throws Exception {
        int before = held(town).size();
        for (int n = 0; n < 6; n++) {
            deliver("From: robot@four.example", id(), "Subject: thank you", "", "n " + n);
        }

        assertThat(held(town)).hasSize(before + 6);
        assertThat(sentTo("robot@four.example")).hasSize(3);
    }

    @Test
    void whatSeemsToComeFromOurselvesIsNotAnswered() throws Exception {
        deliver("From: talking@office.example", id(), "", "me");
        deliver("From: DESK@office.example", id(), "", "me");

        assertThat(sentTo("talking@office.example")).isEmpty();
        assertThat(sentTo("desk@office.example")).isEmpty();
    }

    @Test
    void whoeverHasTheDatabaseFindsNeitherAddressNorReference() throws Exception {
        deliver("From: hidden@secret-host.example", id(), "", "text");

        String waiting = database.queryForList("select * from outbox where state = 'PENDING'").stream()
                .map(row -> row.values().stream()
                        .map(value -> value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value))
                        .toList()
                        .toString())
                .toList()
                .toString();
        assertThat(waiting).isNotEqualTo("[]").doesNotContain("hidden", "secret-host", "talking");
        String token =
                sentTo("hidden@secret-host.example").getLast().getMessageID().substring(1, 21);
        assertThat(database.queryForList("select * from mail_thread").toString())
                .doesNotContain(token, "hidden");
        assertThat(database.queryForList("select * from outbox where sealed is not null"))
                .isEmpty();
    }

    @Test
    void aReporterIsToldThatSomethingWaitsAndAnswersToTheCase() throws Exception {
        acknowledgement("told@one.example");
        CaseId id = known();

        town.run(() -> assertThat(mails.tell(town.officer("personnel"), id, "told@five.example"))
                .isTrue());
        town.run(() -> assertThat(mails.tell(town.officer("personnel"), id, "no address"))
                .isFalse());
        MimeMessage told = sentTo("told@five.example").getLast();
        deliver("From: told@five.example", id(), "In-Reply-To: " + told.getMessageID(), "", "answered");

        assertThat(told.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(raw(told)).doesNotContain("SECRET");
        assertThat(said(id, Content.MessageFromReporter.class)).hasSize(1);
    }
}
