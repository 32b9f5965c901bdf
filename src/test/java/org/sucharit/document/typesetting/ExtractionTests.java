package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sucharit.testing.Poppler;

/** What is set in justified paragraphs is read back letter by letter, whoever reads. */
class ExtractionTests {

    private static final int LINES = 5_000;
    private static final int WORDS = 3_000;
    private static final float INDENT = Sheet.cm(2.5f);
    private static final ZonedDateTime TIME = ZonedDateTime.of(2026, 11, 11, 0, 0, 0, 0, ZoneOffset.ofHours(7));
    private static final List<String> BETWEEN = List.of(
            "พ.ศ. 2569",
            "พ.ร.บ.",
            "อบต.",
            "ป.ป.ช.",
            "28,450.75 บาท",
            "๑๒/๒๕๖๙",
            "ร้อยละ ๙๕.๕",
            "(ITA)",
            "Facebook",
            "cctv_08.mp4",
            "Wi-Fi",
            "https://example.org/a?b=1",
            "ฯลฯ",
            "“อ้างถึง”",
            "โทร. 0 7000 1234",
            "เวลา 08.30 น.");

    enum Face {
        REGULAR(Style.BODY),
        BOLD(Style.STRONG);

        private final Style style;

        Face(Style style) {
            this.style = style;
        }
    }

    private static List<String> words = List.of();

    @TempDir
    Path folder;

    @BeforeAll
    static void readWords() throws IOException {
        words = ThaiWords.all();
        assertThat(words).hasSizeGreaterThan(WORDS).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void proseReadsBackExactly(Face face) throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        Prose prose = new Prose(words, new Random(20_260_000 + face.ordinal()));
        Typesetter typesetter = new Typesetter(Typeface.SARABUN);
        while (lines.size() < LINES) {
            String paragraph = prose.paragraph();
            text.append(paragraph);
            boolean first = true;
            for (TextLine line : typesetter.justified(paragraph, face.style, Sheet.OFFICIAL.textWidth(), INDENT)) {
                rows.add(row(line, first ? INDENT : 0));
                lines.add(line.text());
                first = false;
            }
        }
        assertThat(bare(String.join("", lines))).isEqualTo(bare(text.toString()));
        assertThat(clusters(text.toString())).containsAll(clusters(String.join(" ", words)));

        PdfFile.Result file = PdfFile.write(Sheet.OFFICIAL, rows, new Bare(), Tag.document(), "ข้อความภาษาไทย", TIME);

        assertThat(file.missing()).isEmpty();
        assertSame(lines(byPdfBox(file)), lines);
        assertSame(lines(byPoppler(file)), lines);
    }

    private static void assertSame(List<String> read, List<String> written) {
        for (int i = 0; i < Math.min(read.size(), written.size()); i++) {
            assertThat(read.get(i)).as("line %d", i + 1).isEqualTo(written.get(i));
        }
        assertThat(read).hasSameSizeAs(written);
    }

    private static String byPdfBox(PdfFile.Result file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.bytes())) {
            return new PDFTextStripper().getText(document);
        }
    }

    private String byPoppler(PdfFile.Result file) throws IOException {
        return Poppler.text(Files.write(folder.resolve("prose.pdf"), file.bytes()));
    }

    private static List<String> lines(String text) {
        return text.lines()
                .map(line -> line.replaceAll("\\s+", " ").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }

    private static Set<String> clusters(String text) {
        return new HashSet<>(ThaiText.clusters(text));
    }

    private static Row row(TextLine line, float indent) {
        return new Row(
                line.style().pitch(),
                List.of((canvas, top) -> canvas.text(
                        line, Sheet.OFFICIAL.left() + indent, top + line.style().baseline())),
                true,
                line.text());
    }

    /** Paragraphs that use each word once before any comes again, in phrases with what else official prose has. */
    private static final class Prose {

        private final List<String> words;
        private final Random random;
        private Iterator<String> next = Collections.emptyIterator();

        Prose(List<String> words, Random random) {
            this.words = new ArrayList<>(words);
            this.random = random;
        }

        String paragraph() {
            StringBuilder text = new StringBuilder();
            int letters = 300 + random.nextInt(900);
            while (text.length() < letters) {
                for (int i = 2 + random.nextInt(8); i > 0; i--) {
                    text.append(word());
                }
                switch (random.nextInt(6)) {
                    case 0 -> text.append(" ๆ ");
                    case 1 -> text.append("ๆ ");
                    case 2 -> text.append(' ').append(between()).append(' ');
                    case 3 -> text.append(between());
                    default -> text.append(' ');
                }
            }
            return text.toString();
        }

        private String word() {
            if (!next.hasNext()) {
                Collections.shuffle(words, random);
                next = words.iterator();
            }
            return next.next();
        }

        private String between() {
            return BETWEEN.get(random.nextInt(BETWEEN.size()));
        }
    }

    private static final class Bare implements PdfFile.Furniture {

        @Override
        public void draw(Canvas canvas, int page, int pages) {}

        @Override
        public void drawCatchword(Canvas canvas, String opening, float y) {}

        @Override
        public float catchwordHeight() {
            return 0;
        }
    }
}
