package org.sucharit.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.LinkedMultiValueMap;
import org.sucharit.document.UnusableEmblem;
import org.sucharit.document.typesetting.Typeface;
import org.sucharit.document.typesetting.UnusableFont;
import org.sucharit.papers.Stationer;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import({Town.class, Browsing.class})
class StationeryPagesTests {

    private static final String SVG = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">%s</svg>";

    @Autowired
    Town towns;

    @Autowired
    Browsing browser;

    @Autowired
    Stationer stationer;

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
    void takeAnEmblemShowItPutItOnPapersAndLetItGo() throws Exception {
        assertThat(status(browser.open(admin, at("/emblem.png")))).isEqualTo(404);
        byte[] without = sample();
        MvcResult taken = browser.upload(admin, at("/emblem"), Map.of("emblem", picture("jpeg", 300, 200)));
        assertThat(status(taken)).isEqualTo(302);
        assertThat(body(browser.follow(admin, taken))).contains("/stationery/emblem.png", "เปลี่ยนตราแล้ว");
        BufferedImage kept = ImageIO.read(new ByteArrayInputStream(
                browser.open(admin, at("/emblem.png")).getResponse().getContentAsByteArray()));
        assertThat(kept.getWidth()).isEqualTo(300);
        assertThat(sample()).isNotEqualTo(without);
        Town.Founded other = towns.found();
        assertThat(other.in(stationer::emblem)).isEmpty();
        assertThat(status(browser.open(other.officer("admin"), at("/emblem.png"))))
                .isIn(403, 404);

        browser.send(admin, at("/emblem/remove"), new LinkedMultiValueMap<>());
        assertThat(sample()).isEqualTo(without);
        assertThat(entries()).containsExactly("emblem", "emblem");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<image href=\"http://127.0.0.1:1/x.png\" width=\"10\" height=\"10\"/>",
                "<image href=\"file:///etc/passwd\" width=\"10\" height=\"10\"/>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><text>&a;</text>"
            })
    void refuseAnSvgThatReachesOut(String content) throws Exception {
        refused("/emblem", Map.of("emblem", SVG.formatted(content).getBytes(StandardCharsets.UTF_8)), "อ้างถึงไฟล์");
    }

    @Test
    void refuseWhatIsNoEmblemAndKeepTheOldOne() throws Exception {
        browser.upload(admin, at("/emblem"), Map.of("emblem", picture("png", 300, 200)));
        byte[] old = town.in(stationer::emblem).orElseThrow();
        refused("/emblem", Map.of("emblem", new byte[0]), "เลือกไฟล์ก่อน");
        refused("/emblem", Map.of("emblem", new byte[3 * 1024 * 1024]), "เกิน ๒ เมกะไบต์");
        refused("/emblem", Map.of("emblem", "hello".getBytes(StandardCharsets.UTF_8)), "ไม่ใช่ภาพ");
        refused("/emblem", Map.of("emblem", boundless()), "เกิน ๒๕ ล้านจุด");
        refused("/emblem", Map.of("emblem", Arrays.copyOf(picture("png", 300, 300), 60)), "อ่านภาพนี้ไม่ได้");
        assertThat(town.in(stationer::emblem))
                .hasValueSatisfying(now -> assertThat(now).isEqualTo(old));
        assertThat(entries()).hasSize(1);
    }

    @Test
    void takeAFontWriteWithItAndLetItGo() throws Exception {
        assertThat(body(browser.open(admin, at("")))).contains("ที่มากับระบบ");
        MvcResult taken = browser.upload(admin, at("/font"), Map.of("regular", font("Regular"), "bold", font("Bold")));
        assertThat(status(taken)).isEqualTo(302);
        assertThat(body(browser.follow(admin, taken))).contains("ทั้งตัวธรรมดาและตัวหนา", "/font/remove");
        Typeface own = town.in(stationer::current).typeface();
        assertThat(own)
                .isNotSameAs(Typeface.SARABUN)
                .isSameAs(town.in(stationer::current).typeface());
        assertThat(status(browser.open(admin, at("/sample")))).isEqualTo(200);

        assertThat(status(browser.upload(admin, at("/font"), Map.of("regular", font("Regular"), "bold", new byte[0]))))
                .isEqualTo(302);
        assertThat(town.in(stationer::letters)).isEqualTo(new Stationer.Letters(true, false, null));

        browser.send(admin, at("/font/remove"), new LinkedMultiValueMap<>());
        assertThat(town.in(stationer::current).typeface()).isSameAs(Typeface.SARABUN);
        assertThat(entries()).containsExactly("font", "font", "font");
    }

    @Test
    void refuseAFontAtTheFieldOfTheFileThatCannotBeUsed() throws Exception {
        byte[] font = font("Regular");
        refused("/font", Map.of("regular", new byte[0]), "เลือกไฟล์ก่อน");
        refused("/font", Map.of("regular", new byte[Typeface.MOST_BYTES + 1]), "เกิน ๕ เมกะไบต์");
        refused("/font", Map.of("regular", "hello".getBytes(StandardCharsets.UTF_8)), "ไม่ใช่แบบอักษร");
        MvcResult bold = browser.upload(
                admin, at("/font"), Map.of("regular", font, "bold", "OTTO no".getBytes(StandardCharsets.UTF_8)));
        assertThat(status(bold)).isEqualTo(422);
        assertThat(body(bold)).contains("id=\"bold-error\"").doesNotContain("id=\"regular-error\"");
        assertThat(town.in(stationer::letters).own()).isFalse();
        assertThat(entries()).isEmpty();
    }

    @Test
    void writeInSarabunAndSaySoWhereTheOwnFontCannotBeUsed() throws Exception {
        browser.upload(admin, at("/font"), Map.of("regular", font("Regular")));
        jdbc.sql("update stationery set font_regular = ?, version = version + 1 where organisation_id = ?")
                .params(new byte[] {0, 1, 0, 0, 1}, town.id.value())
                .update();
        assertThat(town.in(stationer::current).typeface()).isSameAs(Typeface.SARABUN);
        assertThat(body(browser.open(admin, at(""))))
                .contains("เครื่องแม่ข่ายนี้ใช้แบบอักษรของหน่วยงานไม่ได้", "/font/remove");
        assertThat(status(browser.open(admin, at("/sample")))).isEqualTo(200);
    }

    @Test
    void haveAClearTextForEveryRefusal() {
        Stream.concat(
                        Arrays.stream(UnusableEmblem.Reason.values()).map(reason -> "emblem." + reason),
                        Arrays.stream(UnusableFont.Reason.values()).map(reason -> "font." + reason))
                .forEach(code -> {
                    for (Locale locale : List.of(Locale.of("th"), Locale.ENGLISH)) {
                        assertThat(messages.getMessage("problem." + code, null, locale))
                                .as(code)
                                .isNotBlank();
                    }
                });
    }

    @Test
    void areReadInBothLanguages() throws Exception {
        assertThat(body(browser.open(admin, at("?lang=en"))))
                .contains("Emblem and letters")
                .doesNotContain("??");
        assertThat(body(browser.open(admin, at("")))).doesNotContain("??");
    }

    private void refused(String address, Map<String, byte[]> files, String text) throws Exception {
        MvcResult refused = browser.upload(admin, at(address), files);
        assertThat(status(refused)).as(text).isEqualTo(422);
        assertThat(body(refused)).contains("id=\"error-summary\"", text);
    }

    private byte[] sample() throws Exception {
        return browser.open(admin, at("/sample.png")).getResponse().getContentAsByteArray();
    }

    private List<String> entries() {
        return jdbc.sql("select detail from register_entry where organisation_id = ? and actor_id = ? order by seq")
                .params(town.id.value(), admin.id().value())
                .query((row, n) -> row.getString("detail"))
                .list();
    }

    private static byte[] font(String style) throws IOException {
        try (InputStream in = StationeryPagesTests.class.getResourceAsStream("/fonts/Sarabun-" + style + ".ttf")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    /** A PNG of a few bytes that says it is 50,000 pixels wide and high. */
    private static byte[] boundless() throws IOException {
        byte[] png = picture("png", 40, 40);
        ByteBuffer.wrap(png).putInt(16, 50_000).putInt(20, 50_000);
        return png;
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, format, out);
        return out.toByteArray();
    }

    private String at(String below) {
        return "/" + town.shortName + "/desk/admin/stationery" + below;
    }
}
