package org.sucharit.examination;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sucharit.examination.Scanner.Verdict;

/** Only a plain answer makes a file clean. */
class ScannerTests {

    private final FakeClamd clamd = new FakeClamd();
    private final Scanner scanner = new Scanner("127.0.0.1", clamd.port(), Duration.ofSeconds(1));

    @AfterEach
    void end() throws IOException {
        clamd.close();
    }

    private Verdict scan(byte[] file) throws IOException {
        return scanner.scan(() -> new ByteArrayInputStream(file));
    }

    @Test
    void tellsCleanFromFound() throws IOException {
        assertThat(scan(new byte[0])).isEqualTo(new Verdict.Clean());
        assertThat(scan(new byte[3_000_000])).isEqualTo(new Verdict.Clean());
        byte[] late = ("x".repeat(200_000) + FakeClamd.VIRUS).getBytes(StandardCharsets.US_ASCII);
        assertThat(scan(late)).isEqualTo(new Verdict.Found("Test.Virus-1"));
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WELL")
    void takesNothingElseForAnAnswer(FakeClamd.Mood mood) throws IOException {
        clamd.is(mood);
        long begun = System.nanoTime();
        assertThat(scan(new byte[1_000_000])).isEqualTo(new Verdict.Waiting());
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void waitsForAScannerThatIsNotThere() throws IOException {
        clamd.close();
        assertThat(scan(new byte[10])).isEqualTo(new Verdict.Waiting());
        assertThat(new Scanner("scanner.invalid", 3310, Duration.ofSeconds(1))
                        .scan(() -> new ByteArrayInputStream(new byte[1])))
                .isEqualTo(new Verdict.Waiting());
    }
}
