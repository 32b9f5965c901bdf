package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.ReporterMessage;
import org.sucharit.examination.FakeClamd;
import org.sucharit.examination.Sent;
import org.sucharit.intake.Correspondence;
import org.sucharit.vault.Receipt;

/** An officer sends a file on the page of a case, and whoever shows the receipt saves it on theirs. */
class OfficeFilesTests extends CaseScreenTest {

    private static final FakeClamd CLAMD = new FakeClamd();

    @Autowired
    Correspondence correspondence;

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

    private MockHttpServletResponse send(Desk desk, String text, String name, byte[] bytes) throws Exception {
        return desk.sends(
                "clerk",
                desk.at("/messages"),
                new MockMultipartFile("message.files", name, "application/pdf", bytes),
                "message.text",
                text);
    }

    private static Receipt receipt(Desk desk) {
        return desk.registered.forReporter().orElseThrow();
    }

    private List<ReporterMessage.Attached> given(Desk desk) {
        List<ReporterMessage> all = desk.town.in(() -> correspondence.messages(receipt(desk)));
        return all.isEmpty() ? List.of() : all.getLast().files();
    }

    private MockHttpServletResponse publicly(MockHttpServletRequestBuilder request) throws Exception {
        MockHttpServletResponse answer = mvc.perform(request).andReturn().getResponse();
        assertThat(answer.getCookies()).isEmpty();
        return answer;
    }

    private MockHttpServletResponse follow(Desk desk, String rest, String... fields) throws Exception {
        MockHttpServletRequestBuilder request = post("/" + desk.town.shortName + "/follow" + rest)
                .param("receipt", receipt(desk).digits());
        for (int n = 0; n < fields.length; n += 2) {
            request.param(fields[n], fields[n + 1]);
        }
        return publicly(request);
    }

    private MockHttpServletResponse save(Desk desk, UUID file) throws Exception {
        return follow(desk, "/files", "file", file.toString());
    }

    private MockHttpServletRequestBuilder api(Desk desk, UUID file, Receipt receipt) {
        return get("/api/" + desk.town.shortName + "/reports/current/attachments/" + file)
                .header("Authorization", "Receipt " + receipt.digits());
    }

    private static String text(MockHttpServletResponse answer) {
        return new String(answer.getContentAsByteArray(), StandardCharsets.ISO_8859_1);
    }

    @Test
    void reachAReporterWithoutTheirAuthor() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString())
                .contains("name=\"message.files\"", "ตัดชื่อผู้จัดทำออกแล้ว");
        assertThat(send(desk, "ขอส่งบันทึก", "บันทึก.pdf", Sent.pdf(1)).getStatus())
                .isEqualTo(302);
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString())
                .contains("ผู้แจ้งได้รับ", "บันทึก.pdf (สำเนาที่ตัดข้อมูลผู้จัดทำออกแล้ว)", "/thumbnail");
        UUID file = given(desk).getFirst().id();
        assertThat(follow(desk, "").getContentAsString())
                .contains("name=\"file\" value=\"" + file + "\"", "บันทึก.pdf", "กิโลไบต์");
        MockHttpServletResponse saved = save(desk, file);
        assertThat(saved.getStatus()).isEqualTo(200);
        assertThat(text(saved)).startsWith("%PDF").doesNotContain(Sent.SECRET);
        assertThat(saved.getContentType()).isEqualTo("application/octet-stream");
        assertThat(saved.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''");
        assertThat(saved.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(saved.getHeader("Cache-Control")).contains("no-store");
    }

    @Test
    void areListedForProgramsAndGoOnWhereTheyBrokeOff() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        byte[] sent = "สวัสดี".repeat(50).getBytes(StandardCharsets.UTF_8);
        send(desk, "ขอส่งไฟล์", "a.txt", sent);
        UUID file = given(desk).getFirst().id();
        String messages = "/api/" + desk.town.shortName + "/reports/current/messages";
        assertThat(publicly(get(messages)
                                .header(
                                        "Authorization",
                                        "Receipt " + receipt(desk).digits()))
                        .getContentAsString())
                .contains(
                        "\"attachments\":[{\"id\":\"" + file + "\",\"name\":\"a.txt\",\"size\":" + sent.length + "}]");
        MockHttpServletResponse whole = publicly(api(desk, file, receipt(desk)));
        assertThat(whole.getContentAsByteArray()).isEqualTo(sent);
        assertThat(whole.getHeader("Content-Disposition")).startsWith("attachment");
        MockHttpServletResponse rest = publicly(api(desk, file, receipt(desk)).header("Range", "bytes=10-"));
        assertThat(rest.getStatus()).isEqualTo(206);
        assertThat(rest.getContentAsByteArray()).isEqualTo(Arrays.copyOfRange(sent, 10, sent.length));

        MockHttpServletResponse nobody =
                publicly(get("/api/" + desk.town.shortName + "/reports/current/attachments/" + file));
        assertThat(nobody.getStatus()).isEqualTo(401);
        assertThat(nobody.getContentType()).startsWith("application/problem+json");
        Desk other = received(desk.town, Kind.CORRUPTION);
        for (MockHttpServletRequestBuilder guess :
                List.of(api(desk, file, receipt(other)), api(desk, UUID.randomUUID(), receipt(desk)))) {
            MockHttpServletResponse missing = publicly(guess);
            assertThat(missing.getStatus()).isEqualTo(404);
            assertThat(missing.getContentType()).startsWith("application/problem+json");
        }
    }

    @Test
    void answerAGuessAsMissing() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        Desk other = received(desk.town, Kind.CORRUPTION);
        send(desk, "ขอส่งไฟล์", "a.txt", new byte[] {1});
        UUID file = given(desk).getFirst().id();
        MockHttpServletResponse crossed = save(other, file);
        MockHttpServletResponse nowhere = save(other, UUID.randomUUID());
        assertThat(crossed.getStatus()).isEqualTo(404).isEqualTo(nowhere.getStatus());
        assertThat(crossed.getContentAsByteArray()).hasSameSizeAs(nowhere.getContentAsByteArray());
        assertThat(follow(desk, "/files", "file", "1").getStatus()).isBetween(400, 404);
        assertThat(publicly(post("/" + desk.town.shortName + "/follow/files")
                                .param("receipt", "1234")
                                .param("file", file.toString()))
                        .getStatus())
                .isEqualTo(422);
        assertThat(publicly(get(URI.create("/" + desk.town.shortName + "/follow/files")))
                        .getStatus())
                .isIn(302, 303, 404, 405);
    }

    @Test
    void stayShutUntilTheScannerAnswers() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        CLAMD.is(FakeClamd.Mood.DIES_MIDWAY);
        assertThat(send(desk, "ขอส่งบันทึก", "a.pdf", Sent.pdf(1)).getStatus()).isEqualTo(302);
        assertThat(desk.sees("clerk", desk.at("")).getContentAsString())
                .contains("รอตรวจไวรัส")
                .doesNotContain("/thumbnail");
        UUID file = given(desk).getFirst().id();
        MockHttpServletResponse shut = save(desk, file);
        assertThat(shut.getStatus()).isEqualTo(409);
        assertThat(shut.getContentAsString())
                .contains("ยังตรวจไวรัสไม่เสร็จ", "ขอส่งบันทึก")
                .doesNotContain("%PDF");
        MockHttpServletResponse forProgram = publicly(api(desk, file, receipt(desk)));
        assertThat(forProgram.getStatus()).isEqualTo(409);
        assertThat(forProgram.getContentType()).startsWith("application/problem+json");
        CLAMD.is(FakeClamd.Mood.WELL);
        assertThat(save(desk, file).getStatus()).isEqualTo(200);
        String ours = desk
                .town
                .in(() -> cases.open(desk.town.officer("clerk"), desk.id()).files())
                .stream()
                .map(view -> desk.at("/files/" + view.id()))
                .findFirst()
                .orElseThrow();
        assertThat(desk.sees("clerk", ours).getContentAsString()).contains("ไม่พบไวรัส", "/shown");
        assertThat(desk.sees("clerk", ours + "/shown").getStatus()).isEqualTo(200);
    }

    @Test
    void areNotSentWithAVirusAndLoseNothingTyped() throws Exception {
        Desk desk = received(Kind.CORRUPTION);
        MockHttpServletResponse refused = send(
                desk, "ข้อความที่พิมพ์ไว้", "ไวรัส.txt", (FakeClamd.VIRUS + "x").getBytes(StandardCharsets.US_ASCII));
        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString())
                .contains("ข้อความที่พิมพ์ไว้", "พบไวรัสในไฟล์ “ไวรัส.txt”", "id=\"message.files-error\"")
                .doesNotContain("??");
        assertThat(given(desk)).isEmpty();
        assertThat(send(desk, " ", "a.txt", new byte[] {1}).getStatus()).isEqualTo(422);
        assertThat(send(desk, "x", "ว่าง.txt", new byte[0]).getStatus()).isEqualTo(422);
        assertThat(desk.town.in(() -> correspondence.messages(receipt(desk)))).isEmpty();
    }
}
