package org.sucharit.examination;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeAll;

/**
 * Whatever somebody sends, its type is told, and of what has a copy one is made in bounded time and size that holds
 * nothing of what was hidden in it, or none. In the process that makes copies an error ends that process alone; here it
 * is looked for. As {@link org.sucharit.portal.ReportApiFuzzTests}.
 */
class FileIntakeFuzzTests {

    /** By which a file may be called; the first byte of an input says which. */
    private static final List<String> NAMES =
            List.of("file", "a.jpg", "a.pdf", "a.docx", "a.docm", "a.xlsx", "a.pptx", "a.odt", "a.tif", "a.webp");

    private static final Duration LONGEST = Duration.ofSeconds(30);

    @BeforeAll
    static void asInItsOwnProcess() {
        ImageIO.setUseCache(false);
    }

    @FuzzTest(maxDuration = "150s")
    void copiesAnything(byte[] input) throws IOException {
        if (input.length == 0) {
            return;
        }
        String name = NAMES.get((input[0] & 0xff) % NAMES.size());
        byte[] file = Arrays.copyOfRange(input, 1, input.length);
        byte[] kept = file.clone();
        long begun = System.nanoTime();
        String type = FileTypes.of(name, Arrays.copyOf(file, Math.min(file.length, FileTypes.HEAD)));
        FileTypes.disagree("application/octet-stream", name, type);
        if (Copyable.is(type)) {
            check(file, type);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
        assertThat(file).isEqualTo(kept);
    }

    private static void check(byte[] file, String type) throws IOException {
        Made made;
        try {
            made = CopyCommand.made(file, type);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError none) {
            return; // which the other process answers with, or dies of
        }
        assertThat(made.copy()).hasSizeBetween(1, Copier.LARGEST_COPY);
        assertThat(made.type()).doesNotContain("macro");
        switch (made.type()) {
            case "image/jpeg", "application/pdf" -> {
                assertThat(text(made.copy())).doesNotContain(Sent.SECRET, "Exif", "/JavaScript", "/EmbeddedFile");
                assertThat(text(made.thumbnail())).startsWith("\u00ff\u00d8").doesNotContain(Sent.SECRET, "Exif");
            }
            default -> checkParts(made.copy());
        }
    }

    /** What a document says in words may be anything; nothing else of it may. */
    private static void checkParts(byte[] document) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(document))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                String name = part.getName().toLowerCase(Locale.ROOT);
                String content = text(zip.readAllBytes());
                assertThat(name).doesNotContain("vbaproject", "docprops/", "printersettings");
                if (!name.endsWith(".xml") && !name.equals("mimetype")) {
                    assertThat(content).doesNotContain(Sent.SECRET, "Exif");
                }
                if (name.endsWith(".bin")) {
                    assertThat(content).isEmpty();
                }
            }
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
