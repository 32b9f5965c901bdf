package org.sucharit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.sucharit.testing.TlsIdentity;
import org.sucharit.testing.Town;

/**
 * How fast reports come in that have a file of 25 MB each, over TLS, beside the same bytes sent to a server that throws
 * them away, in one run. Holds that nothing fails and that what is in use on the heap does not grow with the files that
 * are on their way; never a time.
 */
@Tag("bench")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Town.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
abstract class UploadBenchTests {

    /** How many are sent in all, by however many clients. */
    private static final int FILES = Integer.getInteger("bench.files", 48);

    private static final int FILE = 25_000_000;
    private static final double MEBIBYTES = FILE / (1024.0 * 1024);

    /** What one request may hold on to: a chunk in the clear, sealed and on its way to the database, and buffers. */
    private static final double MEBIBYTES_EACH = 6;

    private static final Map<String, String> REPORT = Map.of(
            "kind", "CORRUPTION",
            "subject", "การเบิกค่าน้ำมันเชื้อเพลิงไม่ตรงกับการใช้งานจริง",
            "details", "มีภาพเคลื่อนไหวเป็นหลักฐาน",
            "reporter.mode", "ANONYMOUS",
            "declared", "true");

    private static final byte[] NOISE = noise();
    private static final TlsIdentity TLS = TlsIdentity.create();

    @Autowired
    Town towns;

    @Value("${local.server.port}")
    int port;

    abstract String database();

    @DynamicPropertySource
    static void tls(DynamicPropertyRegistry properties) {
        properties.add("server.ssl.key-store", () -> TLS.keyStore().toString());
        properties.add("server.ssl.key-store-password", () -> TlsIdentity.PASSWORD);
        properties.add("server.ssl.key-store-type", () -> "PKCS12");
    }

    @AfterAll
    static void tell() throws IOException {
        Results.tell();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    @Order(1)
    void toAServerThatThrowsThemAway(int clients) throws Exception {
        HttpsServer sink = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            sink.setHttpsConfigurator(new HttpsConfigurator(TLS.context()));
            sink.setExecutor(threads);
            sink.createContext("/", exchange -> {
                try (InputStream sent = exchange.getRequestBody()) {
                    sent.transferTo(OutputStream.nullOutputStream());
                }
                exchange.sendResponseHeaders(200, -1);
                exchange.close();
            });
            sink.start();
            measure("25 MB thrown away", clients, sink.getAddress().getPort(), "/");
        } finally {
            sink.stop(0);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 16})
    @Order(2)
    void asAReport(int clients) throws Exception {
        measure("25 MB with a report", clients, port, "/" + towns.found().shortName + "/report");
    }

    /** Sixteen at once keep no more of their files in memory than a chunk or two each. */
    @Test
    @Order(3)
    void theHeapStaysFlat() throws Exception {
        double one = peak(1);
        double sixteen = peak(16);
        assertThat(sixteen).isLessThan(one + 15 * MEBIBYTES_EACH);
    }

    private double peak(int clients) throws Exception {
        HttpRequest request = request(port, "/" + towns.found().shortName + "/report");
        try (HttpClient client = client();
                LiveHeap heap = new LiveHeap()) {
            assertNoFailure(Load.of(clients, 16, () -> send(client, request)));
            Results.value(
                    database(),
                    "25 MB with a report, clients: " + clients,
                    "peakLiveHeapMebibytes",
                    heap.peakMebibytes());
            return heap.peakMebibytes();
        }
    }

    private void measure(String what, int clients, int server, String path) throws Exception {
        HttpRequest request = request(server, path);
        try (HttpClient client = client()) {
            Load.Rate rate = Load.of(clients, FILES, () -> send(client, request));
            Results.rate(database(), what, rate);
            Results.value(
                    database(), what + ", clients: " + clients, "mebibytesPerSecond", rate.perSecond() * MEBIBYTES);
            assertNoFailure(rate);
        }
    }

    private static void assertNoFailure(Load.Rate rate) {
        if (rate.firstFailure() != null) {
            throw new AssertionError(rate.failures() + " failed, the first so:", rate.firstFailure());
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(TLS.context())
                .build();
    }

    private static HttpRequest request(int server, String path) {
        return HttpRequest.newBuilder(URI.create("https://localhost:" + server + path))
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofInputStream(UploadBenchTests::body))
                .build();
    }

    private static HttpResponse<String> send(HttpClient client, HttpRequest request) throws Exception {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        boolean receipt = answer.body().contains("class=\"receipt");
        if (answer.statusCode() != 200 || receipt == request.uri().getPath().equals("/")) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return answer;
    }

    /** A form with a file that no copy is made of, made as it is sent. */
    private static InputStream body() {
        String fields = REPORT.entrySet().stream()
                .map(field -> "--x\r\nContent-Disposition: form-data; name=\"" + field.getKey() + "\"\r\n\r\n"
                        + field.getValue() + "\r\n")
                .collect(Collectors.joining());
        List<InputStream> parts = new ArrayList<>();
        parts.add(text(fields + "--x\r\nContent-Disposition: form-data; name=\"files\"; filename=\"clip.bin\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n"));
        for (int sent = 0; sent < FILE; sent += NOISE.length) {
            parts.add(new ByteArrayInputStream(NOISE));
        }
        parts.add(text("\r\n--x--\r\n"));
        return new SequenceInputStream(Collections.enumeration(parts));
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] noise() {
        byte[] noise = new byte[1_000_000];
        new Random(1).nextBytes(noise);
        return noise;
    }
}
