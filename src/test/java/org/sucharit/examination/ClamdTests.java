package org.sucharit.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sucharit.examination.Scanner.Verdict;

/** Against ClamAV's own clamd, which knows one virus here: a text of ours. */
class ClamdTests {

    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private static Path home;

    private static int port;
    private static Process clamd;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assertThat(CLAMD)
                .as("The tests of the scanner need ClamAV (Debian: apt-get install clamav-daemon)")
                .isExecutable();
        port = freePort();
        Path database = Files.createDirectory(home.resolve("database"));
        // name:any type:any place:bytes
        Files.writeString(
                database.resolve("own.ndb"),
                "Test.Virus:0:*:"
                        + HexFormat.of().formatHex(FakeClamd.VIRUS.getBytes(StandardCharsets.US_ASCII))
                        + "\n");
        Files.writeString(home.resolve("clamd.conf"), """
                DatabaseDirectory %1$s/database
                TemporaryDirectory %1$s
                TCPSocket %2$d
                TCPAddr 127.0.0.1
                StreamMaxLength 4M
                Foreground yes
                """.formatted(home, port));
        clamd = new ProcessBuilder(
                        CLAMD.toString(), "-c", home.resolve("clamd.conf").toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("out").toFile())
                .start();
        awaitListening();
    }

    @AfterAll
    static void end() throws InterruptedException {
        clamd.destroy();
        clamd.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void tellsCleanFromFound() throws IOException {
        assertThat(scan(new byte[0])).isEqualTo(new Verdict.Clean());
        assertThat(scan(new byte[3_000_000])).isEqualTo(new Verdict.Clean());
        byte[] infected = ("x".repeat(2_000_000) + FakeClamd.VIRUS).getBytes(StandardCharsets.US_ASCII);
        assertThat(scan(infected)).isEqualTo(new Verdict.Found("Test.Virus.UNOFFICIAL"));
    }

    /** It hangs up in the middle; what it did not read to its end it did not find clean. */
    @Test
    void waitsWhereItIsTooLargeForTheScanner() throws IOException {
        assertThat(scan(new byte[12_000_000])).isEqualTo(new Verdict.Waiting());
    }

    private static Verdict scan(byte[] file) throws IOException {
        return new Scanner("127.0.0.1", port, Duration.ofSeconds(30)).scan(() -> new ByteArrayInputStream(file));
    }

    private static int freePort() throws IOException {
        try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return any.getLocalPort();
        }
    }

    private static void awaitListening() throws IOException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try (Socket listening = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (!clamd.isAlive() || Instant.now().isAfter(end)) {
                    throw new IOException(Files.readString(home.resolve("out")), notYet);
                }
                Thread.sleep(100);
            }
        }
    }
}
