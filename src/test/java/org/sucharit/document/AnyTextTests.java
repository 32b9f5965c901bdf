package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sucharit.document.typesetting.Typeface;
import org.sucharit.testing.PdfConformance;

/** Whatever is typed, a paper is a whole PDF file; whatever a template says, it is set or refused at a line. */
class AnyTextTests {

    private static final int PAPERS_OF_A_KIND = 25;
    private static final int TEMPLATES_OF_A_KIND = 150;
    private static final float DPI = 18;

    private final Documents documents = new Documents();

    @ParameterizedTest
    @EnumSource
    void makesAWholeFileOfAnyTextInAnyField(DocumentKind kind) throws IOException {
        for (int seed = 0; seed < PAPERS_OF_A_KIND; seed++) {
            Paper paper = paper(kind, new OddText(1_000L * kind.ordinal() + seed));
            Rendered rendered = render(paper, "seed " + seed);
            assertWhole(rendered, seed % 5 == 0);
            if (seed == 0) {
                PdfConformance.assertArchival(rendered.pdf());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("known")
    void makesAnArchivalFileOfTextThatBreaksSoftware(int index) throws IOException {
        String text = OddText.known(index);
        Signer signer = new Signer(text, text, new Signer.Acting(text, text));
        Heading heading = Heading.of(stationery(text), text, text, Papers.DAY, Marking.confidential(1, 2));
        Fields fields = Papers.matter(text, Papers.DUE)
                .text("addressee", text)
                .list("background", List.of(text))
                .list("facts", List.of(text, "ข้อเท็จจริง"))
                .list("considerations", List.of(text));
        Rendered rendered = render(
                new Paper(
                        DocumentKind.FINDINGS_MEMO,
                        heading,
                        fields,
                        signer,
                        List.of(
                                Opinion.of(text, text, text, signer, Papers.DAY),
                                Opinion.awaited(text),
                                Opinion.awaitedDirective(text))),
                text);
        assertWhole(rendered, true);
        PdfConformance.assertArchival(rendered.pdf());
    }

    static Stream<Integer> known() {
        return IntStream.range(0, OddText.known()).boxed();
    }

    @ParameterizedTest
    @EnumSource
    void setsAnyTemplateOrRefusesIt(DocumentKind kind) throws IOException {
        Random random = new Random(kind.ordinal());
        String standard = Template.standard(kind).text();
        int set = 0;
        int refused = 0;
        for (int seed = 0; seed < TEMPLATES_OF_A_KIND; seed++) {
            String text = mutated(standard, random, new OddText(seed));
            Template template;
            try {
                template = Template.parse(kind, text);
            } catch (TemplateFault fault) {
                assertThat(fault.line()).isBetween(1, (int) text.lines().count() + 1);
                refused++;
                continue;
            }
            assertWhole(documents.render(Papers.sample(kind), template), set % 10 == 0);
            set++;
        }
        assertThat(set).isPositive();
        assertThat(refused).isPositive();
    }

    @Test
    void refusesATemplateOfNothingButOddText() {
        for (int index = 0; index < OddText.known(); index++) {
            String text = OddText.known(index);
            try {
                Template.parse(DocumentKind.COVER_LIST, text);
            } catch (TemplateFault fault) {
                assertThat(fault.line()).isPositive();
            }
        }
    }

    /** The template with some of its lines gone, doubled, changed or followed by others. */
    private static String mutated(String template, Random random, OddText odd) {
        List<String> lines = new ArrayList<>(template.lines().toList());
        for (int i = 1 + random.nextInt(3); i > 0 && !lines.isEmpty(); i--) {
            int at = random.nextInt(lines.size());
            String line = lines.get(at);
            switch (random.nextInt(8)) {
                case 0 -> lines.remove(at);
                case 1 -> lines.add(random.nextInt(lines.size()), line);
                case 2 -> lines.set(at, odd.text());
                case 3 -> lines.add(at, odd.text());
                case 4 -> lines.set(at, line.substring(0, random.nextInt(line.length() + 1)));
                case 5 ->
                    lines.add(
                            at,
                            "@" + pick(random, "คิวอาร์", "ตัวใหญ่", "กลาง", "ปิดท้าย", "เว้น", "เส้น") + " "
                                    + odd.text());
                case 6 ->
                    lines.add(
                            at,
                            pick(
                                            random,
                                            "# ",
                                            "## ",
                                            "- ",
                                            "1.1. ",
                                            "1.".repeat(5_000) + " ",
                                            "[ ] ",
                                            "| ",
                                            "....",
                                            "{{" + " ".repeat(15_000))
                                    + odd.text());
                default -> lines.set(at, line + odd.text());
            }
        }
        return String.join("\n", lines);
    }

    private static String pick(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private Rendered render(Paper paper, String what) {
        try {
            return documents.render(paper, Template.standard(paper.kind()));
        } catch (RuntimeException | StackOverflowError e) {
            throw new AssertionError(paper.kind() + " of " + what, e);
        }
    }

    private static void assertWhole(Rendered rendered, boolean drawn) throws IOException {
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            assertThat(document.getNumberOfPages()).isEqualTo(rendered.pages()).isPositive();
            new WithinThePage().getText(document);
            PDFRenderer renderer = new PDFRenderer(document);
            for (int page = 0; drawn && page < Math.min(3, rendered.pages()); page++) {
                assertThat(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY))
                        .isNotNull();
            }
        }
    }

    /** Reads the text and finds that none of it lies outside of its page. */
    private static final class WithinThePage extends PDFTextStripper {

        @Override
        protected void processTextPosition(TextPosition text) {
            assertThat(text.getXDirAdj()).as(text.getUnicode()).isGreaterThanOrEqualTo(0);
            assertThat(text.getXDirAdj() + text.getWidthDirAdj())
                    .as(text.getUnicode())
                    .isLessThanOrEqualTo(text.getPageWidth());
            assertThat(text.getYDirAdj()).as(text.getUnicode()).isBetween(0f, text.getPageHeight());
            super.processTextPosition(text);
        }
    }

    private static Paper paper(DocumentKind kind, OddText odd) {
        Marking marking = odd.chance(3) ? Marking.OPEN : Marking.confidential(1, 2);
        Heading heading = Heading.of(
                new Stationery(
                        odd.text(),
                        odd.text(),
                        odd.text(),
                        null,
                        Typeface.SARABUN,
                        odd.chance(2) ? Digits.THAI : Digits.ARABIC),
                odd.text(),
                odd.text(),
                LocalDate.of(2026, 11, 11),
                marking);
        if (odd.chance(3)) {
            heading = heading.asDraft();
        }
        if (odd.chance(3)) {
            heading = heading.replacing(new Heading.Replaces(2, Papers.DAY));
        }
        List<Opinion> opinions = odd.texts(3).stream()
                .map(post -> odd.chance(2)
                        ? Opinion.awaited(post)
                        : Opinion.of(post, odd.text(), odd.text() + "\n" + odd.text(), signer(odd), Papers.DAY))
                .toList();
        return new Paper(kind, heading, odd.like(Samples.of(kind)), signer(odd), opinions);
    }

    private static Signer signer(OddText odd) {
        return new Signer(odd.text(), odd.text(), odd.chance(2) ? null : new Signer.Acting(odd.text(), odd.text()));
    }

    private static Stationery stationery(String text) {
        return new Stationery(text, text, text, null, Typeface.SARABUN, Digits.THAI);
    }
}
