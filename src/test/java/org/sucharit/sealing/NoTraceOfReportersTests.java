package org.sucharit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.sucharit.SucharitApplication;
import org.sucharit.testing.Town;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reports, follows and writes from a marked address with a marked browser while every log is at its loudest, and then
 * looks for the marks: in the log, and in the files of the database.
 */
@ExtendWith(OutputCaptureExtension.class)
class NoTraceOfReportersTests {

    private static final String BROWSER = "MarkedBrowser/7.77";
    private static final String ADDRESS = "203.0.113.77";
    private static final String FROM = "https://marked.example/referer";

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void leavesNeitherAddressNorBrowser(@TempDir Path directory, CapturedOutput log) throws Exception {
        String receipt;
        try (ConfigurableApplicationContext context =
                SpringApplication.run(new Class<?>[] {SucharitApplication.class, Town.class}, new String[] {
                    "--server.port=0",
                    "--spring.datasource.url=jdbc:h2:file:" + directory.resolve("db") + ";WRITE_DELAY=0",
                    "--server.tomcat.basedir=" + directory.resolve("tomcat"),
                    "--logging.level.root=DEBUG",
                    "--logging.level.org.sucharit=TRACE",
                    "--logging.level.org.springframework.web=TRACE",
                    "--logging.level.org.apache=TRACE",
                    "--logging.level.org.hibernate.orm.jdbc.bind=TRACE",
                })) {
            String org = context.getBean(Town.class).found().shortName;
            receipt = reportAndFollow(
                    "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"), org);
        }
        assertThat(log.getAll()).contains("DEBUG"); // it was loud
        for (String mark : List.of(BROWSER, ADDRESS, FROM, receipt, "หัวข้อที่มีเครื่องหมาย", "WrittenByTheReporter")) {
            assertThat(log.getAll().contains(mark)).as(mark + " in the log").isFalse();
            for (Path file : files(directory)) {
                assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                .contains(
                                        new String(mark.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                        .as("%s in %s", mark, file)
                        .isFalse();
            }
        }
    }

    private String reportAndFollow(String base, String org) throws IOException, InterruptedException {
        HttpResponse<String> reported = send(marked(base + "/api/" + org + "/reports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"kind": "TIP", "subject": "หัวข้อที่มีเครื่องหมาย", "details": "รายละเอียด",
                         "reporter": {"mode": "ANONYMOUS"}}""")));
        assertThat(reported.statusCode()).isEqualTo(201);
        String receipt =
                JsonMapper.shared().readTree(reported.body()).get("receipt").asString();
        assertThat(send(marked(base + "/" + org + "/follow")
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString("receipt=" + receipt)))
                        .statusCode())
                .isEqualTo(200);
        assertThat(send(marked(base + "/" + org + "/follow/messages")
                                .header("Content-Type", "multipart/form-data; boundary=x")
                                .POST(
                                        BodyPublishers.ofString(
                                                "--x\r\nContent-Disposition: form-data; name=\"receipt\"\r\n\r\n"
                                                        + receipt
                                                        + "\r\n--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nhello\r\n--x--\r\n")))
                        .statusCode())
                .isEqualTo(200);
        send(marked(base + "/" + org + "/nowhere").GET());
        send(marked(base + "/" + org + "/follow")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("receipt=1")));
        for (String body : List.of("receipt=" + receipt + "%FF", "subject=WrittenByTheReporter%FF")) {
            for (String page : List.of("/follow", "/report", "/follow?" + body, "/report?" + body)) {
                HttpResponse<String> garbled = send(marked(base + "/" + org + page)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)));
                assertThat(garbled.statusCode()).as(page).isEqualTo(400);
                assertThat(garbled.body()).contains("lang=\"th\"", "sucharit").doesNotContain("Tomcat", "Exception");
            }
        }
        HttpResponse<String> upload = send(marked(base + "/" + org + "/report?subject=WrittenByTheReporter%FF")
                .header("Content-Type", "multipart/form-data; boundary=x")
                .POST(BodyPublishers.ofString(
                        "--x\r\nContent-Disposition: form-data; name=\"kind\"\r\n\r\nTIP\r\n--x--\r\n")));
        assertThat(upload.statusCode()).isEqualTo(400);
        return receipt;
    }

    private static HttpRequest.Builder marked(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("User-Agent", BROWSER)
                .header("X-Forwarded-For", ADDRESS)
                .header("Referer", FROM)
                .header("Accept", "*/*");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
