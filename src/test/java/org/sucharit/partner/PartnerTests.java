package org.sucharit.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.sucharit.kernel.WoundClock;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.TlsIdentity;
import org.sucharit.testing.Town;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A partner's system from its key to the last message, by a real TLS server of the partner's. */
@SpringBootTest
@AutoConfigureMockMvc
@Import({Town.class, Browsing.class})
abstract class PartnerTests {

    private static final TlsIdentity TLS = TlsIdentity.create();

    record Message(String signature, String body) {}

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("sucharit.partners.private-addresses", () -> "true");
        properties.add("sucharit.partners.interval", () -> "1h");
        properties.add("sucharit.partners.ssl-bundle", () -> "partners");
        properties.add("spring.ssl.bundle.jks.partners.truststore.location", () -> "file:" + TLS.keyStore());
        properties.add("spring.ssl.bundle.jks.partners.truststore.password", () -> TlsIdentity.PASSWORD);
        properties.add("spring.ssl.bundle.jks.partners.truststore.type", () -> "PKCS12");
    }

    @Autowired
    Town towns;

    @Autowired
    Browsing browser;

    @Autowired
    MockMvc mvc;

    @Autowired
    StateWebhooks webhooks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    WoundClock clock;

    Town.Founded town;
    HttpsServer server;
    final Queue<Message> taken = new ConcurrentLinkedQueue<>();
    volatile int answer = 204;

    @BeforeEach
    void start() throws IOException {
        town = towns.found();
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(TLS.context()));
        server.createContext("/", exchange -> {
            taken.add(new Message(
                    exchange.getRequestHeaders().getFirst("Sucharit-Signature"),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void takesAReportOnceAndGivesTheFirstAnswerAgain() throws Exception {
        String key = issue(fields -> {});
        MockHttpServletResponse first = report(key, "OM-12/69", "repeat-repeat-repeat", "เรียกรับเงิน");
        assertThat(first.getStatus()).as(first.getContentAsString()).isEqualTo(201);
        JsonNode said = json.readTree(first.getContentAsString());
        assertThat(said.propertyNames())
                .containsExactlyInAnyOrder("reference", "receipt", "registerNumber", "receivedOn", "dueOn", "entry");

        MockHttpServletResponse again = report(key, "OM-12/69", "repeat-repeat-repeat", "เรียกรับเงิน");
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(report(key, "OM-12/69", "repeat-repeat-repeat", "เรื่องอื่น").getStatus())
                .isEqualTo(422);
        assertThat(report(key, "OM-12/69", null, "เรียกรับเงิน").getStatus()).isEqualTo(409);
        assertThat(cases()).isEqualTo(1);
        assertThat(jdbc.sql("select channel from case_file where organisation_id = ?")
                        .param(town.id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("OTHER");

        // Another partner's key makes another request of the same Idempotency-Key.
        String other = issue(fields -> {});
        assertThat(report(other, "OM-12/69", "repeat-repeat-repeat", "เรื่องอื่น")
                        .getStatus())
                .isEqualTo(201);
    }

    /** The attack: a report that is taken for one registered before, and is registered nowhere. */
    @Test
    void tellsTwoReportsOfTheSameWordsApart() throws Exception {
        String key = issue(fields -> {});
        assertThat(report(key, "A1", "repeat-repeat-repeat", "x").getStatus()).isEqualTo(201);
        assertThat(report(key, "A2", "repeat-repeat-repeat", "x").getStatus()).isEqualTo(422);
        assertThat(report(key, "A2", "another-another-one", "x").getStatus()).isEqualTo(201);
        assertThat(cases()).isEqualTo(2);
    }

    /** Whoever did not hear the answer to the day's last report would else not come to its receipt. */
    @Test
    void givesTheFirstAnswerAgainAlsoWhenTheDayIsUsedUp() throws Exception {
        String once = issue(fields -> fields.set("dailyQuota", "1"));
        MockHttpServletResponse first = report(once, "A1", "repeat-repeat-repeat", "x");
        assertThat(first.getStatus()).isEqualTo(201);
        MockHttpServletResponse again = report(once, "A1", "repeat-repeat-repeat", "x");
        assertThat(again.getStatus()).isEqualTo(201);
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(report(once, "A2", "another-another-one", "x").getStatus()).isEqualTo(429);
        assertThat(report(once, "นายสมชาย", null, "").getStatus()).isEqualTo(429);
    }

    @Test
    void keepsTheKeyItselfNowhere() throws Exception {
        String key = issue(fields -> {});
        assertThat(jdbc.sql("select token_hash from partner_key where organisation_id = ?")
                        .param(town.id.value())
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .single())
                .doesNotContain(key)
                .hasSize(32);
        assertThat(body(browser.open(town.officer("admin"), admin("")))).doesNotContain(key);
        report(key, "SECRETREF77", null, "เรียกรับเงิน");
        assertThat(jdbc.sql("select sealed_reference from partner_report where organisation_id = ?")
                        .param(town.id.value())
                        .query((row, n) -> new String(row.getBytes(1), StandardCharsets.ISO_8859_1))
                        .single())
                .doesNotContain("SECRETREF77");
    }

    @Test
    void letsNobodyInWithoutAKeyOfThisOrganisationThatCounts() throws Exception {
        String key = issue(fields -> {});
        assertThat(report("sucharit_wrong", "A1", null, "x").getStatus()).isEqualTo(401);
        assertThat(send(MockMvcRequestBuilders.post(api()), null, "{}").getStatus())
                .isEqualTo(401);
        Town.Founded mine = town;
        town = towns.found();
        assertThat(report(key, "A1", null, "x").getStatus()).isEqualTo(401);
        town = mine;

        String id = jdbc.sql("select id from partner_key where organisation_id = ?")
                .param(town.id.value())
                .query(String.class)
                .single();
        assertThat(status(
                        browser.send(town.officer("mayor"), admin("/" + id + "/revoke"), new LinkedMultiValueMap<>())))
                .isEqualTo(403);
        browser.send(town.officer("admin"), admin("/" + id + "/revoke"), new LinkedMultiValueMap<>());
        assertThat(report(key, "A1", null, "x").getStatus()).isEqualTo(401);
        assertThat(cases()).isZero();
        assertThat(jdbc.sql("select count(*) from register_entry where organisation_id = ? and act like 'PARTNER_KEY%'")
                        .param(town.id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(2);
    }

    @Test
    void holdsAKeyToItsScopeItsDayAndItsQuota() throws Exception {
        String following = issue(fields -> fields.set("scopes", "FOLLOW"));
        assertThat(report(following, "A1", null, "x").getStatus()).isEqualTo(403);

        String twice = issue(fields -> fields.set("dailyQuota", "2"));
        assertThat(report(twice, "A1", null, "x").getStatus()).isEqualTo(201);
        assertThat(report(twice, "A2", null, "x").getStatus()).isEqualTo(201);
        assertThat(report(twice, "A3", null, "x").getStatus()).isEqualTo(429);
        try {
            clock.windTo(clock.instant().plus(Duration.ofDays(1)));
            assertThat(report(twice, "A3", null, "x").getStatus()).isEqualTo(201);
        } finally {
            clock.release();
        }
    }

    @Test
    void tellsAPartnerOfItsOwnReportsOnly() throws Exception {
        String one = issue(fields -> fields.put("scopes", List.of("REPORT", "FOLLOW")));
        String other = issue(fields -> fields.put("scopes", List.of("REPORT", "FOLLOW")));
        report(one, "A1", null, "x");
        MockHttpServletResponse own = follow(one, "A1");
        assertThat(json.readTree(own.getContentAsString()).get("state").asString())
                .isEqualTo("RECEIVED");
        assertThat(follow(other, "A1").getStatus()).isEqualTo(404);
        assertThat(follow(one, "A2").getStatus()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsWrongWithAllOfIt() throws Exception {
        String key = issue(fields -> {});
        MockHttpServletResponse wrong = report(key, "นายสมชาย", null, "");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentType()).startsWith("application/problem+json");
        assertThat(wrong.getContentAsString()).contains("reference", "subject");
        assertThat(report(key, "A1", "short", "x").getStatus()).isEqualTo(422);
        assertThat(cases()).isZero();
    }

    @Test
    void tellsOfANewStateOnceAndSaysNothingElse() throws Exception {
        String key = issue(fields ->
                fields.set("webhook", "https://localhost:" + server.getAddress().getPort() + "/hook"));
        report(key, "REF-7", null, "ถ้อยคำลับของเรื่อง");
        webhooks.tell();
        assertThat(taken).isEmpty();

        move("INVESTIGATING");
        answer = 500;
        webhooks.tell();
        webhooks.tell();
        assertThat(taken).hasSize(1); // and waits before it tries again
        answer = 204;
        try {
            clock.windTo(clock.instant().plus(Duration.ofMinutes(5)));
            webhooks.tell();
            webhooks.tell();
        } finally {
            clock.release();
        }
        assertThat(taken).hasSize(2);
        Message message = taken.stream().toList().getLast();
        JsonNode said = json.readTree(message.body());
        assertThat(said.propertyNames()).containsExactlyInAnyOrder("reference", "state", "at");
        assertThat(said.get("reference").asString()).isEqualTo("REF-7");
        assertThat(said.get("state").asString()).isEqualTo("IN_PROGRESS");
        String at = message.signature().substring(2, message.signature().indexOf(','));
        assertThat(message.signature())
                .isEqualTo("t=" + at + ",v1="
                        + WebhookSender.sign(
                                secret, Long.parseLong(at), message.body().getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void followsNoRedirect() throws Exception {
        String key = issue(fields ->
                fields.set("webhook", "https://localhost:" + server.getAddress().getPort() + "/hook"));
        report(key, "REF-8", null, "x");
        move("CLOSED");
        answer = 307;
        webhooks.tell();
        assertThat(taken).hasSize(1);
        assertThat(jdbc.sql("select failure from partner_report where organisation_id = ?")
                        .param(town.id.value())
                        .query(String.class)
                        .single())
                .isEqualTo("HTTP 307");
    }

    @Test
    void isForAdministratorsAlone() throws Exception {
        for (String name : List.of("clerk", "mayor", "chief")) {
            assertThat(status(browser.open(town.officer(name), admin("/new"))))
                    .as(name)
                    .isEqualTo(403);
        }
        MultiValueMap<String, String> fields = key();
        fields.set("webhook", "http://example.org/hook");
        fields.remove("scopes");
        MvcResult refused = browser.send(town.officer("admin"), admin("/new"), fields);
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused)).contains("href=\"#webhook\"", "href=\"#scopes\"", "สำนักงานตัวอย่าง");
    }

    private String secret = "";

    private String issue(java.util.function.Consumer<MultiValueMap<String, String>> change) throws Exception {
        MultiValueMap<String, String> fields = key();
        change.accept(fields);
        String page = body(browser.send(town.officer("admin"), admin("/new"), fields));
        List<String> shown = Pattern.compile("<code[^>]*>([^<]+)</code>")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(shown).as(page).hasSize(2);
        secret = shown.get(1);
        return shown.getFirst();
    }

    private static MultiValueMap<String, String> key() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("name", "สำนักงานตัวอย่าง");
        fields.set("scopes", "REPORT");
        fields.set("dailyQuota", "100");
        return fields;
    }

    private void move(String state) {
        jdbc.sql("update case_file set state = ? where organisation_id = ?")
                .params(state, town.id.value())
                .update();
    }

    private MockHttpServletResponse report(String key, String reference, @Nullable String idempotency, String subject)
            throws Exception {
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.post(api());
        if (idempotency != null) {
            request.header("Idempotency-Key", idempotency);
        }
        return send(request, key, """
                {"reference": "%s", "kind": "CORRUPTION", "subject": "%s", "details": "รายละเอียด",
                 "reporter": {"mode": "ANONYMOUS"}}""".formatted(reference, subject));
    }

    private MockHttpServletResponse follow(String key, String reference) throws Exception {
        return send(MockMvcRequestBuilders.get(api()).queryParam("reference", reference), key, "");
    }

    private MockHttpServletResponse send(MockHttpServletRequestBuilder request, @Nullable String key, String body)
            throws Exception {
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        MockHttpServletResponse response = mvc.perform(
                        request.contentType(MediaType.APPLICATION_JSON).content(body))
                .andReturn()
                .getResponse();
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return response;
    }

    private long cases() {
        return jdbc.sql("select count(*) from case_file where organisation_id = ?")
                .param(town.id.value())
                .query(Long.class)
                .single();
    }

    private String api() {
        return "/api/" + town.shortName + "/partner/reports";
    }

    private String admin(String below) {
        return "/" + town.shortName + "/desk/admin/partners" + below;
    }
}
