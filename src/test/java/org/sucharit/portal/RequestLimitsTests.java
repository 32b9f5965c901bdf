package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What is too large is refused in our own words, and what is sent lies on no disk before it is sealed. */
@ExtendWith(OutputCaptureExtension.class)
class RequestLimitsTests extends PortalTest {

    private static Path parts = Path.of("");

    @DynamicPropertySource
    static void location(DynamicPropertyRegistry properties) throws IOException {
        parts = Files.createTempDirectory("parts");
        properties.add("sucharit.spool", parts::toString);
        properties.add("sucharit.upload.largest-request", () -> "6MB");
        properties.add("server.tomcat.max-swallow-size", () -> "64MB");
    }

    private String reports() {
        return "/api/" + town.shortName + "/reports";
    }

    private static byte[] json(int size) {
        byte[] body = new byte[size];
        java.util.Arrays.fill(body, (byte) ' ');
        body[0] = '{';
        body[size - 1] = '}';
        return body;
    }

    @Test
    void refuseABodyThatSaysItIsTooLarge() throws Exception {
        HttpResponse<String> answer = send(request(reports())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json(2 * 1024 * 1024))));
        tooLarge(answer);
    }

    @Test
    void refuseABodyThatTurnsOutTooLarge() throws Exception {
        HttpResponse<String> answer = send(request(reports())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(json(2 * 1024 * 1024)))));
        tooLarge(answer);
    }

    private static void tooLarge(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(json(answer).get("type").asString()).endsWith("body.tooLarge");
    }

    @Test
    void letALongReportThrough() throws Exception {
        HttpResponse<String> answer = send(request(reports())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(json(512 * 1024))));
        assertThat(answer.statusCode()).isEqualTo(422); // read, and nothing in it
    }

    @Test
    void refuseAnUploadThatIsTooLargeWithAPageOfOurs() throws Exception {
        HttpResponse<String> answer =
                postFile("/" + town.shortName + "/report", Map.of("kind", "CORRUPTION"), "a.png", new byte[8 << 20]);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("lang=\"th\"", "sucharit").doesNotContain("Tomcat", "Exception");
    }

    @Test
    void refuseAFormThatIsTooLargeWithAPageOfOurs() throws Exception {
        HttpResponse<String> answer = post("/" + town.shortName + "/report", Map.of("details", "x".repeat(9 << 20)));
        assertThat(answer.statusCode()).isBetween(400, 499);
        assertThat(answer.body()).contains("lang=\"th\"", "sucharit").doesNotContain("Tomcat", "Exception");
    }

    /** The attack: a form that does not say how long it is. */
    @Test
    void refuseAFormThatTurnsOutTooLargeWithAPageOfOurs() throws Exception {
        byte[] form = ("details=" + "x".repeat(30 << 20)).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        HttpResponse<String> answer = send(request("/" + town.shortName + "/report")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(form))));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("lang=\"th\"", "sucharit").doesNotContain("Tomcat", "Exception");
    }

    @Test
    void leaveNothingThatWasSentOnADisk() throws Exception {
        AtomicBoolean sent = new AtomicBoolean();
        AtomicBoolean seen = new AtomicBoolean();
        Thread watch = Thread.ofPlatform().start(() -> {
            while (!sent.get()) {
                if (anything()) {
                    seen.set(true);
                }
            }
        });
        byte[] file = "WrittenByTheReporter".repeat(200_000).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        for (int n = 0; n < 3; n++) {
            postFile("/" + town.shortName + "/report", Map.of("kind", "CORRUPTION"), "a.png", file);
        }
        sent.set(true);
        watch.join();
        assertThat(seen).as("a part on the disk").isFalse();
    }

    /** A file may be seen for the moment between its making and its unlinking, when nothing is in it. */
    private static boolean anything() {
        try (Stream<Path> files = Files.walk(parts)) {
            return files.anyMatch(RequestLimitsTests::holdsSomething);
        } catch (IOException | UncheckedIOException e) {
            return false;
        }
    }

    private static boolean holdsSomething(Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > 0;
        } catch (IOException gone) {
            return false;
        }
    }

    /** The attack: an upload whose fields, or the heads of whose parts, fill the memory. */
    @Test
    void refuseAnUploadOfTooMuchText() throws Exception {
        String part = "--x\r\nContent-Disposition: form-data; name=\"details\"\r\n\r\n%s\r\n";
        for (String body : java.util.List.of(
                part.formatted("x".repeat(300)).repeat(300) + "--x--\r\n",
                part.formatted("").replace("details", "d".repeat(9_000)) + "--x--\r\n")) {
            HttpResponse<String> answer = send(request("/" + town.shortName + "/report")
                    .header("Accept", "text/html")
                    .header("Content-Type", "multipart/form-data; boundary=x")
                    .POST(BodyPublishers.ofString(body)));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("lang=\"th\"", "sucharit").doesNotContain("Tomcat", "Exception");
        }
    }

    /** The attack: a file name that the library which reads uploads throws back at us. */
    @Test
    void takeAFileWhoseNameHoldsANul(CapturedOutput log) throws Exception {
        HttpResponse<String> answer = postFile(
                "/" + town.shortName + "/report",
                Map.of(
                        "kind", "GRIEVANCE",
                        "subject", "Lamp",
                        "details", "It is dark.",
                        "reporter.mode", "ANONYMOUS",
                        "declared", "true"),
                "NameOfMyBoss\0.png",
                new byte[] {1, 2, 3});
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("class=\"receipt\"");
        assertThat(log.getAll()).doesNotContain("NameOfMyBoss");
    }

    @Test
    void refuseAnUploadThatIsNone() throws Exception {
        for (String type : java.util.List.of("multipart/form-data", "multipart/form-data; boundary=x")) {
            HttpResponse<String> answer = send(request("/" + town.shortName + "/report")
                    .header("Accept", "text/html")
                    .header("Content-Type", type)
                    .POST(BodyPublishers.ofString("--y\r\nnothing that is a part")));
            assertThat(answer.statusCode()).isBetween(400, 499);
            assertThat(answer.body()).contains("lang=\"th\"", "sucharit").doesNotContain("Tomcat", "Exception");
        }
    }

    @Test
    void giveDownloadsATypeThatNoBrowserGuesses() throws Exception {
        for (String path : java.util.List.of("/" + town.shortName, "/" + town.shortName + "/nowhere", reports())) {
            assertThat(page(path).headers().firstValue("X-Content-Type-Options"))
                    .hasValue("nosniff");
        }
    }
}
