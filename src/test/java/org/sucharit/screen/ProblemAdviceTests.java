package org.sucharit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(
        classes = {ScreenServer.class, Problems.class},
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "sucharit.upload.largest-file=1MB",
            "sucharit.upload.largest-request=1MB",
            "server.tomcat.max-swallow-size=-1"
        })
class ProblemAdviceTests {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @Value("${local.server.port}")
    private int port;

    @ParameterizedTest
    @CsvSource({
        "INVALID, 422, invalid, ข้อมูลบางส่วนต้องแก้ไขก่อน",
        "NOT_FOUND, 404, notFound, ไม่พบหน้าหรือเรื่องนี้",
        "CONFLICT, 409, holidayThere, วันที่ ๒๐ พ.ย. ๒๕๖๙ เป็นวันหยุดในตารางอยู่แล้ว",
        "FORBIDDEN, 403, forbidden, ท่านไม่มีหน้าที่ทำรายการนี้",
        "TOO_LARGE, 413, forbidden, ท่านไม่มีหน้าที่ทำรายการนี้",
        "TOO_MANY, 429, forbidden, ท่านไม่มีหน้าที่ทำรายการนี้"
    })
    void answersProgramsWithTheProblemAsJson(String kind, int status, String code, String title) throws Exception {
        JsonNode problem = json(get("/api/problem/" + kind), status);
        assertThat(problem.get("type").asString()).isEqualTo("urn:sucharit:problem:" + code);
        assertThat(problem.get("title").asString()).isEqualTo(title);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
    }

    @Test
    void namesTheFieldsThatAreWrong() throws Exception {
        JsonNode problem = json(get("/api/problem/INVALID"), 422);
        assertThat(problem.get("errors").toString())
                .isEqualTo("[{\"field\":\"receivedOn\",\"message\":\"กรอกวัน เดือน ปี\"}]");
    }

    @Test
    void answersProgramsInTheLanguageTheyAskFor() throws Exception {
        HttpResponse<String> answer =
                send(request("/api/problem/NOT_FOUND").header("Accept-Language", "en-GB,th;q=0.5"));
        assertThat(json(answer, 404).get("title").asString()).isEqualTo("This page or case was not found");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"kind\":                              | json.malformed |",
                "''                                      | json.missing   |",
                "{\"colour\": \"red\"}                   | invalid | colour: There is no field of this name",
                "{\"kind\": \"THEFT\"}                   | invalid | kind: Must be one of: CORRUPTION, GRIEVANCE",
                "{\"kind\": 1}                           | invalid | kind: Must be one of: CORRUPTION, GRIEVANCE",
                "{\"accused\": [{\"age\": 4}, {\"age\": \"old\"}]} | invalid | accused[1].age: The value is of the wrong type",
                "{\"accused\": {\"age\": 4}}             | invalid | accused: The value is of the wrong type"
            })
    void saysWhatIsWrongWithTheJson(String body, String code, String error) throws Exception {
        JsonNode problem = json(
                send(request("/api/reports?lang=en")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))),
                400);
        assertThat(problem.get("type").asString()).isEqualTo("urn:sucharit:problem:" + code);
        if (error == null) {
            assertThat(problem.has("errors")).isFalse();
        } else {
            JsonNode first = problem.get("errors").get(0);
            assertThat(first.get("field").asString() + ": "
                            + first.get("message").asString())
                    .isEqualTo(error);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/needs, 400",
        "/api/needs?year=abc, 400",
        "/api/changed, 409",
        "/api/reports, 405",
        "/api/nothing, 404",
        "/api/problem/UNKNOWN, 404",
        "/api/breaks, 500"
    })
    void answersProgramsInOneFormWhateverFails(String address, int status) throws Exception {
        json(get(address), status);
    }

    @Test
    void saysWhichMethodsAnAddressTakes() throws Exception {
        assertThat(get("/api/reports").headers().firstValue("Allow")).hasValue("POST");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/breaks", "/api/breaks"})
    void keepsTheCauseOfAFailureToItself(String address) throws Exception {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.body())
                .doesNotContain("secret")
                .doesNotContain("Exception")
                .contains("ระบบขัดข้อง");
    }

    @ParameterizedTest
    @CsvSource({
        "/problem/NOT_FOUND, 404, ไม่พบหน้าหรือเรื่องนี้",
        "/problem/UNKNOWN, 404, ไม่พบหน้าหรือเรื่องนี้",
        "/nothing, 404, ไม่พบหน้าหรือเรื่องนี้",
        "/problem/FORBIDDEN, 403, ท่านเปิดหน้านี้ไม่ได้",
        "/closed, 403, ท่านเปิดหน้านี้ไม่ได้",
        "/problem/INVALID, 422, กรอกวัน เดือน ปี",
        "/changed, 409, มีผู้อื่นแก้ไขเรื่องนี้ไปก่อน",
        "/needs, 400, ระบบรับคำขอนี้ไม่ได้",
        "/error, 404, ไม่พบหน้าหรือเรื่องนี้"
    })
    void answersPeopleWithAPage(String address, int status, String says) throws Exception {
        HttpResponse<String> answer = get(address);
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(answer.body()).contains(says).contains("lang=\"th\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/upload", "/api/upload"})
    void saysHowLargeAFileMayBe(String address) throws Exception {
        String body = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n\r\n"
                + "a".repeat(1_100_000)
                + "\r\n--x--\r\n";
        HttpResponse<String> answer = send(request(address)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("ส่งไฟล์ละไม่เกิน ๑ เมกะไบต์");
    }

    private static JsonNode json(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return send(request(address).header("Accept", address.startsWith("/api") ? "*/*" : "text/html"));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + address));
    }
}
