package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.casefile.Upload;
import org.sucharit.document.DocumentKind;
import org.sucharit.intake.OfficeMessages;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** Whom a letter reaches is told that the complaint is here and what became of it; nobody else is written to. */
@OnH2
class LettersToTheReporterTests extends WalkTests {

    private static final Reporter.Identity AT_HOME =
            new Reporter.Identity("นางสาวสมใจ กล้าหาญ", "๙๙ หมู่ ๑ ตำบลสมมุติ", null, null);
    private static final Reporter.Identity BY_MAIL = new Reporter.Identity(null, null, null, "somjai@example.org");

    @Autowired
    OfficeMessages messages;

    private Town.Founded town;

    @BeforeAll
    void found() {
        town = towns.found();
    }

    @Test
    void acknowledgesOnceHoweverOftenTheComplaintIsScreened() {
        Walk walk = walks.byLetter(town, Kind.CORRUPTION, AT_HOME, "finance")
                .screen(ScreeningOutcome.NO_ACTION)
                .confirmScreening(false)
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY);
        assertThat(walk.papers(DocumentKind.ACKNOWLEDGEMENT_LETTER)).hasSize(1);
        assertThat(walk.text(DocumentKind.ACKNOWLEDGEMENT_LETTER))
                .contains("เรียนนางสาวสมใจกล้าหาญ", "ลับ")
                .doesNotContain("นายfinance", "หมู่๑");
    }

    @Test
    void writesToTheComplainantWhereOnlyAnAddressIsKnown() {
        Walk walk = walks.byLetter(town, Kind.GRIEVANCE, BY_MAIL).screen(ScreeningOutcome.ACCEPTED_GRIEVANCE);
        assertThat(walk.text(DocumentKind.ACKNOWLEDGEMENT_LETTER)).contains("เรียนผู้ร้องเรียน");
    }

    @Test
    void tellsTheOutcomeAndNothingOfOthers() {
        Walk walk = walks.byLetter(town, Kind.CORRUPTION, AT_HOME, "finance")
                .toInvestigation("legal")
                .conclude()
                .endorse()
                .direct(Directive.DISCIPLINARY_INQUIRY)
                .notifyReporter();
        String told = town.in(() -> walk.open()
                .last(org.sucharit.casefile.Content.Notified.class)
                .orElseThrow()
                .content()
                .text());
        assertThat(walk.text(DocumentKind.OUTCOME_LETTER))
                .contains("เรียนนางสาวสมใจกล้าหาญ", thaiDigits(told))
                .doesNotContain("นายfinance", "นายlegal");
    }

    /** The files themselves go by no letter; their names stay out of it. */
    @Test
    void saysThatFilesLieReady() {
        Walk walk = walks.byForm(town, Kind.CORRUPTION, AT_HOME, "finance").toInvestigation("legal");
        town.run(() -> messages.send(
                town.officer("personnel"),
                walk.id(),
                "ส่งแบบคำขอ",
                List.of(
                        Upload.of("QFORM.txt", "text/plain", new byte[] {1}),
                        Upload.of("QSECOND.txt", "text/plain", new byte[] {2}))));
        walk.conclude().endorse().direct(Directive.DISCIPLINARY_INQUIRY).notifyReporter();
        assertThat(walk.text(DocumentKind.OUTCOME_LETTER))
                .contains("หน่วยงานได้ส่งไฟล์ถึงท่านจำนวน๒ไฟล์", "โดยใช้ใบรับเรื่องของท่าน")
                .doesNotContain("QFORM", "QSECOND");
    }

    @Test
    void writesToNobodyWhomNoLetterReaches() {
        Walk walk = walks.register(town, Kind.CORRUPTION, ChannelKind.WEB, "finance")
                .screen(ScreeningOutcome.NO_ACTION)
                .confirmScreening(true)
                .notifyReporter();
        assertThat(walk.papers(DocumentKind.ACKNOWLEDGEMENT_LETTER)).isEmpty();
        assertThat(walk.papers(DocumentKind.OUTCOME_LETTER)).isEmpty();
    }

    private static String thaiDigits(String text) {
        return text.replaceAll("\\s", "")
                .chars()
                .map(c -> c >= '0' && c <= '9' ? '๐' + c - '0' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
