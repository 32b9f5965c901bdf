package org.sucharit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.LinkedMultiValueMap;
import org.sucharit.casefile.Kind;
import org.sucharit.kernel.WoundClock;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.papers.OfficePapers;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import({Town.class, Browsing.class})
class PeriodMemosTests {

    @Autowired
    Town towns;

    @Autowired
    Browsing browsing;

    @Autowired
    PeriodMemos memos;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WoundClock clock;

    Town.Founded town;

    @BeforeEach
    void found() {
        clock.windTo(Instant.parse("2027-03-15T05:00:00Z"));
        town = towns.found();
        CaseRow.open(Kind.TIP, ChannelKind.BOX, LocalDate.of(2026, 10, 6)).in(jdbc, town.id);
        CaseRow.open(Kind.TIP, ChannelKind.BOX, LocalDate.of(2026, 12, 6)).in(jdbc, town.id);
    }

    @Test
    void reportsAQuarterByItsMonthsAndTheirSum() throws Exception {
        String text = text(pdf("personnel", "/2570-Q1.pdf"));
        assertThat(text).contains("ไตรมาสที่ ๑", "ตุลาคม ๒๕๖๙ ๑ ๑ ๐", "พฤศจิกายน ๒๕๖๙ ๐ ๐ ๐", "รวม ๒ ๒ ๐", "ร่าง");
    }

    @Test
    void reportsThatNothingCameIn() throws Exception {
        String text = text(pdf("personnel", "/2569-H1.pdf"));
        assertThat(text).contains("ไม่มีผู้ร้องเรียน", "รอบ ๖ เดือนแรก", "รวม ๐ ๐ ๐");
    }

    @Test
    void issuesAMemoOnceAndNamesTheEarlierOneInTheNext() throws Exception {
        assertThat(status(issue("personnel", "2570-M1"))).isEqualTo(302);
        OfficePapers.Issued first = issued().getFirst();
        byte[] bytes = pdf("clerk", "/issued/" + first.id() + ".pdf");
        assertThat(text(bytes)).contains("ที่ ว ๑ ").doesNotContain("ร่าง", "ใช้แทน");
        assertThat(status(issue("office", "2570-M1"))).isEqualTo(302);
        List<OfficePapers.Issued> both = issued();
        assertThat(both).extracting(OfficePapers.Issued::version).containsExactly(2, 1);
        assertThat(both).extracting(OfficePapers.Issued::number).containsOnly(first.number());
        assertThat(text(pdf("personnel", "/issued/" + both.getFirst().id() + ".pdf")))
                .contains("ฉบับที่ ๒ ใช้แทนฉบับที่ ๑");
        assertThat(pdf("personnel", "/issued/" + first.id() + ".pdf")).isEqualTo(bytes);
    }

    @Test
    void doesNotIssueWhatStillRunsOrHasNotBegun() throws Exception {
        assertThat(status(issue("personnel", "2570-Q2"))).isEqualTo(409);
        assertThat(status(issue("personnel", "2570-M12"))).isEqualTo(409);
        assertThat(issued()).isEmpty();
        assertThat(status(open("personnel", "/2570-Q2.pdf"))).isEqualTo(200);
        assertThat(status(open("personnel", "/2570-M12.pdf"))).isEqualTo(409);
    }

    @Test
    void isForThoseWhoReportToTheMayor() throws Exception {
        for (String other : List.of("clerk", "works", "council", "admin")) {
            assertThat(status(issue(other, "2570-M1"))).isEqualTo(403);
            assertThat(status(open(other, "/2570-M1.pdf"))).isEqualTo(403);
        }
        assertThat(issued()).isEmpty();
    }

    @Test
    void knowsNoPaperOfAnotherOrganisation() throws Exception {
        issue("personnel", "2570-M1");
        OfficePapers.Issued paper = issued().getFirst();
        town = towns.found();
        assertThat(status(open("personnel", "/issued/" + paper.id() + ".pdf"))).isEqualTo(404);
    }

    @Test
    void listsThePeriodsOfAYear() throws Exception {
        issue("personnel", "2570-M1");
        String page = body(open("personnel", ""));
        assertThat(page).doesNotContain("${").contains(address("/2570-Q1.pdf"), address("/2570-M1"), "ออกฉบับใหม่แทน");
        assertThat(page)
                .contains("ไตรมาสที่ ๒", "ยังไม่สิ้นสุด", "เดือนตุลาคม ๒๕๖๙ ปีงบประมาณ ๒๕๗๐")
                .doesNotContain("ไตรมาสที่ ๓");
    }

    private List<OfficePapers.Issued> issued() {
        return town.in(memos::issued);
    }

    private MvcResult issue(String officer, String code) throws Exception {
        return browsing.send(town.officer(officer), address("/" + code), new LinkedMultiValueMap<>());
    }

    private MvcResult open(String officer, String path) throws Exception {
        return browsing.open(town.officer(officer), address(path));
    }

    private byte[] pdf(String officer, String path) throws Exception {
        MvcResult result = open(officer, path);
        assertThat(status(result)).isEqualTo(200);
        return result.getResponse().getContentAsByteArray();
    }

    private String address(String path) {
        return "/" + town.shortName + "/desk/figures/periods" + path;
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
