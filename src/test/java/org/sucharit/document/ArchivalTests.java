package org.sucharit.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sucharit.testing.PdfConformance;

/** Every paper is PDF/A-2a and PDF/UA-1 in the eyes of veraPDF, however long or odd. */
class ArchivalTests {

    private static final String NAME = "นายอับดุลเลาะห์ (Abdullah الله عبد) บินมูฮัมหมัดอิบรอฮีม ";

    private final Documents documents = new Documents();

    @ParameterizedTest
    @EnumSource
    void everyKind(DocumentKind kind) {
        assertArchival(Papers.sample(kind));
    }

    @ParameterizedTest
    @EnumSource
    void everyKindAsADraft(DocumentKind kind) {
        assertArchival(SamplePapers.of(kind, Papers.stationery(Digits.ARABIC, null), Papers.DAY));
    }

    @Test
    void aFindingsMemoOfTwelvePages() {
        assertThat(assertArchival(Papers.findings(40)).pages()).isGreaterThanOrEqualTo(12);
    }

    @Test
    void aTableOfThreeHundredRows() {
        List<Fields> rows = new ArrayList<>();
        for (int i = 1; i <= 300; i++) {
            rows.add(new Fields()
                    .text(
                            "title",
                            "บันทึกส่งเรื่องร้องเรียน "
                                    + (i % 9 == 0 ? "ซึ่งมีชื่อเรื่องยาวจนต้องตัดลงบรรทัดใหม่ในช่องเดียวกัน" : ""))
                    .text("number", "สส 73601/" + i)
                    .date("date", Papers.DAY.minusDays(i))
                    .number("pages", i % 5 + 1));
        }
        Fields fields = new Fields()
                .text("organisation", Papers.STATIONERY.organisation())
                .rows("documents", rows)
                .number("pages", 900)
                .number("count", 300)
                .date("printedOn", Papers.DAY)
                .text("printedBy", Papers.CLERK.name());
        Paper list = new Paper(DocumentKind.COVER_LIST, Papers.heading(Marking.OPEN), fields, Papers.CLERK);
        assertThat(assertArchival(list).pages()).isGreaterThan(8);
    }

    @Test
    void aNameOfTwoHundredLetters() {
        String name = ("นาย" + "กุลสิริพงศ์ประเสริฐ".repeat(20)).substring(0, 200);
        assertThat(assertArchival(named(name)).missing()).isEmpty();
    }

    @Test
    void namesInArabicAndEnglish() {
        assertThat(assertArchival(named(NAME)).missing()).isEmpty();
    }

    @Test
    void whatNoFaceHas() {
        assertThat(assertArchival(named("ผู้แจ้ง 😀 漢字")).missing()).contains("😀", "漢");
    }

    @Test
    void aPaperWithoutAWord() {
        Fields fields = Papers.matter("", Papers.DUE)
                .text("addressee", "")
                .list("background", List.of())
                .list("facts", List.of())
                .list("considerations", List.of());
        Stationery bare = new Stationery("", "", "", null, Papers.STATIONERY.typeface(), Digits.THAI);
        assertArchival(new Paper(
                DocumentKind.FINDINGS_MEMO,
                Heading.of(bare, "", "", Papers.DAY, Marking.OPEN),
                fields,
                new Signer("", ""),
                List.of(Opinion.awaited(""), Opinion.of("", "", "", new Signer("", ""), Papers.DAY))));
    }

    /** Everywhere that a name can stand. */
    private static Paper named(String name) {
        Signer signer = new Signer(name, name, new Signer.Acting(name, "12/2569"));
        Fields fields = Papers.matter(name, Papers.DUE)
                .flag("committee", true)
                .rows(
                        "appointees",
                        Collections.nCopies(
                                3,
                                new Fields()
                                        .text("name", name)
                                        .text("post", name)
                                        .text("role", name)))
                .date("reportBy", Papers.DUE);
        return new Paper(
                DocumentKind.APPOINTMENT_ORDER, Papers.heading(Marking.confidential(1, 2)), fields, signer, List.of());
    }

    private Rendered assertArchival(Paper paper) {
        Rendered rendered = documents.render(paper, Template.standard(paper.kind()));
        PdfConformance.assertArchival(rendered.pdf());
        return rendered;
    }
}
