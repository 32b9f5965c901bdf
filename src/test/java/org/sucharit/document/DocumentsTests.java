package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sucharit.document.typesetting.Sheet;

class DocumentsTests {

    private final Documents documents = new Documents();

    @Test
    void forwardsAComplaintWithWhatItSays() throws IOException {
        String text = onlyPage(render(Papers.forwarding()));
        assertThat(text)
                .contains(
                        "บันทึกข้อความ",
                        "สส ๗๓๖๐๑/๑๒๓",
                        "๑๑ พฤศจิกายน ๒๕๖๙",
                        "ส่งเรื่องร้องเรียนการทุจริตเพื่อสืบสวนข้อเท็จจริง เลขรับที่ ๑๒/๒๕๖๙",
                        "หัวหน้างานการเจ้าหน้าที่",
                        "เรื่องเดิม",
                        "ข้อเท็จจริง",
                        "ข้อพิจารณา",
                        "(นางสาวญาณี ฐูปะเตมีย์)",
                        "เจ้าพนักงานธุรการชำนาญงาน");
        assertThat(bare(text)).contains(bare(Digits.THAI.write(Papers.FACTS.getFirst())));
        assertThat(bare(text)).contains(bare(Digits.THAI.write(Papers.FACTS.getLast())));
    }

    @Test
    void writesArabicDigitsWhereThePaperWantsThem() throws IOException {
        String text = onlyPage(render(Papers.forwarding(Digits.ARABIC)));
        assertThat(text).contains("11 พฤศจิกายน 2569", "28,450.75").doesNotContainPattern("[๐-๙]");
    }

    @Test
    void appointsACommitteeInItsOrder() throws IOException {
        String text = onlyPage(render(Papers.order(3)));
        assertThat(text)
                .contains(
                        "คำสั่งองค์การบริหารส่วนตำบลเขาหินงาม",
                        "ที่ ๒๕๑/๒๕๖๙",
                        "แต่งตั้งคณะกรรมการสืบสวนข้อเท็จจริง",
                        "สั่ง ณ วันที่ ๑๑ พฤศจิกายน พ.ศ. ๒๕๖๙",
                        "รองปลัดองค์การบริหารส่วนตำบลเขาหินงาม รักษาราชการแทน",
                        "ตามคำสั่งที่ ๒๑๔/๒๕๖๙");
        assertThat(text).containsSubsequence("๑. นายปิ่นเพชร", "๒. นางสาวญาณี", "๓. นายสำรวย");
        assertThat(bare(text)).contains("ภายในวันที่๓๐พฤศจิกายน๒๕๖๙");
    }

    @Test
    void appointsASingleOfficerWithoutNumbers() throws IOException {
        String text = onlyPage(render(Papers.order(1)));
        assertThat(text)
                .contains("เรื่อง แต่งตั้งผู้สืบสวนข้อเท็จจริง", "นายปิ่นเพชร ก้องฟ้า")
                .doesNotContain("๑. ", "คณะกรรมการ");
    }

    @Test
    void showsTheOpinionsGivenAndLeavesRoomForThoseAwaited() throws IOException {
        String text = String.join("\n", pages(render(Papers.findings(1))));
        assertThat(text)
                .containsSubsequence(
                        "(นายปิ่นเพชร ก้องฟ้า)",
                        "ความเห็นหัวหน้าสำนักปลัด",
                        "(ลงชื่อ)",
                        "(นางกุลธิดา ที่รักยิ่ง)",
                        "วันที่ ๑๓ พฤศจิกายน ๒๕๖๙",
                        "ความเห็นปลัดองค์การบริหารส่วนตำบลเขาหินงาม",
                        "(นายฟ้าลั่น ปั้นดี)",
                        "รักษาราชการแทน",
                        "ข้อสั่งการนายกองค์การบริหารส่วนตำบลเขาหินงาม",
                        "(ลงชื่อ)",
                        "นายกองค์การบริหารส่วนตำบลเขาหินงาม");
        assertThat(bare(text)).contains("เห็นชอบตามที่ผู้สืบสวนเสนอ");
    }

    @Test
    void numbersThePagesOfALongMemoAndLeadsFromEachToTheNext() throws IOException {
        Rendered rendered = render(Papers.findings(12));
        List<String> pages = pages(rendered);
        assertThat(rendered.pages()).isEqualTo(pages.size()).isGreaterThan(3);
        for (int page = 1; page <= pages.size(); page++) {
            String text = pages.get(page - 1);
            String number = Digits.THAI.write(page);
            assertThat(text.contains("- " + number + " -")).isEqualTo(page > 1);
            assertThat(text).contains("หน้า " + number + "/" + Digits.THAI.write(pages.size()), "ชุดที่ ๑/๒");
            assertThat(text.lines().filter(line -> line.startsWith("ลับ"))).hasSize(2);
            if (page < pages.size()) {
                String catchword = text.lines()
                        .filter(line -> line.startsWith("/") && line.endsWith("..."))
                        .findFirst()
                        .orElseThrow();
                String opening = catchword.substring(1, catchword.length() - 3);
                String next = pages.get(page);
                assertThat(next.substring(next.indexOf(" -\n") + 3)).startsWith(opening);
            }
        }
    }

    @Test
    void neverPartsASignatureFromTheTextAboveIt() throws IOException {
        for (int lines = 1; lines < 40; lines++) {
            List<String> paragraphs = new ArrayList<>();
            for (int i = 0; i < lines; i++) {
                paragraphs.add("ย่อหน้าที่ " + i);
            }
            for (String page : pages(simple("เรื่องทดสอบ", paragraphs))) {
                if (page.contains("(ลงชื่อ)")) {
                    assertThat(page)
                            .containsSubsequence(
                                    Digits.THAI.write("ย่อหน้าที่ " + (lines - 1)),
                                    "จึงเรียนมา",
                                    "(ลงชื่อ)",
                                    "(นางสาวญาณี",
                                    "เจ้าพนักงานธุรการ");
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-7, ใกล้ครบกำหนด, เหลือเวลาอีก๗วัน",
        "0, ครบกำหนด, อันเป็นวันที่ของบันทึกนี้",
        "7, เกินกำหนด, เกินกำหนดมาแล้ว๗วัน"
    })
    void tellsHowACaseStandsWithItsLastDay(int days, String subject, String fact) throws IOException {
        String text = onlyPage(render(Papers.overdue(Papers.DUE.plusDays(days))));
        assertThat(text).contains(subject);
        assertThat(bare(text)).contains(fact);
    }

    @Test
    void saysThatThereIsNothingUnderAnEmptyHeading() throws IOException {
        Paper paper = Papers.forwarding(Papers.heading(Marking.OPEN), List.of());
        assertThat(onlyPage(render(paper)).lines().map(String::strip))
                .containsSubsequence("ข้อเท็จจริง", "ไม่มี", "ข้อพิจารณา");
        assertThat(onlyPage(render(Papers.referral())).lines().map(String::strip))
                .contains("อ้างถึง ไม่มี");
    }

    @Test
    void namesBothLastDaysOfAnExtendedCase() throws IOException {
        Paper memo = Papers.findings(Papers.matter("", LocalDate.of(2027, 1, 4)), List.of(), List.of());
        assertThat(bare(onlyPage(render(memo)))).contains("ครบกำหนดวันที่๕ธันวาคม๒๕๖๙", "ถึงวันที่๔มกราคม๒๕๗๐");
    }

    @Test
    void refersACaseOutside() throws IOException {
        assertThat(onlyPage(render(Papers.referral())))
                .contains(
                        "ที่ สส ๗๓๖๐๑/๑๒๓",
                        "ผู้ว่าราชการจังหวัดสุขสันต์",
                        "๑. สำเนาหนังสือร้องเรียน จำนวน ๓ แผ่น",
                        "ขอแสดงความนับถือ",
                        "โทร. ๐ ๗๐๐๐ ๑๒๓๔ ต่อ ๑๒");
    }

    @Test
    void openPapersBearNoClassification() throws IOException {
        assertThat(onlyPage(simple("เรื่อง", List.of()))).doesNotContain("ลับ", "ชุดที่");
    }

    @Test
    void reportsWhatCannotBePrintedAndPrintsTheRest() throws IOException {
        Rendered rendered = simple("เรื่อง 😀", List.of());
        assertThat(rendered.missing()).containsExactly("😀");
        assertThat(onlyPage(rendered)).contains("เรื่อง 😀", "เจ้าพนักงานธุรการ");
    }

    @Test
    void aDraftSaysSoAndListsWhatCannotBePrinted() throws IOException {
        Paper paper = Papers.forwarding(Papers.heading(Marking.OPEN).asDraft(), List.of("อารมณ์ 😀"));
        assertThat(onlyPage(render(paper)))
                .contains("ร่าง", "อักษรต่อไปนี้ไม่มีในแบบอักษร")
                .doesNotContain("๗๓๖๐๑/๑๒๓");
    }

    @Test
    void aLaterVersionNamesTheOneItReplaces() throws IOException {
        Heading heading = Papers.heading(Marking.OPEN).replacing(new Heading.Replaces(2, Papers.RECEIVED));
        assertThat(onlyPage(render(Papers.forwarding(heading, Papers.FACTS))))
                .contains("ฉบับที่ ๒ ใช้แทนฉบับที่ ๑ ซึ่งออกเมื่อวันที่ ๖ ตุลาคม ๒๕๖๙");
    }

    @Test
    void aTableWrapsItsCellsAndRepeatsItsHeadOnEachPage() throws IOException {
        List<Fields> months = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            months.add(new Fields()
                    .text(
                            "month",
                            "แถวที่ " + i + (i % 7 == 0 ? " ซึ่งมีข้อความยาวจนต้องตัดลงบรรทัดใหม่ในช่องเดียวกัน" : ""))
                    .number("received", i)
                    .number("inProgress", 0)
                    .number("finished", i));
        }
        Fields fields = new Fields()
                .text("organisation", "อบต.")
                .text("addressee", "นายก")
                .text("period", "ทั้งปี")
                .text("fiscalYear", "2569")
                .date("from", Papers.RECEIVED)
                .date("to", Papers.DUE)
                .number("received", 45_150)
                .number("inProgress", 0)
                .number("finished", 45_150)
                .flag("none", false)
                .flag("registerSigned", false)
                .date("registerSignedOn", Papers.DUE)
                .number("registerSize", 0)
                .text("registerRoot", "")
                .rows("months", months);
        Rendered rendered =
                render(new Paper(DocumentKind.PERIOD_MEMO, Papers.heading(Marking.OPEN), fields, Papers.CLERK));
        List<String> pages = pages(rendered);
        assertThat(pages).hasSizeGreaterThan(8);
        assertThat(pages.subList(0, pages.size() - 1))
                .allSatisfy(page -> assertThat(bare(page)).contains("ประจำเดือน", "แถวที่"));
        String all = bare(String.join("", pages));
        for (int i = 1; i <= 300; i++) {
            assertThat(all).contains(bare(Digits.THAI.write("แถวที่ " + i)));
        }
        assertThat(all).contains("๔๕,๑๕๐");
    }

    @ParameterizedTest
    @EnumSource
    void makesASampleOfEveryKind(DocumentKind kind) throws IOException {
        Rendered rendered =
                documents.sample(Template.standard(kind), Papers.stationery(Digits.ARABIC, null), Papers.DAY);
        assertThat(pages(rendered)).isNotEmpty();
        assertThat(rendered.missing()).isEmpty();
    }

    @Test
    void letsALongOpinionRunOverPagesAndKeepsItsSignatureWithItsLastLines() throws IOException {
        String text = Papers.FACTS.getFirst() + "\n" + Papers.FACTS.getLast() + "\n\n";
        Paper memo = Papers.findings(
                Papers.matter(),
                List.of(),
                List.of(Opinion.of("ปลัด", "ไม่เห็นชอบ", text.repeat(10), Papers.ACTING_CHIEF, Papers.DAY)));
        List<String> pages = pages(render(memo));
        assertThat(pages).hasSizeGreaterThan(2);
        assertThat(bare(pages.getLast())).containsSubsequence("แต่อย่างใด", "(ลงชื่อ)", "(นายฟ้าลั่นปั้นดี)");
        assertThat(bare(String.join("", pages))).contains("ไม่เห็นชอบผู้ร้องเรียนแจ้งว่า");
    }

    @ParameterizedTest
    @MethodSource
    void noTextLiesOnOtherTextOrOutsideTheMargins(Paper paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(render(paper).pdf())) {
            List<Placed> placed = Placed.in(document);
            assertThat(placed).hasSizeGreaterThan(10);
            assertThat(placed).allSatisfy(one -> {
                assertThat(one.left()).isGreaterThanOrEqualTo(Sheet.cm(3f) - 0.1f);
                assertThat(one.right()).isLessThanOrEqualTo(Sheet.cm(19f) + 0.5f);
                assertThat(one.baseline()).isLessThan(Sheet.cm(one.text().equals("ลับ") ? 29f : 27.7f));
            });
            for (int i = 0; i < placed.size(); i++) {
                for (Placed other : placed.subList(i + 1, placed.size())) {
                    assertThat(placed.get(i).lies(other))
                            .as(placed.get(i) + " on " + other)
                            .isFalse();
                }
            }
        }
    }

    static List<Paper> noTextLiesOnOtherTextOrOutsideTheMargins() {
        return List.of(
                Papers.forwarding(),
                Papers.forwarding(Digits.ARABIC),
                Papers.order(1),
                Papers.order(3),
                Papers.findings(1),
                Papers.findings(9),
                Papers.overdue(Papers.DUE),
                Papers.referral(),
                Papers.sample(DocumentKind.PERIOD_MEMO),
                Papers.sample(DocumentKind.EXTENSION_MEMO),
                Papers.sample(DocumentKind.OUTCOME_LETTER));
    }

    /** A piece of text and where it stands on its page, in points from the top left. */
    private record Placed(int page, String text, float left, float right, float baseline) {

        static List<Placed> in(PDDocument document) throws IOException {
            List<Placed> placed = new ArrayList<>();
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    TextPosition first = positions.getFirst();
                    TextPosition last = positions.getLast();
                    float right = last.getXDirAdj() + last.getWidthDirAdj();
                    placed.add(new Placed(
                            getCurrentPageNo(), text.strip(), first.getXDirAdj(), right, first.getYDirAdj()));
                }
            }.getText(document);
            return placed;
        }

        boolean lies(Placed other) {
            return page == other.page
                    && Math.abs(baseline - other.baseline) < 12
                    && left < other.right
                    && other.left < right;
        }
    }

    @Test
    void takesWhatCallersWriteLiterally() throws IOException {
        Paper memo = Papers.findings(
                Papers.matter("{{หน่วยงาน}} \\ $0", Papers.DUE), List.of("@ลงนาม", "# $1 {term}"), List.of());
        assertThat(bare(onlyPage(render(memo)))).contains("{{หน่วยงาน}}\\$๐", "@ลงนาม", "#$๑{term}");
    }

    @Test
    void makesTheSameFileOfTheSamePaper() {
        assertThat(render(Papers.findings(3)).pdf())
                .isEqualTo(render(Papers.findings(3)).pdf());
    }

    @Test
    void printsTheEmblemThatWasGiven() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 60, BufferedImage.TYPE_INT_ARGB), "png", png);
        Stationery stationery = Papers.stationery(Digits.THAI, Emblem.of(png.toByteArray()));
        Rendered rendered = render(Papers.forwarding(Papers.heading(stationery, Marking.OPEN), List.of()));
        assertThat(onlyPage(rendered)).doesNotContain("ตรา");
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            assertThat(document.getPage(0).getResources().getXObjectNames()).hasSize(1);
        }
    }

    @Test
    void aPageWeighsLittle() {
        assertThat(render(Papers.forwarding()).pdf()).hasSizeLessThan(25_000);
    }

    private Rendered render(Paper paper) {
        return documents.render(paper, Template.standard(paper.kind()));
    }

    /** A memo that says nothing but what is given. */
    private Rendered simple(String subject, List<String> paragraphs) {
        Fields fields = Papers.matter(subject, Papers.DUE)
                .text("addressee", "ปลัด")
                .list("facts", paragraphs)
                .list("considerations", List.of());
        Template template = Template.parse(
                DocumentKind.FORWARDING_MEMO,
                "เรื่อง: {{ชื่อเรื่อง}}\nเรียน: {{ผู้รับ}}\n{{#ข้อเท็จจริง}}\n{{.}}\n{{/ข้อเท็จจริง}}\n@ปิดท้าย จึงเรียนมา\n@ลงนาม");
        Paper paper = new Paper(DocumentKind.FORWARDING_MEMO, Papers.heading(Marking.OPEN), fields, Papers.CLERK);
        return documents.render(paper, template);
    }

    private static String onlyPage(Rendered rendered) throws IOException {
        assertThat(rendered.pages()).isEqualTo(1);
        return pages(rendered).getFirst();
    }

    private static List<String> pages(Rendered rendered) throws IOException {
        try (PDDocument document = Loader.loadPDF(rendered.pdf())) {
            List<String> pages = new ArrayList<>();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                pages.add(stripper.getText(document));
            }
            return pages;
        }
    }

    /** Text without its spaces and line ends, to find what runs over lines. */
    private static String bare(String text) {
        return text.replaceAll("\\s", "");
    }
}
