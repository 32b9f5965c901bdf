package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.intake.Correspondence;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;
import tools.jackson.databind.JsonNode;

class ReportApiTests extends PortalTest {

    private static final String REPORT = """
            {"kind": "CORRUPTION", "subject": "เรียกเงินค่าอนุญาต", "details": "เรียกเงินห้าพันบาทที่เคาน์เตอร์",
             "occurredOn": "2026-01-05", "place": "กองช่าง",
             "accused": [{"position": "นายช่างโยธา", "unit": "กองช่าง"}],
             "reporter": {"mode": "NAMED", "name": "นางสาวสมมุติ ทดสอบ", "phone": "0200000000"}}""";

    @Autowired
    private CaseFiles files;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private Vault vault;

    @Autowired
    private Time time;

    @Autowired
    private WoundClock clock;

    @Test
    void answersAReportWithItsReceiptAndItsPlaceInTheRegister() throws Exception {
        HttpResponse<String> answer = report(REPORT, null);

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode said = json(answer);
        assertThat(said.propertyNames())
                .containsExactlyInAnyOrder("receipt", "registerNumber", "receivedOn", "dueOn", "entry");
        assertThat(said.get("receivedOn").asString()).isEqualTo(time.today().toString());
        assertThat(said.get("dueOn").asString())
                .isEqualTo(time.today().plusDays(60).toString());
        assertThat(said.get("registerNumber").asString())
                .matches("ลับ \\d+/" + (time.today().getYear() + 543));
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");

        CaseId id = caseOf(said.get("receipt").asString());
        byte[] entry = jdbc.sql("select entry from register_entry where case_id = ? and act = 'RECEIVED'")
                .param(id.value())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(Base64.getDecoder().decode(said.get("entry").asString())).isEqualTo(entry);
        var report = town.in(() -> files.open(town.officer("clerk"), id).report());
        assertThat(report.subject()).isEqualTo("เรียกเงินค่าอนุญาต");
        assertThat(report.occurredOn()).isEqualTo(LocalDate.of(2026, 1, 5));
    }

    @Test
    void takesAnAnonymousReportOfThreeFields() throws Exception {
        HttpResponse<String> answer = report(
                "{\"kind\": \"GRIEVANCE\", \"subject\": \"ไฟดับ\", \"details\": \"หน้าวัด\","
                        + " \"reporter\": {\"mode\": \"ANONYMOUS\"}}",
                null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        assertThat(json(answer).get("registerNumber").asString()).doesNotContain("ลับ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"kind\": \"CORRUPTION\"      | \"kind\": \"THEFT\"           | 400 | kind",
                "\"kind\": \"CORRUPTION\"      | \"kind\": 0                   | 400 | kind",
                "\"kind\": \"CORRUPTION\"      | \"kind\": null                | 422 | kind",
                "\"kind\": \"CORRUPTION\"      | \"kind\": \"TIP\", \"colour\": 1 | 400 | colour",
                "\"name\"                      | \"age\"                       | 400 | reporter.age",
                "\"unit\"                      | \"rank\"                      | 400 | accused[0].rank",
                "2026-01-05                    | 2026-02-31                    | 400 | occurredOn",
                "2026-01-05                    | 2126-01-05                    | 422 | occurredOn",
                "เรียกเงินค่าอนุญาต              | ''                            | 422 | subject",
                "\"NAMED\"                     | \"ANONYMOUS\"                 | 422 | reporter.mode",
                "\"NAMED\"                     | null                          | 422 | reporter.mode",
                "\"NAMED\"                     | \"SHY\"                       | 400 | reporter.mode",
                "นางสาวสมมุติ ทดสอบ             | ''                            | 422 | reporter.name",
                "\"phone\": \"0200000000\"     | \"email\": \"nobody\"         | 422 | reporter.email",
                "[{                            | [null, {                      | 422 | accused[0].name"
            })
    void refusesWhatItCannotTakeAndNamesTheField(String instead, String of, int status, String field) throws Exception {
        long before = cases();
        JsonNode problem = problem(report(REPORT.replace(instead, of), "a key of the sender's own"), status);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo(field);
        assertThat(problem.get("errors").get(0).get("message").asString()).isNotBlank();
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void refusesWhatIsTooLong() throws Exception {
        JsonNode problem = problem(report(REPORT.replace("ห้าพันบาท", "ก".repeat(20_001)), null), 422);
        assertThat(problem.get("errors").toString()).contains("details", "๒๐,๐๐๐");
    }

    @Test
    void saysEverythingThatIsWrongAtOnceInTheLanguageAskedFor() throws Exception {
        HttpResponse<String> answer = send(request("/api/" + town.shortName + "/reports")
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .POST(BodyPublishers.ofString("{\"accused\": [{}]}")));
        JsonNode problem = problem(answer, 422);
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("field").asString())
                        .toList())
                .containsExactlyInAnyOrder("kind", "subject", "details", "accused[0].name", "reporter.mode");
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("message").asString()))
                .contains("Choose the kind", "Enter the name of accused person 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"kind\":", "{} {}"})
    void refusesWhatIsNoReport(String body) throws Exception {
        problem(report(body, null), 400);
    }

    @Test
    void knowsOnlyOrganisationsThatAreThere() throws Exception {
        problem(
                send(request("/api/nowhere/reports")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(REPORT))),
                404);
    }

    // Repeats

    @Test
    void givesARepeatTheFirstAnswer() throws Exception {
        long before = cases();
        HttpResponse<String> first = report(REPORT, "0123456789abcdef");
        HttpResponse<String> second = report(REPORT.replace(": ", ":"), "0123456789abcdef");
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(json(second)).isEqualTo(json(first));
        assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void refusesAKeyThatBelongsToAnotherReport() throws Exception {
        report(REPORT, "this key is used twice");
        long before = cases();
        JsonNode problem = problem(report(REPORT.replace("ห้าพัน", "หกพัน"), "this key is used twice"), 422);
        assertThat(problem.get("type").asString()).endsWith("idempotency.otherRequest");
        assertThat(cases()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 15, 201})
    void refusesAKeyThatIsTooShortOrTooLong(int length) throws Exception {
        JsonNode problem = problem(report(REPORT, "k".repeat(length)), 400);
        assertThat(problem.get("title").asString()).contains("Idempotency-Key", "๑๖", "๒๐๐");
    }

    @Test
    void makesOneCaseOfManySimultaneousRepeats() throws Exception {
        long before = cases();
        List<String> answers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<HttpResponse<String>>> sent = IntStream.range(0, 8)
                    .mapToObj(n -> threads.submit(() -> report(REPORT, "all at the same moment")))
                    .toList();
            for (Future<HttpResponse<String>> one : sent) {
                assertThat(one.get().statusCode()).as(one.get().body()).isEqualTo(201);
                answers.add(one.get().body());
            }
        }
        assertThat(answers).containsOnly(answers.getFirst());
        assertThat(cases()).isEqualTo(before + 1);
    }

    @Test
    void forgetsAKeyAfterADay() throws Exception {
        HttpResponse<String> first = report(REPORT, "forgotten tomorrow");
        clock.windTo(time.now().plus(Submissions.KEPT).plusSeconds(1));
        try {
            HttpResponse<String> second = report(REPORT, "forgotten tomorrow");
            assertThat(second.statusCode()).isEqualTo(201);
            assertThat(json(second).get("receipt")).isNotEqualTo(json(first).get("receipt"));
        } finally {
            clock.release();
        }
    }

    @Test
    void keepsTheAnswerWhereOnlyTheKeyFindsAndOpensIt() throws Exception {
        String key = "kept where nobody finds it";
        String receipt = json(report(REPORT, key)).get("receipt").asString();
        String rows = jdbc.sql("select lookup, request_digest, sealed_receipt from idempotent_answer")
                .query((row, n) -> IntStream.of(1, 2, 3)
                        .mapToObj(column -> bytes(row, column))
                        .collect(Collectors.joining()))
                .list()
                .toString();
        assertThat(rows).isNotEqualTo("[]").doesNotContain(hex(key)).doesNotContain(hex(receipt));
    }

    // With the receipt

    @Test
    void tellsWhereTheCaseStands() throws Exception {
        String receipt = json(report(REPORT, null)).get("receipt").asString();
        HttpResponse<String> answer = get("/current", "Receipt " + receipt);
        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode standing = json(answer);
        assertThat(standing.get("state").asString()).isEqualTo("SCREENING");
        assertThat(standing.get("kind").asString()).isEqualTo("CORRUPTION");
        assertThat(standing.get("dueOn")).isEqualTo(standing.get("firstDueOn"));
        assertThat(standing.has("decidedOn")).isFalse();
    }

    @Test
    void carriesMessagesBothWays() throws Exception {
        String receipt = json(report(REPORT, null)).get("receipt").asString();
        HttpResponse<String> written = send(authorized("/current/messages", "receipt " + receipt)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"text\": \"มีพยานอีกหนึ่งคน\"}")));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
        town.run(() -> correspondence.write(town.officer("clerk"), caseOf(receipt), "ขอชื่อพยาน"));

        JsonNode messages = json(get("/current/messages", "Receipt " + receipt)).get("messages");
        assertThat(messages.valueStream()
                        .map(one -> one.get("from").asString() + " "
                                + one.get("text").asString())
                        .toList())
                .containsExactly("REPORTER มีพยานอีกหนึ่งคน", "OFFICE ขอชื่อพยาน");
    }

    @Test
    void takesAttachments() throws Exception {
        String receipt = json(report(REPORT, null)).get("receipt").asString();
        byte[] picture = "a picture".getBytes(StandardCharsets.UTF_8);
        String name = "ภาพ".repeat(60) + ".png";
        HttpResponse<String> answer = send(upload(api("/current/attachments"), Map.of(), name, picture)
                .header("Authorization", "Receipt " + receipt));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);

        var stored =
                town.in(() -> files.open(town.officer("clerk"), caseOf(receipt)).files());
        assertThat(stored).hasSize(1);
        assertThat(stored.getFirst().name()).isEqualTo(name);
        assertThat(stored.getFirst().size()).isEqualTo(picture.length);
    }

    @Test
    void refusesAnAttachmentOverTheLimit() throws Exception {
        String receipt = json(report(REPORT, null)).get("receipt").asString();
        JsonNode problem = problem(
                send(upload(api("/current/attachments"), Map.of(), "big.png", new byte[25 * 1024 * 1024 + 1])
                        .header("Authorization", "Receipt " + receipt)),
                422);
        assertThat(problem.get("errors").get(0).get("field").asString()).isEqualTo("files");
        assertThat(json(get("/current/messages", "Receipt " + receipt)).get("messages"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Receipt", "Receipt 1234", "Bearer abc", "Receipt 00000000000000000000000000ab"})
    void asksForAReceipt(String authorization) throws Exception {
        HttpResponse<String> answer = get("/current", authorization);
        problem(answer, 401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Receipt");
    }

    @Test
    void findsNothingForAReceiptThatWasNeverGiven() throws Exception {
        for (String path : List.of("/current", "/current/messages")) {
            problem(get(path, "Receipt " + neverGiven()), 404);
        }
        problem(
                send(authorized("/current/messages", "Receipt " + neverGiven())
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{\"text\": \"x\"}"))),
                404);
    }

    @Test
    void findsNoCaseOfAnotherOrganisation() throws Exception {
        String receipt = json(report(REPORT, null)).get("receipt").asString();
        String other = towns.found().shortName;
        HttpResponse<String> answer =
                send(request("/api/" + other + "/reports/current").header("Authorization", "Receipt " + receipt));
        problem(answer, 404);
    }

    @Test
    void isDescribed() throws Exception {
        JsonNode description = json(send(request("/v3/api-docs")));
        List<String> operations = description
                .get("paths")
                .propertyStream()
                .filter(path -> path.getKey().startsWith("/api/{org}/reports"))
                .flatMap(path -> path.getValue().propertyNames().stream().map(method -> method + " " + path.getKey()))
                .toList();
        assertThat(operations)
                .containsExactlyInAnyOrder(
                        "post /api/{org}/reports",
                        "get /api/{org}/reports/current",
                        "get /api/{org}/reports/current/messages",
                        "post /api/{org}/reports/current/messages",
                        "post /api/{org}/reports/current/attachments",
                        "get /api/{org}/reports/current/attachments/{id}");
        assertThat(description.get("paths").propertyNames()).allMatch(path -> path.startsWith("/api/"));
        assertThat(description
                        .at("/components/schemas/ReportRequest/properties")
                        .propertyNames())
                .containsExactlyInAnyOrder("kind", "subject", "details", "occurredOn", "place", "accused", "reporter");
    }

    private CaseId caseOf(String receipt) {
        return town.in(() -> vault.find(Receipt.parse(receipt).orElseThrow()).orElseThrow());
    }

    /** All nought but for the check digits. */
    static String neverGiven() {
        return "0".repeat(25) + "195";
    }

    private HttpResponse<String> report(String body, @Nullable String key) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(api("")).header("Content-Type", "application/json");
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request.POST(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> get(String path, String authorization) throws IOException, InterruptedException {
        return send(authorized(path, authorization));
    }

    private HttpRequest.Builder authorized(String path, String authorization) {
        HttpRequest.Builder request = request(api(path));
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private String api(String path) {
        return "/api/" + town.shortName + "/reports" + path;
    }

    private static JsonNode problem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return json(answer);
    }

    private static String bytes(java.sql.ResultSet row, int column) {
        try {
            return HexFormat.of().formatHex(row.getBytes(column));
        } catch (java.sql.SQLException e) {
            throw new AssertionError(e);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
    }
}
