package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.kernel.CaseId;
import org.sucharit.register.Act;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.testing.Town;

class CasePageTests extends CaseScreenTest {

    @Autowired
    Register register;

    @Autowired
    Notices notices;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void showsTheComplaintAndKeepsTheReporterClosed() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        String page = desk.sees("clerk", desk.at("")).getContentAsString();
        assertThat(page)
                .contains(DETAILS, desk.at("/identity"))
                .contains("id=\"report\"", "id=\"parties\"", "id=\"evidence\"", "id=\"contact\"")
                .contains("id=\"documents\"", "id=\"history\"", "id=\"stages\"", "aria-current=\"step\"")
                .doesNotContain(REPORTER, "0810000000");
        String english = desk.sees("clerk", desk.at("?lang=en")).getContentAsString();
        assertThat(english).contains("Screen the complaint", "Evidence").doesNotContain("??");
    }

    @Test
    void opensTheReporterForAReasonAndWritesItDown() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        assertThat(desk.sees("clerk", desk.at("/identity")).getContentAsString())
                .doesNotContain(REPORTER);
        MockHttpServletResponse reasonless = desk.sends("clerk", desk.at("/identity"), "reason", " ");
        assertThat(reasonless.getStatus()).isEqualTo(422);
        assertThat(reasonless.getContentAsString()).doesNotContain(REPORTER);
        assertThat(acts(desk)).doesNotContain(Act.IDENTITY_OPENED);

        MockHttpServletResponse opened = desk.sends("clerk", desk.at("/identity"), "reason", "ส่งหนังสือแจ้งผล");
        assertThat(opened.getContentAsString()).contains(REPORTER, "0810000000");
        assertThat(opened.getHeader("Cache-Control")).contains("no-store");
        assertThat(acts(desk)).contains(Act.IDENTITY_OPENED);
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString()).contains("ส่งหนังสือแจ้งผล");
    }

    @Test
    void tellsTheReporterByMailWhereTheyGaveAnAddress() throws Exception {
        Desk without = received(Kind.CORRUPTION);
        assertThat(without.sends("clerk", without.at("/identity"), "reason", "แจ้งว่ามีข้อความ", "tell", "true")
                        .getContentAsString())
                .contains("ผู้แจ้งไม่ได้ให้อีเมลที่ใช้ได้ไว้");
        assertThat(acts(without)).contains(Act.IDENTITY_OPENED).doesNotContain(Act.REPORTER_TOLD);

        Desk desk = received(
                towns.found(),
                Kind.CORRUPTION,
                new Reporter.Identity(REPORTER, null, "0810000000", "reporter@mail.example"));
        assertThat(desk.sends("clerk", desk.at("/identity"), "reason", "ส่งหนังสือแจ้งผล")
                        .getContentAsString())
                .doesNotContain("จะส่งอีเมลบอกผู้แจ้ง");
        assertThat(acts(desk)).doesNotContain(Act.REPORTER_TOLD);
        assertThat(desk.sends("clerk", desk.at("/identity"), "reason", "แจ้งว่ามีข้อความ", "tell", "true")
                        .getContentAsString())
                .contains("จะส่งอีเมลบอกผู้แจ้ง");
        assertThat(acts(desk)).contains(Act.REPORTER_TOLD);
    }

    @Test
    void isNotThereForAStranger() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = received(town, Kind.CORRUPTION, accused(town, "finance"));
        desk.does("clerk", "screenComplaint", "screen", "outcome", "ACCEPTED_INQUIRY", "reason", "ครบถ้วน");
        UUID file = files(desk, "personnel").getFirst().id();
        String real = desk.id().toString();
        String none = CaseId.random().toString();
        for (String stranger : List.of("finance", "works", "legal", "admin")) {
            for (String rest :
                    List.of("", "/identity", "/files/" + file, "/files/" + UUID.randomUUID(), "?whole=true")) {
                String address = desk.at(rest);
                assertThat(answer(desk.sees(stranger, address)))
                        .as(stranger + " " + rest)
                        .isEqualTo(answer(desk.sees(stranger, address.replace(real, none))))
                        .containsEntry("status", "404");
            }
            for (String rest : List.of("/notes", "/messages", "/evidence", "/accused", "/reopen", "/identity")) {
                for (String[] fields : new String[][] {{}, {"note.text", "ก", "message.text", "ก", "reason", "ก"}}) {
                    String address = desk.at(rest);
                    assertThat(answer(desk.sends(stranger, address, fields)))
                            .as(stranger + " " + rest)
                            .isEqualTo(answer(desk.sends(stranger, address.replace(real, none), fields)))
                            .containsEntry("status", "404");
                }
            }
            String task = desk.taskAt("assignInvestigator", "assign-investigator");
            String noTask = task.replaceFirst("tasks/[^/]+", "tasks/" + UUID.randomUUID());
            assertThat(answer(desk.sends(stranger, task)))
                    .isEqualTo(answer(desk.sends(stranger, noTask)))
                    .containsEntry("status", "404");
            assertThat(answer(desk.sees(stranger, task))).isEqualTo(answer(desk.sees(stranger, noTask)));
        }
    }

    @Test
    void letsOnlyThoseDoATaskWhoseTaskItIs() throws Exception {
        Town.Founded town = towns.found();
        Desk desk = received(town, Kind.CORRUPTION, accused(town, "finance"));
        desk.does("clerk", "screenComplaint", "screen", "outcome", "ACCEPTED_INQUIRY", "reason", "ครบถ้วน");
        String task = desk.taskAt("assignInvestigator", "assign-investigator");
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString()).doesNotContain(task);
        assertThat(desk.sends(
                                "clerk",
                                task,
                                "person",
                                town.staff.person("legal").toString())
                        .getStatus())
                .isEqualTo(404);
    }

    @Test
    void filesNotesInterviewsAndEvidenceAndTakesThemBackWithErrors() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        assertThat(desk.sends("clerk", desk.at("/notes"), "note.text", "โทรสอบถามแล้ว")
                        .getRedirectedUrl())
                .isEqualTo(desk.at("#evidence"));
        MockHttpServletResponse wrong = desk.sends(
                "clerk",
                desk.at("/interviews"),
                "interview.with",
                "นายพยาน",
                "interview.on.day",
                "40",
                "interview.text",
                "");
        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(wrong.getContentAsString())
                .contains("value=\"นายพยาน\"", "value=\"40\"")
                .contains("id=\"interview.on-error\"", "id=\"interview.text-error\"")
                .doesNotContain("id=\"note.text-error\"");
        desk.sends(
                "clerk",
                desk.at("/evidence"),
                new MockMultipartFile("evidence.files", "สำเนา \"ใบเสร็จ\".pdf", "application/pdf", new byte[] {1, 2}),
                "evidence.title",
                "ใบเสร็จรับเงิน");
        desk.sends("clerk", desk.at("/messages"), "message.text", "ได้รับเรื่องแล้ว");
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString())
                .contains("โทรสอบถามแล้ว", "ใบเสร็จรับเงิน", "ได้รับเรื่องแล้ว", "/files/");
        assertThat(desk.sends("clerk", desk.at("/accused"), "accused.name", "นายใคร")
                        .getStatus())
                .isEqualTo(403);
    }

    @Test
    void showsNothingOfWhatOthersSentAsItCame() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        attach(desk, "สำเนา ใบเสร็จ.pdf", "application/pdf");
        attach(desk, "หน้า.html", "text/html");
        attach(desk, "รูป.svg", "image/svg+xml");
        for (FileView file : files(desk, "clerk")) {
            MockHttpServletResponse saved = desk.sees("clerk", desk.at("/files/" + file.id() + "/original"));
            assertThat(saved.getContentAsByteArray()).isEqualTo("x".getBytes(StandardCharsets.UTF_8));
            assertThat(saved.getContentType()).isEqualTo("application/octet-stream");
            assertThat(saved.getHeader("Content-Disposition"))
                    .startsWith("attachment")
                    .contains("filename*=UTF-8''%E0%B8");
            assertThat(saved.getHeaders("X-Content-Type-Options")).containsExactly("nosniff");
        }
    }

    @Test
    void marksItsNoticesRead() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        var clerk = desk.town.officer("clerk");
        desk.town.run(() -> notices.tell(clerk.id(), desk.id(), Notices.Kind.REMINDER));
        assertThat(desk.town.in(() -> notices.unread(clerk))).isNotEmpty();
        desk.sees("clerk", desk.at(""));
        assertThat(desk.town.in(() -> notices.unread(clerk))).isEmpty();
    }

    private void attach(Desk desk, String name, String type) throws Exception {
        MockHttpServletResponse answer = desk.sends(
                "clerk",
                desk.at("/evidence"),
                new MockMultipartFile("evidence.files", name, type, "x".getBytes(StandardCharsets.UTF_8)),
                "evidence.title",
                name);
        assertThat(answer.getStatus()).isEqualTo(302);
    }

    private List<FileView> files(Desk desk, String username) {
        return desk.town.in(() -> java.util.Objects.requireNonNull(transaction.execute(
                status -> cases.open(desk.town.officer(username), desk.id()).files())));
    }

    private List<Act> acts(Desk desk) {
        return desk.town.in(
                () -> register.ofCase(desk.id()).stream().map(Entry::act).toList());
    }

    /** Status, headers and page, without what is other at every request. */
    private static Map<String, String> answer(MockHttpServletResponse response) throws Exception {
        Map<String, String> answer = new TreeMap<>();
        answer.put("status", "" + response.getStatus());
        answer.put("body", response.getContentAsString().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", ""));
        response.getHeaderNames().forEach(name -> answer.put(name, "" + response.getHeaders(name)));
        return answer;
    }
}
