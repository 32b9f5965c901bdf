package org.sucharit.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.HtmlUtils;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Template;
import org.sucharit.papers.Templates;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import({Town.class, Browsing.class})
class TemplatePagesTests {

    private static final DocumentKind KIND = DocumentKind.FORWARDING_MEMO;
    private static final String WORDS = "ถ้อยคำของตำบลเราเอง";
    private static final String OWN = "เรื่อง: ทดสอบ\nเรียน: {{ผู้รับ}}\n" + WORDS + " เลขรับ {{เลขรับ}}\n@ลงนาม";

    private static final Pattern FAULT =
            Pattern.compile("new TemplateFault\\((?:[^,()]|\\([^)]*\\))+,\\s*\"([\\w.]+)\"(?! \\+)");
    private static final Pattern NEEDED = Pattern.compile("need\\([^;]+,\\s*\"(\\w+)\"\\)");

    @Autowired
    Town towns;

    @Autowired
    Browsing browser;

    @Autowired
    Templates templates;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    Town.Founded town;
    Officer admin;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        admin = town.officer("admin");
    }

    @Test
    void putAWordingInForceAndTellSinceWhenAndByWhom() throws Exception {
        assertThat(body(browser.open(admin, at("")))).contains(">แบบมาตรฐาน<").doesNotContain(">แบบของหน่วยงาน<");
        assertThat(status(save(0, OWN.replace("\n", "\r\n")))).isEqualTo(302);
        assertThat(inForce()).isEqualTo(OWN);
        assertThat(body(browser.open(admin, at(""))))
                .contains(">แบบของหน่วยงาน<", "data-label=\"ผู้บันทึก\">นายadmin ทดสอบมณี<");
        assertThat(body(browser.open(admin, at("/forwarding-memo"))))
                .contains(WORDS, "name=\"version\" value=\"1\"", "/versions/1");
        assertThat(entries()).containsExactly("template FORWARDING_MEMO 1");

        save(1, OWN);
        assertThat(entries()).as("the same wording again").hasSize(1);
        assertThat(towns.found().in(() -> templates.inForce(KIND)).text())
                .isEqualTo(Template.standard(KIND).text());
    }

    @Test
    void keepWhatWasTypedAndTheOldWordingWhereALineCannotBeUsed() throws Exception {
        save(0, OWN);
        String typed = OWN.replace("{{เลขรับ}}", "{{ไม่มีช่องนี้}} <b>");
        for (String address : List.of("/forwarding-memo", "/forwarding-memo/preview")) {
            MvcResult refused = browser.send(admin, at(address), form(1, typed));
            assertThat(status(refused)).isEqualTo(422);
            assertThat(body(refused))
                    .contains("บรรทัดที่ ๓: ไม่มีช่องชื่อ “ไม่มีช่องนี้”", "aria-invalid=\"true\"")
                    .contains(HtmlUtils.htmlEscape(typed.lines().toList().get(2), "UTF-8"))
                    .containsPattern("(?s)<li class=\"here\">\\s*<span class=\"line-number\">๓</span>")
                    .doesNotContain("<b>");
        }
        assertThat(body(browser.send(admin, at("/forwarding-memo?lang=en"), form(1, typed))))
                .contains("Line 3: this paper has no place called “ไม่มีช่องนี้”");
        assertThat(inForce()).isEqualTo(OWN);
        assertThat(entries()).hasSize(1);
    }

    @Test
    void showASampleOfWhatIsTypedAndKeepNothing() throws Exception {
        MvcResult sample = browser.send(admin, at("/forwarding-memo/preview"), form(0, OWN));
        assertThat(sample.getResponse().getContentType()).isEqualTo("application/pdf");
        assertThat(sample.getResponse().getHeader("Cache-Control")).contains("no-store");
        assertThat(text(sample)).contains(WORDS, "ร่าง", "องค์การบริหารส่วนตำบลทดสอบ");
        assertThat(inForce()).isEqualTo(Template.standard(KIND).text());
        assertThat(entries()).isEmpty();
        save(0, OWN);
        assertThat(text(browser.open(admin, at("/forwarding-memo/sample")))).contains(WORDS);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "RECOVERY_SHEET") // its words are fixed
    void showAPictureOfTheSavedWordingAndItsPlaces(DocumentKind kind) throws Exception {
        MvcResult picture = browser.open(admin, at("/" + kind.slug() + "/sample.png"));
        assertThat(picture.getResponse().getContentType()).isEqualTo("image/png");
        assertThat(picture.getResponse().getHeader("Cache-Control")).contains("private");
        assertThat(picture.getResponse().getContentAsByteArray())
                .startsWith(0x89, 'P', 'N', 'G')
                .isEqualTo(browser.open(admin, at("/" + kind.slug() + "/sample.png"))
                        .getResponse()
                        .getContentAsByteArray());
        assertThat(body(browser.open(admin, at("/" + kind.slug()))))
                .contains("{{หน่วยงาน}}")
                .contains("@ลงนาม", "@ความเห็น", "@ปิดท้าย", "@กลาง", "@ตัวใหญ่", "@คิวอาร์", "@เว้น", "@เส้น")
                .doesNotContain("??");
        assertThat(body(browser.open(admin, at("/" + kind.slug() + "?lang=en"))))
                .doesNotContain("??");
    }

    @Test
    void drawThePictureAnewWhenTheWordingChanges() throws Exception {
        byte[] before = browser.open(admin, at("/forwarding-memo/sample.png"))
                .getResponse()
                .getContentAsByteArray();
        save(0, OWN);
        assertThat(browser.open(admin, at("/forwarding-memo/sample.png"))
                        .getResponse()
                        .getContentAsByteArray())
                .isNotEqualTo(before);
    }

    @Test
    void tellTheSecondOfTwoWhoSaveAtOnceAndLoseNothing() throws Exception {
        save(0, OWN);
        String second = OWN + "\n@เว้น";
        MvcResult refused = save(0, second);
        assertThat(status(refused)).isEqualTo(409);
        assertThat(body(refused)).contains("ฉบับที่ ๑", "@เว้น", "name=\"version\" value=\"1\"");
        assertThat(inForce()).isEqualTo(OWN);

        assertThat(status(save(1, second))).isEqualTo(302);
        assertThat(inForce()).isEqualTo(second);
        assertThat(town.in(() -> templates.history(KIND, 0, 10)))
                .extracting(Templates.Version::text)
                .containsExactly(second, OWN);
        assertThat(status(browser.send(admin, at("/forwarding-memo/standard"), form(1, ""))))
                .isEqualTo(409);
    }

    @Test
    void goBackToTheStandardWordingAndToAnEarlierOne() throws Exception {
        save(0, OWN);
        assertThat(body(browser.open(admin, at("/forwarding-memo/standard"))))
                .contains("กลับไปใช้แบบมาตรฐาน", "name=\"version\" value=\"1\"");
        assertThat(status(browser.send(admin, at("/forwarding-memo/standard"), form(1, ""))))
                .isEqualTo(302);
        assertThat(inForce()).isEqualTo(Template.standard(KIND).text());

        assertThat(body(browser.open(admin, at("/forwarding-memo/versions/1"))))
                .contains(WORDS, "name=\"version\" value=\"2\"");
        assertThat(status(browser.send(admin, at("/forwarding-memo/versions/1"), form(2, ""))))
                .isEqualTo(302);
        assertThat(inForce()).isEqualTo(OWN);
        assertThat(entries())
                .containsExactly(
                        "template FORWARDING_MEMO 1", "template FORWARDING_MEMO 2", "template FORWARDING_MEMO 3");
    }

    @Test
    void knowOnlyTheirOwnKindsAndVersions() throws Exception {
        for (String address : List.of("/nothing", "/FORWARDING_MEMO", "/forwarding-memo/versions/1")) {
            assertThat(status(browser.open(admin, at(address)))).as(address).isEqualTo(404);
        }
        save(0, OWN);
        Town.Founded other = towns.found();
        Officer stranger = other.officer("admin");
        assertThat(status(browser.open(
                        stranger, "/" + other.shortName + "/desk/admin/templates/forwarding-memo/versions/1")))
                .isEqualTo(404);
        assertThat(status(browser.send(stranger, at("/forwarding-memo"), form(1, OWN + "\n@เว้น"))))
                .isIn(403, 404);
        assertThat(status(browser.send(town.officer("legal"), at("/forwarding-memo"), form(1, OWN + "\n@เว้น"))))
                .isEqualTo(403);
        assertThat(inForce()).isEqualTo(OWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{>/etc/passwd}}",
                "{{=<% %>=}}",
                "{{{เลขรับ}}}",
                "{{&เลขรับ}}",
                "{{getClass}}",
                "{{organisation.class.name}}",
                "${T(java.lang.Runtime).getRuntime()}",
                "[[${7*7}]]",
                "</textarea><script>alert(1)</script>",
                "{{#ข้อเท็จจริง}}{{#ข้อเท็จจริง}}{{#ข้อเท็จจริง}}{{.}}{{/ข้อเท็จจริง}}{{/ข้อเท็จจริง}}{{/ข้อเท็จจริง}}",
                "\uFDD0\uFDD1 # ก",
                "@คิวอาร์ LONG",
                "# LONG",
                "- LONG",
                "| LONG | LONG | LONG | LONG | LONG | LONG | LONG | LONG |",
                "@ตัวใหญ่ LONG",
                "@กลาง LONG",
                "ก .... LONG",
                "เรื่อง: LONG",
                "สิ่งที่ส่งมาด้วย:\n- LONG",
                "@คิวอาร์",
                "|",
                "||||||||",
                "#",
                "@เส้น",
                "....",
                "1.1.1.1.1.1.1.1. ก",
                "😀 \u0E33\u0E48\u0E48\u0E48 مرحبا \u202E ก",
                "\u0000"
            })
    void answerAHostileWordingWithAPaperOrALineToMend(String hostile) throws Exception {
        for (String text : List.of(
                OWN.replace(WORDS, hostile.replace("LONG", "ยาวมาก ".repeat(300))),
                OWN.replace(WORDS, hostile.replace("LONG", "ย".repeat(2_000))),
                OWN.replace(WORDS, (hostile + "\n").repeat(100).replace("LONG", "ยาว")))) {
            MvcResult answer = browser.send(admin, at("/forwarding-memo/preview"), form(0, text));
            if (status(answer) == 200) {
                assertThat(text(answer)).doesNotContain("root:", "java.lang", "49");
            } else {
                assertThat(status(answer)).isEqualTo(422);
                assertThat(body(answer)).contains("id=\"error-summary\"").doesNotContain("<script>alert");
            }
        }
        assertThat(inForce()).isEqualTo(Template.standard(KIND).text());
    }

    @Test
    void refuseATextWithoutEndAndNoText() throws Exception {
        MvcResult refused = save(0, OWN + "\n" + "ก".repeat(21_000));
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused)).contains("ถ้อยคำยาวเกิน ๒๐๐๐๐ ตัวอักษร", "ก".repeat(21_000));
        assertThat(status(browser.send(admin, at("/receipt-slip"), form(0, " \n "))))
                .isEqualTo(422);
        assertThat(entries()).isEmpty();
    }

    @Test
    void haveAClearTextForEveryFault() throws IOException {
        Set<String> codes = new HashSet<>();
        for (String file : List.of("Template", "TemplateCheck")) {
            String source = Files.readString(Path.of("src/main/java/org/sucharit/document/" + file + ".java"));
            FAULT.matcher(source).results().forEach(fault -> codes.add(fault.group(1)));
            NEEDED.matcher(source).results().forEach(needed -> codes.add("missing." + needed.group(1)));
            Matcher made = Pattern.compile("new TemplateFault\\(").matcher(source);
            Matcher known = Pattern.compile("new TemplateFault\\((?:[^,()]|\\([^)]*\\))+,\\s*\"")
                    .matcher(source);
            assertThat(made.results().count())
                    .as(file)
                    .isEqualTo(known.results().count());
        }
        assertThat(codes).hasSizeGreaterThanOrEqualTo(15).contains("missing.subject", "long", "place.unknown");
        for (String code : codes) {
            for (Locale locale : List.of(Locale.of("th"), Locale.ENGLISH)) {
                assertThat(messages.getMessage("template.fault." + code, new Object[] {"3", "a", "b", "c"}, locale))
                        .as(code)
                        .contains("3")
                        .doesNotContain("{");
            }
        }
    }

    private MvcResult save(int version, String text) throws Exception {
        return browser.send(admin, at("/forwarding-memo"), form(version, text));
    }

    private String inForce() {
        return town.in(() -> templates.inForce(KIND)).text();
    }

    private List<String> entries() {
        return jdbc.sql("select detail from register_entry where organisation_id = ? and actor_id = ? order by seq")
                .params(town.id.value(), admin.id().value())
                .query((row, n) -> row.getString("detail"))
                .list();
    }

    private static String text(MvcResult answer) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(answer.getResponse().getContentAsByteArray())) {
            return new PDFTextStripper().getText(pdf);
        }
    }

    private static MultiValueMap<String, String> form(int version, String text) {
        return MultiValueMap.fromSingleValue(Map.of("version", Integer.toString(version), "text", text));
    }

    private String at(String below) {
        return "/" + town.shortName + "/desk/admin/templates" + below;
    }
}
