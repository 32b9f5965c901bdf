package org.sucharit.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is spooled comes back whole, and is there for nobody else. */
class SpoolTests {

    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @TempDir
    Path folder = Path.of("");

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private Spool filled(byte[] bytes) throws IOException {
        Spool spool = Spool.in(folder);
        try (OutputStream out = spool.write()) {
            out.write(bytes);
        }
        return spool;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 65_535, 65_536, 65_537, 1_000_003})
    void givesBackWhatWasPutIn(int size) throws IOException {
        byte[] bytes = bytes(size);
        try (Spool spool = filled(bytes)) {
            assertThat(spool.size()).isEqualTo(size);
            for (int again = 0; again < 2; again++) {
                try (InputStream in = spool.read()) {
                    assertThat(in.readAllBytes()).isEqualTo(bytes);
                }
            }
        }
    }

    @Test
    void letsSeveralReadAtOnce() throws IOException {
        byte[] bytes = bytes(300_000);
        try (Spool spool = filled(bytes);
                InputStream first = spool.read();
                InputStream second = spool.read()) {
            byte[] half = first.readNBytes(150_000);
            assertThat(second.readAllBytes()).isEqualTo(bytes);
            assertThat(half).isEqualTo(Arrays.copyOf(bytes, 150_000));
            assertThat(first.readAllBytes()).hasSize(150_000);
        }
    }

    /** The attack: somebody reads the disk while, and after, something is received. */
    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "looks at the open files of the process")
    void standsInNoFolderAndInTheClearNowhere() throws IOException {
        String secret = "นายดำ ทดสอบ รับเงิน ".repeat(20_000);
        try (Spool spool = filled(secret.getBytes(StandardCharsets.UTF_8))) {
            try (Stream<Path> named = Files.list(folder)) {
                assertThat(named).isEmpty();
            }
            List<byte[]> onDisk = openFiles();
            assertThat(onDisk).hasSize(1);
            assertThat(onDisk.getFirst().length).isGreaterThan((int) spool.size());
            assertThat(new String(onDisk.getFirst(), StandardCharsets.UTF_8)).doesNotContain("ทดสอบ", "รับเงิน");
        }
        assertThat(openFiles()).isEmpty();
    }

    private List<byte[]> openFiles() throws IOException {
        List<byte[]> ours = new ArrayList<>();
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            for (Path file : open.toList()) {
                if (Files.isSymbolicLink(file)
                        && Files.readSymbolicLink(file).toString().startsWith(folder + "/sucharit-")) {
                    ours.add(Files.readAllBytes(file));
                }
            }
        }
        return ours;
    }
}
