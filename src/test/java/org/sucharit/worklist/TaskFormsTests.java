package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Outcome;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.intake.Correspondence;
import org.sucharit.testing.Town;

class TaskFormsTests extends CaseScreenTest {

    private static final String[] FINDINGS = {
        "result",
        Content.Findings.Result.SUBSTANTIATED.name(),
        "facts",
        "พบการเรียกรับเงินจริง",
        "reasoning",
        "พยานสองปากตรงกัน",
        "recommendation",
        "เห็นควรตั้งกรรมการ"
    };

    @Autowired
    Correspondence correspondence;

    @Test
    void carryAComplaintToTheMayorsDecisionAndToTheReporter() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = investigated(received(town, Kind.CORRUPTION, accused(town, "finance")));
        concluded(desk);
        desk.does("office", "giveOpinion", "opinion", "decision", "AGREE", "phrase", "NOTED_AND_AGREED");
        desk.does("chief", "giveOpinion", "opinion", "decision", "DISAGREE", "text", "เห็นควรสอบเพิ่ม");

        String memo = desk.sees("mayor", desk.at("")).getContentAsString();
        assertThat(memo)
                .contains("พบการเรียกรับเงินจริง", "เห็นควรตั้งกรรมการ", "เห็นควรสอบเพิ่ม", "/files/")
                .contains("value=\"APPROVED\"", "value=\"RETURNED\"", "value=\"REFER_NACC\"")
                .contains("value=\"NO_FURTHER_ACTION\"");
        desk.does("mayor", "mayorDirective", "directive", "decision", "DISCIPLINARY_INQUIRY", "phrase", "PROMPTLY");
        desk.does("personnel", "notifyReporter", "notify", "how", "หน้าติดตามเรื่อง", "text", "ดำเนินการทางวินัยแล้ว");

        assertThat(desk.state()).isEqualTo(CaseState.CLOSED);
        assertThat(town.in(() -> cases.file(desk.id()).outcome())).contains(Outcome.DISCIPLINARY_INQUIRY);
        assertThat(desk.sees("personnel", desk.at("")).getContentAsString()).contains(desk.at("/reopen"));
        assertThat(desk.sends("personnel", desk.at("/reopen"), "reopen.reason", "มีพยานใหม่")
                        .getStatus())
                .isEqualTo(302);
        assertThat(desk.state()).isEqualTo(CaseState.SCREENING);
    }

    @Test
    void bringFindingsBackToTheInvestigatorWithTheMayorsWords() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = investigated(received(town, Kind.CORRUPTION, accused(town, "finance")));
        concluded(desk);
        desk.does("office", "giveOpinion", "opinion", "decision", "AGREE");
        desk.does("chief", "giveOpinion", "opinion", "decision", "AGREE");
        MockHttpServletResponse wordless =
                desk.sends("mayor", desk.taskAt("mayorDirective", "directive"), "decision", "RETURNED");
        assertThat(wordless.getStatus()).isEqualTo(422);
        desk.does("mayor", "mayorDirective", "directive", "decision", "RETURNED", "text", "ขาดคำให้การของพยาน");
        assertThat(desk.sees("legal", desk.at("")).getContentAsString())
                .contains("ขาดคำให้การของพยาน", desk.taskAt("investigate", "conclude"));
    }

    @Test
    void askForMoreTimeAndGrantIt() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = investigated(received(town, Kind.CORRUPTION, accused(town, "finance")));
        LocalDate until = LocalDate.now().plusDays(90);
        desk.sends(
                "legal",
                desk.taskAt("investigate", "ask-extension"),
                date("until", until, "reason", "พยานอยู่ต่างจังหวัด"));
        assertThat(desk.sees("mayor", desk.at("")).getContentAsString())
                .contains(
                        "พยานอยู่ต่างจังหวัด",
                        "name=\"until.day\" value=\"" + until.getDayOfMonth() + "\"",
                        "name=\"until.year\" value=\"" + (until.getYear() + 543) + "\"");
        String undecided = desk.sends("mayor", desk.taskAt("decideExtension", "decide-extension"), "until.day", "๓๑")
                .getContentAsString();
        assertThat(undecided)
                .contains("id=\"granted-error\"", "name=\"until.day\" value=\"๓๑\"", "name=\"until.year\" value=\"\"");
        desk.does("mayor", "decideExtension", "decide-extension", date("until", until, "granted", "true"));
        assertThat(town.in(() -> cases.file(desk.id()).dueOn())).isEqualTo(until);
    }

    @Test
    void waitForTheDecisionOnMoreTimeBeforeTheFindings() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = investigated(received(town, Kind.CORRUPTION, accused(town, "finance")));
        String[] asked = date("until", LocalDate.now().plusDays(90), "reason", "พยานอยู่ต่างจังหวัด");
        desk.sends("legal", desk.taskAt("investigate", "ask-extension"), asked);
        for (String action : new String[] {"conclude", "conclude/preview"}) {
            MockHttpServletResponse waits = desk.sends("legal", desk.taskAt("investigate", action), FINDINGS);
            assertThat(waits.getStatus()).isEqualTo(409);
            assertThat(waits.getContentAsString())
                    .contains("ยังสรุปผลไม่ได้", "รอผลก่อน", "พบการเรียกรับเงินจริง")
                    .doesNotContain("ที่ยังไม่ได้พิจารณาอยู่แล้ว");
        }
        assertThat(desk.sends("legal", desk.taskAt("investigate", "ask-extension"), asked)
                        .getContentAsString())
                .contains("ที่ยังไม่ได้พิจารณาอยู่แล้ว");
        desk.does("mayor", "decideExtension", "decide-extension", "granted", "false", "reason", "เวลาพอแล้ว");
        concluded(desk);
    }

    @Test
    void letTheInvestigatorStepAsideAndLoseTheCase() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = screened(received(town, Kind.CORRUPTION, accused(town, "finance")));
        desk.does("personnel", "assignInvestigator", "assign-investigator", "person", person(town, "legal"));
        desk.does("legal", "acceptAssignment", "accept");
        assertThat(desk.state()).isEqualTo(CaseState.INVESTIGATING);

        Desk other = screened(received(town, Kind.MISCONDUCT, accused(town, "finance")));
        other.does("personnel", "assignInvestigator", "assign-investigator", "person", person(town, "legal"));
        MockHttpServletResponse answer = other.sends(
                "legal", other.taskAt("acceptAssignment", "step-aside"), "reason", "เป็นญาติกับผู้ถูกร้องเรียน");
        assertThat(answer.getRedirectedUrl()).isEqualTo("/" + town.shortName + "/desk");
        assertThat(other.sees("legal", other.at("")).getStatus()).isEqualTo(404);
    }

    @Test
    void appointACommitteeAndLetAMemberStepAside() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = screened(received(town, Kind.CORRUPTION, accused(town, "finance")));
        MockHttpServletResponse twice = desk.sends(
                "personnel",
                desk.taskAt("assignInvestigator", "assign-investigator"),
                "person",
                person(town, "legal"),
                "members",
                person(town, "legal"),
                "instruction",
                "ทำโดยเร็ว");
        assertThat(twice.getStatus()).isEqualTo(422);
        assertThat(twice.getContentAsString()).contains("id=\"members-error\"", "ทำโดยเร็ว", "<details open=\"open\"");
        desk.does(
                "personnel",
                "assignInvestigator",
                "assign-investigator",
                "person",
                person(town, "legal"),
                "members",
                person(town, "works"),
                "members",
                person(town, "legal2"),
                "secretary",
                person(town, "legal2"));
        desk.does("legal", "acceptAssignment", "accept");
        String page = desk.sees("works", desk.at("")).getContentAsString();
        assertThat(page)
                .contains("นายlegal2 ทดสอบชมชื่น (กรรมการและเลขานุการ)", "นายworks ทดสอบปัญญา (กรรมการ)", desk.at("/leave"))
                .doesNotContain(desk.taskAt("investigate", "conclude"));
        assertThat(desk.sees("legal", desk.at("")).getContentAsString()).doesNotContain(desk.at("/leave"));
        MockHttpServletResponse left = desk.sends("works", desk.at("/leave"), "leave.reason", "เป็นญาติกับพยาน");
        assertThat(left.getRedirectedUrl()).isEqualTo("/" + town.shortName + "/desk");
        assertThat(desk.sees("works", desk.at("")).getStatus()).isEqualTo(404);
    }

    @Test
    void letASecondPersonConfirmThatNothingIsDone() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        MockHttpServletResponse groundless = desk.sends(
                "clerk",
                desk.taskAt("screenComplaint", "screen"),
                "outcome",
                ScreeningOutcome.NO_ACTION.name(),
                "reason",
                "อยู่ในศาลแล้ว");
        assertThat(groundless.getStatus()).isEqualTo(422);
        assertThat(groundless.getContentAsString()).contains("id=\"ground-error\"", "อยู่ในศาลแล้ว");
        desk.does(
                "clerk",
                "screenComplaint",
                "screen",
                "outcome",
                "NO_ACTION",
                "ground",
                "BEFORE_COURT",
                "reason",
                "อยู่ในศาลแล้ว");
        desk.does("personnel", "confirmScreening", "confirm-screening", "agreed", "true");
        assertThat(desk.state()).isEqualTo(CaseState.NOTIFYING);
    }

    @Test
    void mergeACaseIntoAnotherByItsNumber() throws Exception {
        Desk first = received(Kind.CORRUPTION);
        Desk second = received(first.town, Kind.CORRUPTION);
        assertThat(second.sees("clerk", second.at("")).getContentAsString()).contains(first.at(""));
        MockHttpServletResponse none =
                second.sends("clerk", second.taskAt("screenComplaint", "screen"), merge("99/2500"));
        assertThat(none.getContentAsString()).contains("id=\"into-error\"", "99/2500");
        second.does(
                "clerk",
                "screenComplaint",
                "screen",
                merge(first.registered.number().toString()));
        assertThat(second.state()).isEqualTo(CaseState.NOTIFYING);
        assertThat(first.sees("clerk", first.at("")).getStatus()).isEqualTo(200);
    }

    @Test
    void settleAGrievance() throws Exception {
        Desk desk = received(Kind.GRIEVANCE);
        desk.does("clerk", "screenComplaint", "screen", "outcome", "ACCEPTED_GRIEVANCE", "reason", "ถนนชำรุด");
        desk.does(
                "chief", "assignDivision", "assign-division", "person", person(desk.town, "works2"), "instruction", "");
        desk.does("works2", "handleGrievance", "handle", "text", "ซ่อมแล้ว");
        assertThat(desk.sends("works", desk.taskAt("confirmDone", "confirm-done"), "agreed", "false")
                        .getStatus())
                .isEqualTo(422);
        desk.does("works", "confirmDone", "confirm-done", "agreed", "true");
        desk.does("clerk", "notifyReporter", "notify", "how", "โทรศัพท์", "text", "ซ่อมถนนแล้ว");
        assertThat(desk.state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void hidesACaseAgainstTheMayorAndSendsItOutside() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = screened(received(town, Kind.CORRUPTION, accused(town, "mayor")));
        assertThat(desk.sees("mayor", desk.at("")).getStatus()).isEqualTo(404);
        desk.does("chief", "prepareReferral", "refer", "authority", "นายอำเภอ", "text", "ขอส่งเรื่อง");
        desk.does(
                "chief",
                "recordSent",
                "sent",
                date("sentOn", LocalDate.now(), "number", "ยล ๑/๑", "proof", "ไปรษณีย์ลงทะเบียน"));
        desk.does("chief", "recordReply", "reply", date("receivedOn", LocalDate.now(), "text", "รับเรื่องแล้ว"));
        assertThat(desk.state()).isEqualTo(CaseState.NOTIFYING);
    }

    @Test
    void decideAWithdrawalAndProtectTheReporter() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        var receipt = desk.registered.forReporter().orElseThrow();
        desk.town.run(() -> {
            correspondence.reportReprisal(receipt, "ถูกย้ายงาน");
            correspondence.withdraw(receipt, "กลัวถูกกลั่นแกล้ง");
        });
        String page = desk.sees("chief", desk.at("")).getContentAsString();
        assertThat(page).contains("ถูกย้ายงาน");
        desk.does("chief", "protectReporter", "protect", "text", "ให้อยู่ตำแหน่งเดิม");
        String task = "?task=" + desk.task("decideWithdrawal").id();
        assertThat(desk.sees("personnel", desk.at(task)).getContentAsString()).contains("กลัวถูกกลั่นแกล้ง");
        desk.does("personnel", "decideWithdrawal", "decide-withdrawal", "agreed", "true", "reason", "เรื่องทุจริต");
        assertThat(desk.state()).isEqualTo(CaseState.SCREENING);
    }

    @Test
    void tellTheSecondPersonWhoDidItAndWhen() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        String address = desk.taskAt("screenComplaint", "screen");
        desk.does("clerk", "screenComplaint", "screen", "outcome", "ACCEPTED_INQUIRY", "reason", "ครบถ้วน");
        MockHttpServletResponse late =
                desk.sends("clerk2", address, "outcome", "NO_ACTION", "ground", "BEFORE_COURT", "reason", "");
        assertThat(late.getStatus()).isEqualTo(409);
        assertThat(late.getContentAsString()).contains("นายclerk ทดสอบ").containsPattern("[๐-๙]{2}:[๐-๙]{2}");
    }

    @Test
    void keepEverythingTypedBesideTheErrors() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = investigated(received(town, Kind.CORRUPTION, accused(town, "finance")));
        MockHttpServletResponse again = desk.sends(
                "legal",
                desk.taskAt("investigate", "conclude"),
                "facts",
                "พบ <b>หลักฐาน</b>",
                "reasoning",
                "",
                "recommendation",
                "ตามเสนอ");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString())
                .contains("พบ &lt;b&gt;หลักฐาน&lt;/b&gt;", "ตามเสนอ")
                .contains("id=\"result-error\"", "id=\"reasoning-error\"")
                .doesNotContain("id=\"facts-error\"");
        again = desk.sends(
                "legal",
                desk.taskAt("investigate", "ask-extension"),
                "until.day",
                "๓๑",
                "until.month",
                "2",
                "until.year",
                "๒๕๗๐",
                "reason",
                "รอพยาน");
        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("id=\"until-error\"", "value=\"๓๑\"", "รอพยาน");
    }

    private Desk screened(Desk desk) throws Exception {
        desk.does("clerk", "screenComplaint", "screen", "outcome", "ACCEPTED_INQUIRY", "reason", "มีรายละเอียดเพียงพอ");
        return desk;
    }

    private Desk investigated(Desk desk) throws Exception {
        screened(desk);
        desk.does(
                "personnel",
                "assignInvestigator",
                "assign-investigator",
                "person",
                person(desk.town, "legal"),
                "instruction",
                "สืบสวนโดยเร็ว");
        desk.does("legal", "acceptAssignment", "accept");
        return desk;
    }

    private void concluded(Desk desk) throws Exception {
        desk.does("legal", "investigate", "conclude", FINDINGS);
    }

    private static String[] merge(String into) {
        return new String[] {"outcome", "MERGED", "reason", "เรื่องเดียวกัน", "into", into};
    }

    private static String[] date(String field, LocalDate day, String... others) {
        String[] fields = java.util.Arrays.copyOf(others, others.length + 6);
        String[] parts = {
            field + ".day", "" + day.getDayOfMonth(),
            field + ".month", "" + day.getMonthValue(),
            field + ".year", "" + (day.getYear() + 543)
        };
        System.arraycopy(parts, 0, fields, others.length, 6);
        return fields;
    }

    private static String person(Town.Founded town, String username) {
        return town.staff.person(username).toString();
    }
}
