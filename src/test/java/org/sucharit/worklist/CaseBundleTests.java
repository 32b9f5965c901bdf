package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Kind;
import org.sucharit.document.DocumentKind;
import org.sucharit.kernel.CaseId;
import org.sucharit.papers.Bundles;
import org.sucharit.testing.PdfConformance;
import org.sucharit.testing.Town;

class CaseBundleTests extends CaseScreenTest {

    @Autowired
    TransactionTemplate transaction;

    @Test
    void holdEveryPaperInItsOrderBehindAList() throws Exception {
        Desk desk = withPapers();
        List<FileView> papers = papers(desk);
        assertThat(papers).hasSizeGreaterThanOrEqualTo(3);

        MockHttpServletResponse answer = desk.sends("personnel", desk.at("/bundle"), "all", "true");
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(answer.getHeader("Cache-Control")).contains("no-store");
        assertThat(answer.getHeader("Content-Disposition")).startsWith("inline");
        byte[] bundle = answer.getContentAsByteArray();
        List<String> pages = pages(bundle);
        List<String> expected = new ArrayList<>();
        for (FileView paper : papers) {
            expected.addAll(pages(
                    desk.sees("personnel", desk.at("/files/" + paper.id())).getContentAsByteArray()));
        }
        assertThat(pages.subList(1, pages.size())).isEqualTo(expected);
        assertThat(pages.getFirst().replaceAll("\\s+", " "))
                .contains("บัญชีปะหน้าเอกสาร", "โดย นายpersonnel ทดสอบ", "(ฉบับที่ ๒)", "ลับ");
        PdfConformance.assertArchival(bundle);
    }

    @Test
    void holdThePapersThatWereChosenAndNoOther() throws Exception {
        Desk desk = withPapers();
        List<FileView> papers = papers(desk);
        FileView first = papers.getFirst();
        FileView last = papers.getLast();
        String page = desk.sees("personnel", desk.at("")).getContentAsString();
        assertThat(page).contains(desk.at("/bundle"), "value=\"" + first.id() + "\"");

        byte[] bundle = desk.sends(
                        "personnel",
                        desk.at("/bundle"),
                        "document",
                        last.id().toString(),
                        "document",
                        first.id().toString())
                .getContentAsByteArray();
        assertThat(pages(bundle)).hasSize(1 + pages(first) + pages(last));
        PdfConformance.assertArchival(bundle);
    }

    @Test
    void askForAChoiceWhereNoneWasMade() throws Exception {
        Desk desk = withPapers();
        MockHttpServletResponse answer = desk.sends("personnel", desk.at("/bundle"));
        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(answer.getContentType()).startsWith("text/html");
        assertThat(answer.getContentAsString())
                .contains("เลือกเอกสารที่จะพิมพ์อย่างน้อยหนึ่งฉบับ", "href=\"#documents\"");
        assertThat(desk.sees("personnel", desk.at("/bundle")).getRedirectedUrl())
                .isEqualTo(desk.at(""));
    }

    @Test
    void leaveOutLettersThatNameTheReporter() throws Exception {
        Desk desk = withPapers();
        List<FileView> letters = files(desk).stream()
                .filter(file -> file.document() == DocumentKind.ACKNOWLEDGEMENT_LETTER
                        || file.document() == DocumentKind.OUTCOME_LETTER)
                .toList();
        for (FileView letter : letters) {
            assertThat(Bundles.takes(letter)).isFalse();
            assertThat(desk.sends(
                                    "personnel",
                                    desk.at("/bundle"),
                                    "document",
                                    letter.id().toString())
                            .getStatus())
                    .isEqualTo(404);
        }
        byte[] all = desk.sends("personnel", desk.at("/bundle"), "all", "true").getContentAsByteArray();
        assertThat(String.join("\n", pages(all))).doesNotContain(REPORTER);
    }

    @Test
    void areNotThereForAStranger() throws Exception {
        Desk desk = withPapers();
        String paper = papers(desk).getFirst().id().toString();
        String real = desk.id().toString();
        for (String stranger : List.of("finance", "works", "admin")) {
            for (String[] fields :
                    List.of(new String[] {"all", "true"}, new String[] {"document", paper}, new String[] {})) {
                assertThat(answer(desk.sends(stranger, desk.at("/bundle"), fields)))
                        .isEqualTo(answer(desk.sends(
                                stranger,
                                desk.at("/bundle").replace(real, CaseId.random().toString()),
                                fields)))
                        .containsEntry("status", "404");
            }
        }
        assertThat(desk.sends(
                                "personnel",
                                desk.at("/bundle"),
                                "document",
                                UUID.randomUUID().toString())
                        .getStatus())
                .isEqualTo(404);
    }

    private Desk withPapers() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = received(town, Kind.CORRUPTION, accused(town, "finance"));
        desk.does("clerk", "screenComplaint", "screen", "outcome", "ACCEPTED_INQUIRY", "reason", "ครบถ้วน");
        desk.does(
                "personnel",
                "assignInvestigator",
                "assign-investigator",
                "person",
                town.staff.person("legal").toString());
        desk.does("legal", "acceptAssignment", "accept");
        desk.does(
                "legal",
                "investigate",
                "conclude",
                "result",
                "SUBSTANTIATED",
                "facts",
                "พบการเรียกรับเงินจริง",
                "reasoning",
                "พยานสองปากตรงกัน",
                "recommendation",
                "เห็นควรตั้งกรรมการ");
        desk.does("office", "giveOpinion", "opinion", "decision", "AGREE", "text", "เห็นด้วย");
        return desk;
    }

    private List<FileView> papers(Desk desk) {
        return files(desk).stream().filter(Bundles::takes).toList();
    }

    private List<FileView> files(Desk desk) {
        return desk.town.in(() -> transaction.execute(
                status -> cases.open(desk.town.officer("personnel"), desk.id()).files()));
    }

    private static int pages(FileView paper) {
        Integer pages = paper.pages();
        return pages == null ? 0 : pages;
    }

    private static Map<String, String> answer(MockHttpServletResponse response) throws Exception {
        return Map.of(
                "status",
                String.valueOf(response.getStatus()),
                "body",
                response.getContentAsString().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
    }

    private static List<String> pages(byte[] pdf) throws IOException {
        List<String> pages = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (int n = 1; n <= document.getNumberOfPages(); n++) {
                PDFTextStripper text = new PDFTextStripper();
                text.setStartPage(n);
                text.setEndPage(n);
                pages.add(text.getText(document));
            }
        }
        return pages;
    }
}
