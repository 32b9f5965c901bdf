package org.sucharit.social;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.social.Sandbox.facebookText;
import static org.sucharit.social.Sandbox.lineText;

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
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.testing.Town;
import org.sucharit.vault.Vault;

@SpringBootTest
@AutoConfigureMockMvc
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestPropertySource(
        properties = {
            "sucharit.social.facebook[0].organisation=social",
            "sucharit.social.facebook[0].app-secret=" + Sandbox.APP_SECRET,
            "sucharit.social.facebook[0].verify-token=" + Sandbox.VERIFY_TOKEN,
            "sucharit.social.line[0].organisation=social",
            "sucharit.social.line[0].channel-secret=" + Sandbox.CHANNEL_SECRET
        })
abstract class SocialTests {

    @Autowired
    Town towns;

    @Autowired
    MockMvc mvc;

    @Autowired
    CaseFiles cases;

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
