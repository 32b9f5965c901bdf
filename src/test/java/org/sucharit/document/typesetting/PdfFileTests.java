package org.sucharit.document.typesetting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sucharit.testing.PdfConformance;

class PdfFileTests {

    private static final Typesetter TYPESETTER = new Typesetter(Typeface.SARABUN);
    private static final String MIXED =
            "น้ำ ที่ ญู ฐู ปี่ ก็ ใต้ สระอำ ป้ำ ฟื้นฟู พ.ศ. ๒๕๖๙ (ITA 2026) “ก-ข” A4: 28,450.75 บาท; cctv_08.mp4 é ½ ☐"
                    + " ☑ ✓";

    enum TypeFace {
        REGULAR(Style.BODY),
        BOLD(Style.STRONG);

        private final Style style;

        TypeFace(Style style) {
            this.style = style;
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyClusterExtractsExactly(TypeFace face) {
        List<String> lines = new ArrayList<>();
        for (int start = 0; start < ClusterTable.SIZE; start += 25) {
            lines.add(IntStream.range(start, Math.min(ClusterTable.SIZE, start + 25))
                    .mapToObj(ClusterTable::cluster)
                    .collect(Collectors.joining(" ")));
        }
        PdfFile.Result file = write(lines, face.style);
        assertThat(SampleFiles.text(file)).isEqualTo(lines);
        assertThat(file.missing()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void mixedTextExtractsExactly(TypeFace face) {
        PdfFile.Result file = write(List.of(MIXED), face.style);
        assertThat(SampleFiles.text(file)).containsExactly(MIXED);
        assertThat(file.missing()).isEmpty();
    }

    @Test
    void justifiedTextExtractsExactly() {
        PdfFile.Result file = SampleFiles.write(TYPESETTER.justified(MIXED.repeat(4), Style.BODY, 300, 70));
        String extracted = String.join("", SampleFiles.text(file));
        assertThat(extracted.replace(" ", "")).isEqualTo(MIXED.repeat(4).replace(" ", ""));
        assertThat(SampleFiles.text(file)).anySatisfy(line -> assertThat(line).contains("น้ำ ที่ ญู ฐู ปี่ ก็ ใต้"));
    }

    @Test
    void whatTheFaceLacksIsReportedAndStillExtracts() {
        PdfFile.Result file = write(List.of("ก😀ข漢 \u0E48"), Style.BODY);
        assertThat(file.missing()).containsExactly("😀", "漢", "\u0E48");
        assertThat(SampleFiles.text(file)).containsExactly("ก😀ข漢 \u0E48");
    }

    @Test
    void eachClusterIsOneGlyphOfTheUnionOfItsParts() throws IOException {
        SubsetFont subset = new SubsetFont(Face.REGULAR, "F1");
        Glyph cluster = Objects.requireNonNull(Face.REGULAR.glyph("ปั้"));
        int cid = subset.cid(cluster);
        try (TrueTypeFont made = new TTFParser(true).parse(new RandomAccessReadBuffer(subset.toTrueType()));
                TrueTypeFont original =
                        new TTFParser().parse(new RandomAccessReadBuffer(Face.resource("Sarabun-Regular.ttf")))) {
            var expected = new java.awt.geom.GeneralPath();
            int[] parts = cluster.parts();
            assertThat(parts).hasSize(9);
            for (int i = 0; i < parts.length; i += 3) {
                var path = original.getGlyph().getGlyph(parts[i]).getPath();
                path.transform(java.awt.geom.AffineTransform.getTranslateInstance(parts[i + 1], parts[i + 2]));
                expected.append(path, false);
            }
            assertThat(made.getGlyph().getGlyph(cid).getPath().getBounds2D()).isEqualTo(expected.getBounds2D());
            assertThat(made.getAdvanceWidth(cid)).isEqualTo(cluster.advance());
        }
    }

    @Test
    void moreSignsThanAFontCanNumberAreReplaced() throws IOException {
        SubsetFont subset = new SubsetFont(Face.REGULAR, "F1");
        Glyph letter = Objects.requireNonNull(Face.REGULAR.glyph("ที่"));
        int first = subset.cid(letter);
        int last = 0;
        for (int c = 0x20000; c < 0x30000; c++) {
            last = subset.cid(Face.REGULAR.box(Character.toString(c)));
        }
        assertThat(subset.cid(letter)).isEqualTo(first);
        assertThat(subset.clusters().get(last - 1).text()).isEqualTo("\uFFFD");
        try (TrueTypeFont made = new TTFParser(true).parse(new RandomAccessReadBuffer(subset.toTrueType()))) {
            assertThat(made.getNumberOfGlyphs()).isBetween(60_000, 65_535);
            assertThat(made.getGlyph().getGlyph(first).getPath().getBounds2D().isEmpty())
                    .isFalse();
        }
    }

    @Test
    void usesOnlyOperatorsThatPdfKnows() throws IOException {
        Tag root = Tag.document();
        List<Row> rows = List.of(
                SampleFiles.row(TYPESETTER.line(MIXED, Style.BODY), root),
                new Row(
                        20,
                        List.of((canvas, top) -> {
                            canvas.dots(10, 100.125f, top);
                            canvas.rule(10, 100, top);
                            canvas.ink(Canvas.Ink.RED);
                            canvas.box(-0.5f, top, 10, 10.05f);
                            canvas.ink(Canvas.Ink.BLACK);
                        }),
                        true,
                        ""));
        try (PDDocument document = Loader.loadPDF(SampleFiles.write(rows, root).bytes())) {
            for (PDPage page : document.getPages()) {
                Set<String> operators = new PDFStreamParser(page)
                        .parse().stream()
                                .filter(Operator.class::isInstance)
                                .map(token -> ((Operator) token).getName())
                                .collect(Collectors.toSet());
                assertThat(operators)
                        .containsOnly(
                                "BT", "Tf", "Td", "TJ", "ET", "q", "Q", "J", "w", "d", "m", "l", "S", "re", "g", "G",
                                "rg", "RG", "BMC", "BDC", "EMC");
            }
        }
    }

    @Test
    void isForTheArchiveAndForEverybody() {
        PdfConformance.assertArchival(write(List.of(MIXED), Style.STRONG).bytes());
    }

    @Test
    void theSameRowsMakeTheSameBytes() {
        assertThat(write(List.of(MIXED), Style.BODY).bytes())
                .isEqualTo(write(List.of(MIXED), Style.BODY).bytes());
    }

    @Test
    void saysWhatItIs() throws IOException {
        try (PDDocument document =
                Loader.loadPDF(write(List.of(MIXED), Style.BODY).bytes())) {
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("ก & <ข>");
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("th-TH");
            assertThat(new String(
                            document.getDocumentCatalog().getMetadata().toByteArray(),
                            java.nio.charset.StandardCharsets.UTF_8))
                    .contains("ก &amp; &lt;ข&gt;", "2026-11-11T00:00:00+07:00");
        }
    }

    private static PdfFile.Result write(List<String> lines, Style style) {
        return SampleFiles.write(
                lines.stream().map(line -> TYPESETTER.line(line, style)).toList());
    }
}
