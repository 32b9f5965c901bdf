package org.sucharit.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.social.Sandbox.facebookText;
import static org.sucharit.social.Sandbox.lineText;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.kernel.PublicAddresses;
import org.sucharit.kernel.WoundClock;
import org.sucharit.testing.TlsIdentity;
import org.sucharit.testing.Town;
import org.sucharit.vault.Vault;

@SpringBootTest
@AutoConfigureMockMvc
@Import({Town.class, SocialTests.Servers.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "sucharit.social.facebook[0].organisation=social",
            "sucharit.social.facebook[0].app-secret=" + Sandbox.APP_SECRET,
            "sucharit.social.facebook[0].verify-token=" + Sandbox.VERIFY_TOKEN,
            "sucharit.social.line[0].organisation=social",
            "sucharit.social.line[0].channel-secret=" + Sandbox.CHANNEL_SECRET,
            "sucharit.social.line[0].access-token=" + Sandbox.ACCESS_TOKEN,
            "sucharit.social.interval=1h",
            "sucharit.social.ssl-bundle=platforms"
        })
abstract class SocialTests {

    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0, 0, 16, 'J', 'F', 'I', 'F'};
    private static final byte[] PDF = "%PDF-1.7\n".getBytes(StandardCharsets.UTF_8);
    private static final String HOST = "https://scontent.xx.fbcdn.net";

    @DynamicPropertySource
    static void trust(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.ssl.bundle.jks.platforms.truststore.location", () -> "file:" + PlatformServers.TLS.keyStore());
        properties.add("spring.ssl.bundle.jks.platforms.truststore.password", () -> TlsIdentity.PASSWORD);
        properties.add("spring.ssl.bundle.jks.platforms.truststore.type", () -> "PKCS12");
    }

    /** The names of LINE's and Meta's servers lead to this machine. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Servers {

        @Bean
        PlatformServers servers() throws IOException {
            return new PlatformServers();
        }

        @Bean
        @Primary
        PublicAddresses here(PlatformServers servers) {
            return new PublicAddresses(servers, true);
        }
    }

    @Autowired
    PlatformServers servers;

    @Autowired
    AttachmentJob job;

    @Autowired
    SocialAttachments attachments;

    @Autowired
    Town towns;

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

    @Autowired
    WoundClock clock;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Town.Founded town;
    Sandbox sandbox;
    String sender;

    @BeforeAll
    void found() {
        town = towns.found("social");
        sandbox = new Sandbox(mvc, "social");
    }

    @BeforeEach
    void somebodyElse() {
        sender = UUID.randomUUID().toString();
    }

    @Test
    void makesACaseOfAConversationAndMessagesOfTheRest() throws Exception {
        int before = held().size();
        String first = facebookText(id(), sender, "หัวหน้าเรียกเงิน");
        assertThat(sandbox.facebook(first).getStatus()).isEqualTo(200);
        assertThat(sandbox.facebook(first).getStatus()).isEqualTo(200);
        assertThat(sandbox.facebook(
                                Sandbox.facebookRead(sender),
                                Sandbox.facebookEcho(id()),
                                facebookText(id(), sender, "มีหลักฐาน"),
                                Sandbox.facebookPicture(id(), sender))
                        .getStatus())
                .isEqualTo(200);
        assertThat(held()).hasSize(before + 1);
        CaseSummary one = held().getFirst();
        assertThat(one.channel()).isEqualTo("FACEBOOK");
        assertThat(vault.reachesReporter(one.id())).isFalse();
        String details = opened(one, open -> open.report().details());
        assertThat(details).isEqualTo("หัวหน้าเรียกเงิน");
        List<String> messages = opened(
                one,
                open -> open.all(Content.MessageFromReporter.class).stream()
                        .map(filed -> filed.content().text())
                        .toList());
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst()).isEqualTo("มีหลักฐาน");
        assertThat(messages.getLast()).contains("1 รายการ");
    }

    @Test
    void sealsTheAccountAndKeepsItNowhereElse() throws Exception {
        sandbox.line(lineText(id(), sender, "เรื่องลับทางไลน์"));
        CaseSummary one = held().getFirst();
        assertThat(one.channel()).isEqualTo("OTHER");
        Map<String, String> particulars = opened(one, open -> open.report().particulars());
        assertThat(particulars).containsEntry("SOURCE", "LINE").doesNotContainKey("ACCOUNT");
        boolean telling = opened(one, OpenCase::tellsReporter);
        assertThat(telling).isTrue();
        assertThat(jdbc.sql("select sender_hash from social_conversation")
                        .query(String.class)
                        .list())
                .allSatisfy(hash -> assertThat(hash).hasSize(64).doesNotContain(sender));
        // The same account writing to another platform is another conversation.
        int before = held().size();
        sandbox.facebook(facebookText(id(), sender, "อีกช่องทาง"));
        assertThat(held()).hasSize(before + 1);
    }

    /** The attack: a stranger's message in the case of another who is not named either. */
    @Test
    void mixesNoTwoWhoAreNotNamed() throws Exception {
        int before = held().size();
        assertThat(sandbox.line(lineText(id(), "", "คนแรก")).getStatus()).isEqualTo(200);
        assertThat(sandbox.line(lineText(id(), "", "อีกคน")).getStatus()).isEqualTo(200);
        assertThat(sandbox.facebook(facebookText(id(), "", "คนที่สาม")).getStatus())
                .isEqualTo(200);
        assertThat(held()).hasSize(before + 3);
    }

    @Test
    void opensAnotherCaseOnceTheFirstIsClosed() throws Exception {
        sandbox.facebook(facebookText(id(), sender, "เรื่องแรก"));
        CaseSummary first = held().getFirst();
        jdbc.sql("update case_file set state = 'CLOSED' where id = ?")
                .param(first.id().value())
                .update();
        sandbox.facebook(facebookText(id(), sender, "เรื่องที่สอง"));
        sandbox.facebook(facebookText(id(), sender, "ต่อเรื่องที่สอง"));
        CaseSummary second = held().getFirst();
        assertThat(second.id()).isNotEqualTo(first.id());
        int messages = opened(
                second, open -> open.all(Content.MessageFromReporter.class).size());
        assertThat(messages).isEqualTo(1);
    }

    @Test
    void takesEachMessageOnceThoughItIsDeliveredManyTimesAtOnce() throws Exception {
        int before = held().size();
        String event = facebookText(id(), sender, "ส่งซ้ำ");
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int n = 0; n < 8; n++) {
                answers.add(threads.submit(() -> sandbox.facebook(event).getStatus()));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(200);
            }
        }
        assertThat(held()).hasSize(before + 1);
    }

    @Test
    void believesNothingWithoutItsSignature() throws Exception {
        int before = held().size();
        String body =
                "{\"object\": \"page\", \"entry\": [{\"messaging\": [" + facebookText(id(), sender, "ปลอม") + "]}]}";
        String right = HexFormat.of().formatHex(Sandbox.mac(Sandbox.APP_SECRET, body));
        for (String signature : List.of("", "sha256=", "sha256=00", right, "sha1=" + right)) {
            assertThat(sandbox.facebook(body, signature).getStatus())
                    .as(signature)
                    .isEqualTo(403);
        }
        assertThat(sandbox.facebook(body + " ", "sha256=" + right).getStatus()).isEqualTo(403);
        assertThat(sandbox.line(body, right).getStatus()).isEqualTo(403);
        assertThat(held()).hasSize(before);
        // Nor is a signed text that is no JSON more than an error.
        String broken = "{";
        assertThat(sandbox.facebook(
                                broken, "sha256=" + HexFormat.of().formatHex(Sandbox.mac(Sandbox.APP_SECRET, broken)))
                        .getStatus())
                .isEqualTo(422);
    }

    @Test
    void answersTheQuestionWhetherItIsMeant() throws Exception {
        assertThat(sandbox.verify(Sandbox.VERIFY_TOKEN, "12345").getContentAsString())
                .isEqualTo("12345");
        assertThat(sandbox.verify("guess", "12345").getStatus()).isEqualTo(403);
        assertThat(sandbox.verify(Sandbox.VERIFY_TOKEN, "<script>").getStatus()).isEqualTo(403);
    }

    @Test
    void isNotThereForAnOrganisationWithoutTheAccount() throws Exception {
        Sandbox other = new Sandbox(mvc, towns.found().shortName);
        assertThat(other.facebook(facebookText(id(), sender, "x")).getStatus()).isEqualTo(404);
        assertThat(other.line(lineText(id(), sender, "x")).getStatus()).isEqualTo(404);
    }

    @Test
    void fetchesWhatCameWithTheFirstMessageAndSealsItIntoTheCase() throws Exception {
        servers.answers.put("/a/1_n.pdf/complaint.pdf", PlatformServers.Answer.of("application/pdf", PDF));
        servers.answers.put("/1.jpg", PlatformServers.Answer.of("image/jpeg", JPEG));
        sandbox.facebook(Sandbox.facebookFiles(
                id(),
                sender,
                Sandbox.attachment("image", HOST + "/1.jpg?oh=secret"),
                Sandbox.attachment("file", "https://cdn.fbsbx.com/a/1_n.pdf/complaint.pdf?dl=1"),
                Sandbox.attachment("fallback", "https://news.example.org/corruption")));
        CaseSummary one = held().getFirst();
        String details = opened(one, open -> open.report().details());
        assertThat(details)
                .contains("2 รายการ")
                .contains("1 รายการ")
                .contains("https://news.example.org/corruption")
                .doesNotContain("fbcdn");
        assertThat(files(one)).isEmpty();
        assertThat(waiting(one)).isEqualTo(2);
        assertThat(jdbc.sql("select sealed from social_attachment")
                        .query(byte[].class)
                        .list())
                .allSatisfy(bytes -> assertThat(new String(bytes, StandardCharsets.ISO_8859_1))
                        .doesNotContain("fbcdn", "fbsbx", "complaint"));

        job.fetchDue();
        assertThat(files(one)).extracting(FileView::name).containsExactlyInAnyOrder("image.jpg", "complaint.pdf");
        assertThat(files(one)).allSatisfy(file -> {
            assertThat(file.disagrees()).isFalse();
            assertThat(file.folio()).isNull();
        });
        FileView picture = files(one).stream()
                .filter(file -> "image/jpeg".equals(file.detected()))
                .findFirst()
                .orElseThrow();
        byte[] bytes = opened(one, open -> open.read(picture.id()).bytes());
        assertThat(bytes).isEqualTo(JPEG);
        assertThat(waiting(one)).isZero();
    }

    @Test
    void waitsForAFilmOfLineAndPutsItBesideItsMessage() throws Exception {
        sandbox.line(lineText(id(), sender, "มีคลิป"));
        CaseSummary one = held().getFirst();
        String film = Long.toString(System.nanoTime());
        String content = "/v2/bot/message/" + film + "/content";
        servers.answers.put(content, PlatformServers.Answer.status(202));
        sandbox.line(Sandbox.lineMessage(sender, """
                {"id": "%s", "type": "video", "duration": 60000, "contentProvider": {"type": "line"}}""".formatted(film)));
        job.fetchDue();
        assertThat(files(one)).isEmpty();
        job.fetchDue(); // is not due yet
        servers.answers.put(
                content, PlatformServers.Answer.of("video/mp4", "....ftypmp42....".getBytes(StandardCharsets.UTF_8)));
        assertThat(asked(content)).isEqualTo(1);
        due();
        job.fetchDue();
        UUID message = opened(
                one,
                open -> open.all(Content.MessageFromReporter.class).getLast().id());
        assertThat(files(one)).singleElement().satisfies(file -> {
            assertThat(file.folio()).isEqualTo(message);
            assertThat(file.name()).startsWith("video.");
        });
        assertThat(servers.asked)
                .filteredOn(asked -> asked.path().equals(content))
                .allSatisfy(asked -> assertThat(asked.authorization()).isEqualTo("Bearer " + Sandbox.ACCESS_TOKEN));
    }

    @Test
    void tellsAPlaceInWords() throws Exception {
        sandbox.line(Sandbox.lineMessage(sender, """
                {"id": "1%s", "type": "location", "title": "ท่าทราย", "address": "หมู่ 3", "latitude": 6.54, "longitude": 101.28}""".formatted(System.nanoTime())));
        String details = opened(held().getFirst(), open -> open.report().details());
        assertThat(details).isEqualTo("ท่าทราย\nหมู่ 3\n6.54, 101.28");
    }

    @Test
    void takesAFileOnceThoughTwoFetchItAndOneDiesOverIt() throws Exception {
        servers.answers.put("/once.jpg", PlatformServers.Answer.of("image/jpeg", JPEG));
        String event = Sandbox.facebookFiles(id(), sender, Sandbox.attachment("image", HOST + "/once.jpg"));
        sandbox.facebook(event);
        sandbox.facebook(event);
        CaseSummary one = held().getFirst();
        assertThat(waiting(one)).isEqualTo(1);
        // A node took it in hand and died; another has it after the lease, and the first comes back.
        SocialAttachments.Due due = attachments.due().getFirst();
        assertThat(attachments.claim(due)).isTrue();
        assertThat(attachments.claim(due)).isFalse();
        job.fetchDue();
        assertThat(files(one)).isEmpty();
        due();
        try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> all = List.of(threads.submit(job::fetchDue), threads.submit(job::fetchDue));
            for (Future<?> each : all) {
                each.get();
            }
        }
        assertThat(files(one)).hasSize(1);
        boolean again = Boolean.TRUE.equals(town.in(() -> transaction.execute(status -> attachments.settle(due))));
        assertThat(again).isFalse();
    }

    @Test
    void saysInTheCaseWhatCouldNotBeHadAndWhy() throws Exception {
        servers.answers.put("/broken", PlatformServers.Answer.status(500));
        servers.answers.put("/away", PlatformServers.Answer.to("https://evil.example.org/1.jpg"));
        sandbox.facebook(Sandbox.facebookFiles(
                id(),
                sender,
                Sandbox.attachment("image", HOST + "/gone"),
                Sandbox.attachment("image", HOST + "/broken"),
                Sandbox.attachment("image", HOST + "/broken"),
                Sandbox.attachment("image", HOST + "/away")));
        CaseSummary one = held().getFirst();
        job.fetchDue();
        assertThat(missed(one))
                .containsExactly(new Content.NotFetched("Facebook", 1, Content.NotFetched.Why.ELSEWHERE));
        for (int attempt = 1; attempt < 10; attempt++) {
            due();
            job.fetchDue();
        }
        assertThat(missed(one)).contains(new Content.NotFetched("Facebook", 1, Content.NotFetched.Why.GONE));
        assertThat(waiting(one)).isEqualTo(2);
        clock.windTo(Instant.now().plus(Duration.ofDays(8)));
        try {
            job.fetchDue();
        } finally {
            clock.release();
        }
        assertThat(missed(one))
                .hasSize(3)
                .contains(new Content.NotFetched("Facebook", 2, Content.NotFetched.Why.UNREACHABLE));
        assertThat(waiting(one)).isZero();
        assertThat(servers.asked).extracting(PlatformServers.Asked::host).doesNotContain("evil.example.org");
    }

    private List<FileView> files(CaseSummary one) {
        return opened(
                one,
                open -> open.files().stream()
                        .filter(file -> !file.tellsReporter())
                        .toList());
    }

    private List<Content.NotFetched> missed(CaseSummary one) {
        return opened(
                one,
                open -> open.all(Content.NotFetched.class).stream()
                        .map(Filed::content)
                        .toList());
    }

    private long waiting(CaseSummary one) {
        return jdbc.sql("select count(*) from social_attachment where case_id = ?")
                .param(one.id().value())
                .query(Long.class)
                .single();
    }

    private long asked(String path) {
        return servers.asked.stream().filter(asked -> asked.path().equals(path)).count();
    }

    /** Whatever waits is due. */
    private void due() {
        jdbc.sql("update social_attachment set next_attempt_at = received_at").update();
    }

    private static String id() {
        return "m_" + UUID.randomUUID();
    }

    private List<CaseSummary> held() {
        return town.in(() ->
                cases.heldBy(town.officer("clerk"), false, Pageable.ofSize(100)).getContent());
    }

    private <T> T opened(CaseSummary one, Function<OpenCase, T> look) {
        return Objects.requireNonNull(town.in(
                () -> transaction.execute(status -> look.apply(cases.open(town.officer("clerk"), one.id())))));
    }
}
