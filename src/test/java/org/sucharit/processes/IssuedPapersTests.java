package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.casefile.Upload;
import org.sucharit.document.DocumentKind;
import org.sucharit.register.Act;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** A paper is issued once. What is issued again is a version of its own, and the register can prove each of them. */
@OnH2
class IssuedPapersTests extends WalkTests {

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    private Town.Founded town;

    @BeforeAll
    void found() {
        town = towns.found();
    }

    private List<FileView> issued(Walk walk, DocumentKind kind) {
        return town.in(() -> walk.open().files().stream()
                .filter(file -> file.document() == kind)
                .toList());
    }

    @Test
    void anIssuedVersionStaysAsItIsAndTheNextStandsBesideIt() {
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal").conclude();
        byte[] first = walk.papers(DocumentKind.FINDINGS_MEMO).getFirst().bytes();
        walk.opinion(Content.Opinion.View.AGREE)
                .opinion(Content.Opinion.View.DISAGREE)
                .direct(Directive.APPROVED);
        List<Upload> all = walk.papers(DocumentKind.FINDINGS_MEMO);
        assertThat(all).hasSize(4);
        assertThat(all.getFirst().bytes()).isEqualTo(first);
        assertThat(all.stream().map(Upload::bytes).map(Arrays::hashCode).distinct())
                .hasSize(4);
        List<FileView> views = issued(walk, DocumentKind.FINDINGS_MEMO);
        assertThat(views).extracting(FileView::version).containsExactly(1, 2, 3, 4);
        assertThat(views)
                .extracting(FileView::number)
                .containsOnly(views.getFirst().number());
    }

    @Test
    void anotherInquiryIntoTheSameCaseHasAMemoOfItsOwn() {
        Walk walk = walks.corruption(town, "finance")
                .toInvestigation("legal")
                .conclude()
                .endorse()
                .direct(Directive.NO_FURTHER_ACTION)
                .notifyReporter()
                .reopen("personnel")
                .toInvestigation("legal2")
                .conclude();
        List<FileView> memos = issued(walk, DocumentKind.FINDINGS_MEMO);
        assertThat(memos.getLast().version()).isOne();
        assertThat(memos.getLast().number()).isNotEqualTo(memos.getFirst().number());
    }

    @Test
    void aLaterVersionNamesTheOneBeforeIt() {
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal").conclude();
        assertThat(walk.text(DocumentKind.FINDINGS_MEMO)).doesNotContain("ฉบับที่๒");
        walk.opinion(Content.Opinion.View.AGREE);
        assertThat(walk.text(DocumentKind.FINDINGS_MEMO)).contains("ฉบับที่๒", "ฉบับที่๑");
    }

    @Test
    void aLaterVersionBearsTheDateOnWhichItsAuthorWroteIt() {
        windTo("2025-02-03");
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal").conclude();
        assertThat(walk.text(DocumentKind.FINDINGS_MEMO)).contains("วันที่๓กุมภาพันธ์๒๕๖๘เรื่อง");
        pass(5);
        walk.opinion(Content.Opinion.View.AGREE);
        assertThat(walk.text(DocumentKind.FINDINGS_MEMO))
                .contains("ฉบับที่๒", "วันที่๓กุมภาพันธ์๒๕๖๘เรื่อง", "วันที่๘กุมภาพันธ์๒๕๖๘");
    }

    @Test
    void theForwardingMemoGoesToWhoeverAssignsAndNeverToWhomTheCaseIsKeptFrom() {
        Walk plain = walks.corruption(town, "finance").screen(ScreeningOutcome.ACCEPTED_INQUIRY);
        assertThat(plain.text(DocumentKind.FORWARDING_MEMO)).contains("เรียนหัวหน้างานการเจ้าหน้าที่");
        Walk unit = walks.corruption(town, "personnel").screen(ScreeningOutcome.ACCEPTED_INQUIRY);
        assertThat(unit.text(DocumentKind.FORWARDING_MEMO))
                .contains("เรียนปลัด")
                .doesNotContain("หัวหน้างานการเจ้าหน้าที่");
    }

    @Test
    void nothingIsForwardedWithinTheHouseWhereTheExecutiveIsAccused() {
        Walk walk = walks.corruption(town, "mayor").screen(ScreeningOutcome.ACCEPTED_INQUIRY);
        assertThat(issued(walk, DocumentKind.FORWARDING_MEMO)).isEmpty();
    }

    @Test
    void theExtensionIsAskedInAMemoAndDecidedOnItsNextVersion() {
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal").askExtension(15);
        assertThat(walk.text(DocumentKind.EXTENSION_MEMO)).contains("อีก๑๕วัน", "นายlegal", "ข้อสั่งการ");
        walk.decideExtension(true, 10);
        assertThat(walk.text(DocumentKind.EXTENSION_MEMO))
                .contains("อีก๑๕วัน", "อนุมัติให้ขยายถึงวันที่", "นายmayor", "ฉบับที่๒");
        walk.askExtension(5).decideExtension(false, 5);
        List<FileView> memos = issued(walk, DocumentKind.EXTENSION_MEMO);
        assertThat(memos).extracting(FileView::version).containsExactly(1, 2, 1, 2);
        assertThat(memos.get(2).number()).isNotEqualTo(memos.getFirst().number());
        assertThat(walk.text(DocumentKind.EXTENSION_MEMO)).contains("ไม่อนุมัติ");
    }

    @Test
    void theRegisterNamesKindAndVersionAndCommitsToTheFile() throws Exception {
        Walk walk = walks.corruption(town, "finance")
                .toInvestigation("legal")
                .conclude()
                .opinion(Content.Opinion.View.AGREE);
        List<Entry> entries = town.in(() -> register.ofCase(walk.id())).stream()
                .filter(entry -> entry.act() == Act.DOCUMENT_ISSUED)
                .toList();
        assertThat(entries)
                .extracting(Entry::detail)
                .contains("APPOINTMENT_ORDER 1")
                .endsWith("FINDINGS_MEMO 1", "FINDINGS_MEMO 2");
        FileView last = issued(walk, DocumentKind.FINDINGS_MEMO).getLast();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        assertThat(last.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(sha256.digest(walk.papers(DocumentKind.FINDINGS_MEMO)
                                .getLast()
                                .bytes())));
        byte[] commitment = jdbc.sql("select commitment from sealed_file where id = ?")
                .param(last.id())
                .query((row, n) -> row.getBytes(1))
                .single();
        byte[] committed = jdbc.sql("select content_digest from register_entry where organisation_id = ? and seq = ?")
                .params(town.id.value(), entries.getLast().seq())
                .query((row, n) -> row.getBytes(1))
                .single();
        assertThat(committed).isEqualTo(sha256.digest(commitment));
    }

    @Test
    void aSecretPaperAndAnOrderAreNumberedInRegistersOfTheirOwn() {
        Town.Founded other = towns.found();
        Walk walk = walks.corruption(other, "finance").screen(ScreeningOutcome.ACCEPTED_INQUIRY);
        List<FileView> memo = other.in(() -> walk.open().files().stream()
                .filter(file -> file.document() == DocumentKind.FORWARDING_MEMO)
                .toList());
        assertThat(memo).extracting(FileView::number).containsExactly("ลับ 1");
        walk.assign("legal").accept();
        int year = walks.time.today().getYear() + 543;
        assertThat(other.in(() -> walk.open().files().getLast().number())).isEqualTo("1/" + year);
    }
}
