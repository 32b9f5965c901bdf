package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.Town;

/** A paper is looked at before it is issued: made from what is typed, and nothing is done, numbered or kept. */
class TaskPreviewsTests extends CaseScreenTest {

    @Autowired
    JdbcClient jdbc;

    /** Sends the form to its preview, and holds that nothing came of it. */
    private String previewed(Desk desk, String username, String step, String action, String... fields)
            throws Exception {
        List<Object> before = everything(desk);
        MockHttpServletResponse shown = desk.sends(username, desk.taskAt(step, action + "/preview"), fields);
        assertThat(shown.getStatus()).as(step).isEqualTo(200);
        assertThat(shown.getContentType()).isEqualTo("application/pdf");
        assertThat(shown.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(shown.getHeader("Cache-Control")).contains("no-store");
        assertThat(everything(desk)).isEqualTo(before);
        String text = text(shown.getContentAsByteArray());
        assertThat(text).contains("ร่าง");
        return text;
    }

    private List<Object> everything(Desk desk) {
        return List.of(
                desk.state(),
                count("folio where case_id = ?", desk),
                count("sealed_file where case_id = ?", desk),
                count("register_entry where case_id = ?", desk),
                jdbc.sql("select coalesce(sum(last_number), 0) from number_series where organisation_id = ?")
                        .param(desk.town.id.value())
                        .query(Long.class)
                        .single());
    }

    private long count(String where, Desk desk) {
        return jdbc.sql("select count(*) from " + where)
                .param(desk.id().value())
                .query(Long.class)
                .single();
    }

    private static String text(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    @Test
    void showEveryPaperOfAnInquiryBeforeItIsIssued() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = received(town, Kind.CORRUPTION, accused(town, "finance"));
        String[] screening = {"outcome", "ACCEPTED_INQUIRY", "reason", "มีรายละเอียดเพียงพอ"};
        assertThat(previewed(desk, "clerk", "screenComplaint", "screen", screening))
                .contains("บันทึกข้อความ", "มีรายละเอียดเพียงพอ");
        desk.does("clerk", "screenComplaint", "screen", screening);

        String[] assignment = {"person", id(town, "legal"), "members", id(town, "works")};
        assertThat(previewed(desk, "personnel", "assignInvestigator", "assign-investigator", assignment))
                .contains("แต่งตั้งคณะกรรมการ", "นายlegal", "นายworks");
        desk.does("personnel", "assignInvestigator", "assign-investigator", assignment);
        assertThat(previewed(desk, "legal", "acceptAssignment", "accept")).contains("แต่งตั้งคณะกรรมการ", "นายworks");
        desk.does("legal", "acceptAssignment", "accept");

        assertThat(previewed(
                        desk,
                        "legal",
                        "investigate",
                        "ask-extension",
                        date("until", LocalDate.now().plusDays(90), "reason", "พยานอยู่ต่างจังหวัด")))
                .contains("พยานอยู่ต่างจังหวัด");
        desk.sends(
                "legal",
                desk.taskAt("investigate", "ask-extension"),
                date("until", LocalDate.now().plusDays(90), "reason", "พยานอยู่ต่างจังหวัด"));
        assertThat(previewed(
                        desk,
                        "mayor",
                        "decideExtension",
                        "decide-extension",
                        date("until", LocalDate.now().plusDays(80), "granted", "true", "reason", "ให้เร่งรัด")))
                .contains("พยานอยู่ต่างจังหวัด", "ให้เร่งรัด", "อนุมัติให้ขยายถึง", "ฉบับที่๒", "นายmayor");
        assertThat(previewed(
                        desk,
                        "mayor",
                        "decideExtension",
                        "decide-extension",
                        "granted",
                        "false",
                        "reason",
                        "เวลาพอแล้ว"))
                .contains("ไม่อนุมัติ", "เวลาพอแล้ว");
        desk.does("mayor", "decideExtension", "decide-extension", "granted", "false", "reason", "เวลาพอแล้ว");

        String[] findings = {
            "result", "SUBSTANTIATED", "facts", "พบจริง", "reasoning", "พยานตรงกัน", "recommendation", "ตั้งกรรมการ"
        };
        assertThat(previewed(desk, "legal", "investigate", "conclude", findings))
                .contains("พบจริง", "ตั้งกรรมการ");
        desk.does("legal", "investigate", "conclude", findings);

        String[] disagrees = {"decision", "DISAGREE", "text", "เห็นควรสอบเพิ่ม"};
        assertThat(previewed(desk, "office", "giveOpinion", "opinion", disagrees))
                .contains("เห็นควรสอบเพิ่ม", "ฉบับที่๒");
        desk.does("office", "giveOpinion", "opinion", disagrees);
        desk.does("chief", "giveOpinion", "opinion", "decision", "AGREE");
        assertThat(previewed(desk, "mayor", "mayorDirective", "directive", "decision", "APPROVED", "text", "ให้ทำต่อ"))
                .contains("เห็นควรสอบเพิ่ม", "ให้ทำต่อ", "นายmayor");
    }

    @Test
    void showTheFormAgainWithAllThatWasTypedWhereSomethingIsMissing() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        MockHttpServletResponse again =
                desk.sends("clerk", desk.taskAt("screenComplaint", "screen/preview"), "reason", "เหตุที่พิมพ์ไว้แล้ว");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("id=\"outcome-error\"", "เหตุที่พิมพ์ไว้แล้ว");
    }

    @Test
    void showTheLetterToTheReporterWithTheMemoAndSaySo() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = byLetter(town);
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString()).contains("หนังสือตอบรับเรื่องถึงผู้แจ้งด้วย");
        String[] taken = {"outcome", "ACCEPTED_INQUIRY", "reason", "มีรายละเอียดเพียงพอ"};
        assertThat(previewed(desk, "clerk", "screenComplaint", "screen", taken))
                .contains("บันทึกข้อความ", "มีรายละเอียดเพียงพอ", "เรียนผู้ร้องเรียน")
                .doesNotContain(REPORTER.replaceAll("\\s", ""));
        assertThat(previewed(
                        desk,
                        "clerk",
                        "screenComplaint",
                        "screen",
                        "outcome",
                        "NO_ACTION",
                        "ground",
                        "BEFORE_COURT",
                        "reason",
                        "อยู่ในศาล"))
                .contains("เรียนผู้ร้องเรียน")
                .doesNotContain("บันทึกข้อความ", REPORTER.replaceAll("\\s", ""));
        desk.does("clerk", "screenComplaint", "screen", taken);
        assertThat(issued(desk)).containsExactlyInAnyOrder("FORWARDING_MEMO", "ACKNOWLEDGEMENT_LETTER");
    }

    @Test
    void speakOfNoLetterWhereNoneReachesTheReporter() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString())
                .doesNotContain("หนังสือตอบรับเรื่องถึงผู้แจ้งด้วย");
        String[] taken = {"outcome", "ACCEPTED_INQUIRY", "reason", "มีรายละเอียดเพียงพอ"};
        assertThat(previewed(desk, "clerk", "screenComplaint", "screen", taken)).doesNotContain("เรียนผู้ร้องเรียน");
        desk.does("clerk", "screenComplaint", "screen", taken);
        assertThat(issued(desk)).containsExactly("FORWARDING_MEMO");
    }

    private List<@Nullable String> issued(Desk desk) {
        return jdbc.sql("select document from sealed_file where case_id = ? and document is not null")
                .param(desk.id().value())
                .query(String.class)
                .list();
    }

    @Test
    void refuseToShowWhatScreeningWouldRefuse() throws Exception {
        Desk desk = byLetter(towns.found());
        MockHttpServletResponse nowhere = desk.sends(
                "clerk",
                desk.taskAt("screenComplaint", "screen/preview"),
                "outcome",
                "MERGED",
                "reason",
                "เรื่องเดียวกัน",
                "into",
                "99/2500");
        assertThat(nowhere.getStatus()).isEqualTo(422);
        assertThat(nowhere.getContentAsString()).contains("id=\"into-error\"");
        MockHttpServletResponse unreachable = desk.sends(
                "clerk",
                desk.taskAt("screenComplaint", "screen/preview"),
                "outcome",
                "NEEDS_INFORMATION",
                "reason",
                "เกิดเหตุเมื่อใด");
        assertThat(unreachable.getStatus()).isEqualTo(422);
        assertThat(unreachable.getContentAsString()).contains("id=\"outcome-error\"");
    }

    @Test
    void sayThatAnOutcomeWithoutAMemoHasNothingToShow() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        MockHttpServletResponse none = desk.sends(
                "clerk",
                desk.taskAt("screenComplaint", "screen/preview"),
                "outcome",
                "NO_ACTION",
                "ground",
                "BEFORE_COURT",
                "reason",
                "อยู่ในศาล");
        assertThat(none.getStatus()).isEqualTo(422);
        assertThat(none.getContentAsString()).contains("ไม่มีบันทึกที่จะออก");
    }

    @Test
    void showNothingToWhoeverTheTaskDoesNotFallTo() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = received(town, Kind.CORRUPTION, accused(town, "finance"));
        for (String username : List.of("personnel", "finance", "admin")) {
            assertThat(desk.sends(
                                    username,
                                    desk.taskAt("screenComplaint", "screen/preview"),
                                    "outcome",
                                    "ACCEPTED_INQUIRY",
                                    "reason",
                                    "อ่านได้ไหม")
                            .getStatus())
                    .as(username)
                    .isEqualTo(404);
        }
    }

    @Test
    void keepTheReportersNameOutOfThePreviewAndOpenTheLetterOnlyWithAReason() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = byLetter(town);
        desk.does(
                "clerk", "screenComplaint", "screen", "outcome", "NO_ACTION", "ground", "BEFORE_COURT", "reason", "x");
        desk.does("personnel", "confirmScreening", "confirm-screening", "agreed", "true");
        assertThat(desk.sees("personnel", desk.at("")).getContentAsString())
                .contains("หนังสือแจ้งผลถึงผู้แจ้งด้วย", "ชื่อจริง (ถ้ามี) จะใส่เมื่อออกหนังสือ");
        String[] told = {"how", "ทางไปรษณีย์", "text", "ไม่รับไว้พิจารณา"};
        assertThat(previewed(desk, "personnel", "notifyReporter", "notify", told))
                .contains("ไม่รับไว้พิจารณา")
                .doesNotContain(REPORTER.replaceAll("\\s", ""));
        desk.does("personnel", "notifyReporter", "notify", told);

        String page = desk.sees("personnel", desk.at("")).getContentAsString();
        assertThat(page).contains("มีชื่อผู้แจ้ง");
        String file = jdbc.sql("select id from sealed_file where case_id = ? and document = 'OUTCOME_LETTER'")
                .param(desk.id().value())
                .query(java.util.UUID.class)
                .single()
                .toString();
        MockHttpServletResponse closed = desk.sees("personnel", desk.at("/files/" + file));
        assertThat(closed.getRedirectedUrl()).isEqualTo(desk.at("/identity?file=" + file));
        assertThat(desk.sends("personnel", desk.at("/identity"), "file", file, "reason", "")
                        .getStatus())
                .isEqualTo(422);
        assertThat(opened(desk)).isZero();
        MockHttpServletResponse letter =
                desk.sends("personnel", desk.at("/identity"), "file", file, "reason", "ส่งทางไปรษณีย์");
        assertThat(text(letter.getContentAsByteArray())).contains(REPORTER.replaceAll("\\s", ""));
        assertThat(opened(desk)).isOne();
    }

    private long opened(Desk desk) {
        return count("register_entry where act = 'IDENTITY_OPENED' and case_id = ?", desk);
    }

    private Desk byLetter(Town.Founded town) {
        return new Desk(
                town,
                town.in(() -> intake.register(new RegisterComplaint(
                        Kind.CORRUPTION,
                        ChannelKind.POST,
                        LocalDate.now(),
                        "เรื่องทางจดหมาย",
                        DETAILS,
                        null,
                        null,
                        Map.of(Particular.POSTMARK, LocalDate.now().toString()),
                        new Reporter.Named(new Reporter.Identity(REPORTER, "๑ หมู่ ๒", null, null)),
                        List.of(accused(town, "finance")),
                        Set.of(),
                        false,
                        List.of(),
                        town.staff.person("clerk")))));
    }

    private static String id(Town.Founded town, String username) {
        return town.staff.person(username).toString();
    }

    private static String[] date(String field, LocalDate day, String... rest) {
        String[] fields = Arrays.copyOf(
                new String[] {
                    field + ".day",
                    "" + day.getDayOfMonth(),
                    field + ".month",
                    "" + day.getMonthValue(),
                    field + ".year",
                    "" + (day.getYear() + 543)
                },
                6 + rest.length);
        System.arraycopy(rest, 0, fields, 6, rest.length);
        return fields;
    }
}
