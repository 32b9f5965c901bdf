package org.sucharit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.FileView;
import org.sucharit.kernel.Time;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

@SpringBootTest
@OnH2
@Import(Town.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanFoldersTests {

    private static final String PDF = "%PDF-1.7 scanned";

    private static final Path FOLDER = temporary();

    private static Path temporary() {
        try {
            return Files.createTempDirectory("scans");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("sucharit.scans.interval", () -> "1h");
        properties.add("sucharit.scans.folders[0].organisation", () -> "missing");
        properties.add("sucharit.scans.folders[0].path", () -> FOLDER.resolve("elsewhere"));
        properties.add("sucharit.scans.folders[1].organisation", () -> "scans");
        properties.add("sucharit.scans.folders[1].path", () -> FOLDER.resolve("in"));
    }

    @Autowired
    Town towns;

    @Autowired
    ScanFolders scans;

    @Autowired
    CaseFiles cases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Time time;

    Town.Founded town;
    Path in;
    int before;

    @BeforeAll
    void found() throws IOException {
        town = towns.found("scans");
        in = Files.createDirectories(FOLDER.resolve("in"));
    }

    @BeforeEach
    void count() {
        before = held().size();
    }

    @Test
    void makesACaseOfEachScanAndLeavesNothingOfItInTheFolder() throws IOException {
        put("จดหมาย ๑.pdf", PDF, Duration.ofMinutes(1));
        put("scan2.tif", "II*\0pages", Duration.ofDays(2));
        scans.look();
        scans.look();
        assertThat(held()).hasSize(before + 2);
        assertThat(left()).isEmpty();
        List<FileView> files = held().subList(0, 2).stream()
                .flatMap(one -> Objects.requireNonNull(town.in(() -> transaction.execute(status ->
                                cases.open(town.officer("clerk"), one.id()).files())))
                        .stream())
                .toList();
        assertThat(files).extracting(FileView::name).containsExactlyInAnyOrder("จดหมาย ๑.pdf", "scan2.tif");
        assertThat(held().subList(0, 2))
                .extracting(CaseSummary::receivedOn)
                .containsExactlyInAnyOrder(time.today(), time.today().minusDays(2));
    }

    @Test
    void leavesWhatIsStillBeingWrittenAndWhatIsNoScan() throws IOException {
        put("growing.pdf", PDF, Duration.ZERO);
        put("Thumbs.db", "not a scan", Duration.ofMinutes(1));
        put("empty.pdf", "", Duration.ofMinutes(1));
        put(".hidden.pdf", PDF, Duration.ofMinutes(1));
        Path secret = FOLDER.resolve("secret.pdf");
        Files.writeString(secret, PDF);
        Files.setLastModifiedTime(secret, FileTime.from(Instant.now().minusSeconds(600)));
        Files.createSymbolicLink(in.resolve("link.pdf"), secret);
        scans.look();
        assertThat(held()).hasSize(before);
        assertThat(left()).contains("growing.pdf", "Thumbs.db", "link.pdf");
        assertThat(secret).exists();
        for (String name : left()) {
            Files.delete(in.resolve(name));
        }
    }

    @Test
    void takesAScanOnceWhereverTheProgramDied() throws IOException {
        // After it was moved aside, and before anything else.
        UUID id = UUID.randomUUID();
        Path aside = Files.createDirectories(in.resolve(ScanFolders.ASIDE)).resolve(id + "_letter.pdf");
        Files.writeString(aside, PDF);
        scans.look();
        assertThat(held()).hasSize(before + 1);
        assertThat(aside).doesNotExist();

        // After the commit, and before it was deleted.
        Files.writeString(aside, PDF);
        scans.look();
        assertThat(held()).hasSize(before + 1);
        assertThat(aside).doesNotExist();

        // The same letter scanned again is another file, which a person compares.
        put("letter.pdf", PDF, Duration.ofMinutes(1));
        scans.look();
        assertThat(held()).hasSize(before + 2);
    }

    private void put(String name, String content, Duration ago) throws IOException {
        Path file = in.resolve(name);
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(ago)));
    }

    private List<String> left() throws IOException {
        try (Stream<Path> all = Files.walk(in)) {
            return all.filter(file -> !Files.isDirectory(file))
                    .map(file -> in.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private List<CaseSummary> held() {
        return town.in(() ->
                cases.heldBy(town.officer("clerk"), false, Pageable.ofSize(100)).getContent());
    }
}
