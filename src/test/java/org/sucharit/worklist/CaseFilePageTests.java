package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Kind;
import org.sucharit.examination.FakeClamd;
import org.sucharit.examination.Sent;
import org.sucharit.kernel.CaseId;
import org.sucharit.register.Act;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;

/** An attachment is looked at as a copy, scanned before anything, and handed out as it came only after a word on it. */
class CaseFilePageTests extends CaseScreenTest {

    private static final FakeClamd CLAMD = new FakeClamd();

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Register register;

    @Autowired
    JdbcClient jdbc;

    @DynamicPropertySource
    static void scanner(DynamicPropertyRegistry properties) {
        properties.add("sucharit.scanner.host", () -> "127.0.0.1");
        properties.add("sucharit.scanner.port", CLAMD::port);
        properties.add("sucharit.scanner.patience", () -> "1s");
    }

    @AfterEach
    void well() {
        CLAMD.is(FakeClamd.Mood.WELL);
    }

    private String attached(Desk desk, String name, String type, byte[] bytes) throws Exception {
        desk.sends(
                "clerk",
                desk.at("/evidence"),
                new MockMultipartFile("evidence.files", name, type, bytes),
                "evidence.title",
                name);
        return desk.at("/files/" + views(desk).getLast().id());
    }

    private List<FileView> views(Desk desk) {
        return desk.town.in(() -> java.util.Objects.requireNonNull(transaction.execute(
                status -> cases.open(desk.town.officer("clerk"), desk.id()).files())));
    }

    private List<Act> acts(Desk desk) {
        return desk.town.in(
                () -> register.ofCase(desk.id()).stream().map(Entry::act).toList());
    }

    private int status(Desk desk, String address) throws Exception {
        return desk.sees("clerk", address).getStatus();
    }

    @Test
    void showsACopyAndKeepsTheFileAsItCame() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        byte[] photograph = Sent.photograph(6);
        String file = attached(desk, "ภาพ.jpg", "image/jpeg", photograph);
        assertThat(status(desk, file + "/shown")).as("before anybody opened it").isEqualTo(404);
        assertThat(desk.sees("clerk", file).getContentAsString())
                .contains("src=\"" + file + "/shown\"", file + "/original", "ไม่พบไวรัส", "วาดภาพขึ้นใหม่")
                .doesNotContain("ไม่ตรงกับที่ผู้ส่งแจ้ง", "??");
        MockHttpServletResponse shown = desk.sees("clerk", file + "/shown");
        assertThat(shown.getContentType()).isEqualTo("image/jpeg");
        assertThat(shown.getHeader("Content-Disposition")).startsWith("inline");
        assertThat(new String(shown.getContentAsByteArray(), StandardCharsets.ISO_8859_1))
                .doesNotContain(Sent.SECRET);
        assertThat(desk.sees("clerk", file + "/thumbnail").getContentAsByteArray())
                .hasSizeLessThan(20_000);
        MockHttpServletResponse original = desk.sees("clerk", file + "/original");
        assertThat(original.getContentAsByteArray()).isEqualTo(photograph);
        assertThat(original.getContentType()).isEqualTo("application/octet-stream");
        assertThat(original.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString()).contains(file + "/thumbnail");
        int rows = copies(desk);
        assertThat(desk.sees("clerk", file + "?lang=en").getContentAsString()).contains("drawn anew");
        assertThat(copies(desk)).isEqualTo(rows).isEqualTo(2);
        assertThat(views(desk)).as("copies are no files of the case").hasSize(1);
    }

    private int copies(Desk desk) {
        return jdbc.sql("select count(*) from sealed_file where case_id = ? and copy_of is not null")
                .param(desk.id().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void saysWhereAFileIsNotWhatItIsCalled() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        byte[] program = Arrays.copyOf("MZ\u0090\0\3".getBytes(StandardCharsets.ISO_8859_1), 500);
        String file = attached(desk, "ใบเสร็จ.pdf", "application/pdf", program);
        assertThat(desk.sees("clerk", file).getContentAsString())
                .contains("ไม่ตรงกับที่ผู้ส่งแจ้ง", "โปรแกรม", "ดูในระบบไม่ได้")
                .doesNotContain("/shown");
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString()).contains("เนื้อหาไม่ตรงกับชื่อไฟล์");
    }

    @Test
    void keepsAFileShutUntilTheScannerAnswers() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        CLAMD.is(FakeClamd.Mood.DIES_MIDWAY);
        String file = attached(desk, "a.pdf", "application/pdf", Sent.pdf(1));
        assertThat(desk.sees("clerk", file).getContentAsString())
                .contains("เครื่องตรวจไวรัสไม่ตอบ", "ตรวจอีกครั้ง")
                .doesNotContain("/shown", "/original");
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString()).contains("รอตรวจไวรัส");
        assertThat(status(desk, file + "/shown")).isEqualTo(404);
        assertThat(status(desk, file + "/original")).isEqualTo(409);
        CLAMD.is(FakeClamd.Mood.WELL);
        assertThat(desk.sees("clerk", file).getContentAsString()).contains("/shown", "/original", "ไม่พบไวรัส");
        assertThat(status(desk, file + "/shown")).isEqualTo(200);
    }

    @Test
    void handsOutAVirusOnlyToWhoeverSaysThatTheyKnow() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        byte[] virus = (FakeClamd.VIRUS + "x").getBytes(StandardCharsets.US_ASCII);
        String file = attached(desk, "a.txt", "text/plain", virus);
        assertThat(desk.sees("clerk", file).getContentAsString())
                .contains("Test.Virus-1", "action=\"" + file + "/original\"")
                .doesNotContain("/shown", "href=\"" + file + "/original\"");
        assertThat(status(desk, file + "/original")).isEqualTo(409);
        assertThat(desk.sends("clerk", file + "/original").getStatus()).isEqualTo(422);
        assertThat(acts(desk)).doesNotContain(Act.FILE_TAKEN_OUT);
        MockHttpServletResponse taken = desk.sends("clerk", file + "/original", "despite", "true");
        assertThat(taken.getContentAsByteArray()).isEqualTo(virus);
        assertThat(taken.getHeader("Content-Disposition")).startsWith("attachment");
        assertThat(acts(desk)).contains(Act.FILE_TAKEN_OUT);
    }

    /** The attack: a colleague asks for the copies of a case that is not theirs. */
    @Test
    void isNotThereForAStranger() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        String file = attached(desk, "a.jpg", "image/jpeg", Sent.photograph(1));
        assertThat(status(desk, file)).isEqualTo(200);
        for (String rest : List.of("", "/shown", "/thumbnail", "/original")) {
            MockHttpServletResponse there = desk.sees("works", file + rest);
            MockHttpServletResponse nowhere = desk.sees(
                    "works", file.replace(desk.id().toString(), CaseId.random().toString()) + rest);
            assertThat(there.getStatus()).isEqualTo(404).isEqualTo(nowhere.getStatus());
            assertThat(there.getContentAsByteArray()).hasSameSizeAs(nowhere.getContentAsByteArray());
            assertThat(status(desk, desk.at("/files/" + UUID.randomUUID() + rest)))
                    .isEqualTo(404);
        }
        Desk other = received(desk.town, Kind.CORRUPTION);
        String crossed = file.replace(desk.id().toString(), other.id().toString());
        assertThat(status(desk, crossed + "/shown")).as("through another case").isEqualTo(404);
    }

    /** The copies go with the key: after another is made they open, and with the old one nothing does. */
    @Test
    void sealsTheCopiesAnewWithTheCase() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        String file = attached(desk, "a.jpg", "image/jpeg", Sent.photograph(1));
        desk.sees("clerk", file);
        byte[] before = desk.sees("clerk", file + "/shown").getContentAsByteArray();
        desk.town.run(() -> transaction.executeWithoutResult(status -> cases.rotate(
                cases.open(desk.town.officer("clerk"), desk.id()),
                desk.town.officer("clerk").id())));
        assertThat(desk.sees("clerk", file).getContentAsString()).contains("ไม่พบไวรัส");
        assertThat(desk.sees("clerk", file + "/shown").getContentAsByteArray()).isEqualTo(before);
    }
}
