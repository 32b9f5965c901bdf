package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.examination.Sent;
import org.sucharit.kernel.CaseId;
import org.sucharit.testing.Chromium;
import org.sucharit.testing.Town;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;

/** From the report to the file that the office sent back, in a real browser, with JavaScript and without. */
class OfficeFilesInBrowserTests extends PortalTest {

    private static final String LONG = "บันทึกแจ้งผลการตรวจสอบข้อเท็จจริงฉบับที่หนึ่งพร้อมเอกสารประกอบ.pdf";

    private static final Pattern RECEIPT = Pattern.compile("\\d{4}( \\d{4}){6}");

    private static Chromium chromium;

    @Autowired
    Vault vault;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    @ParameterizedTest
    @CsvSource({"320, true, th", "1440, true, en", "320, false, en", "1440, false, th"})
    void reachTheReporter(int width, boolean script, String language) throws Exception {
        String receipt = report();
        try (BrowserContext context = context(width, script)) {
            send(context.newPage(), idOf(receipt), language, script);
        }
        try (BrowserContext context = context(width, script)) {
            Page page = context.newPage();
            page.navigate(at("/follow?lang=" + language));
            page.locator("#receipt").fill(receipt);
            page.locator("#receipt").press("Enter");
            page.locator(".given").waitFor();
            look(page, "follow", width, script);
            Download download = page.waitForDownload(
                    () -> page.locator(".given button", text(LONG)).press("Enter"));
            assertThat(download.suggestedFilename()).isEqualTo(LONG);
            assertThat(Files.readString(download.path(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF")
                    .doesNotContain(Sent.SECRET);
            Download words = page.waitForDownload(
                    () -> page.locator(".given button", text("a.txt")).press("Enter"));
            assertThat(Files.readString(words.path())).isEqualTo("ข้อความ");
            assertThat(page.locator(".given").isVisible()).isTrue();
            assertThat(context.cookies()).isEmpty();
        }
    }

    private static Page.LocatorOptions text(String name) {
        return new Page.LocatorOptions().setHasText(name);
    }

    private void send(Page page, CaseId id, String language, boolean script) throws Exception {
        page.navigate(at("/signin"));
        page.locator("#username").fill("clerk");
        page.locator("#password").fill(Town.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL("**/desk");
        page.navigate(at("/desk/cases/" + id + "?lang=" + language));
        page.locator("details:has([name='message.text']) summary").press("Enter");
        page.locator("[name='message.text']").fill("ขอส่งบันทึกตามที่ท่านขอ");
        page.locator("[name='message.files']").setInputFiles(new FilePayload[] {
            new FilePayload(LONG, "application/pdf", Sent.pdf(1)),
            new FilePayload("a.txt", "text/plain", "ข้อความ".getBytes(StandardCharsets.UTF_8))
        });
        look(page, "the form", page.viewportSize().width, script);
        page.locator("details:has([name='message.text']) button[type=submit]").press("Enter");
        page.locator("#contact .files a", text(LONG)).waitFor();
        look(page, "the case", page.viewportSize().width, script);
    }

    private String report() throws Exception {
        String answer = post(
                        "/" + town.shortName + "/report",
                        Map.of(
                                "kind", "CORRUPTION",
                                "subject", "เรียกเงินค่าอนุญาตก่อสร้าง",
                                "details", "เรียกเงินห้าพันบาทที่เคาน์เตอร์กองช่าง",
                                "reporter.mode", "ANONYMOUS",
                                "declared", "true"))
                .body();
        Matcher receipt = RECEIPT.matcher(answer);
        assertThat(receipt.find()).isTrue();
        return receipt.group();
    }

    private CaseId idOf(String receipt) {
        return town.in(() -> vault.find(Receipt.parse(receipt).orElseThrow()).orElseThrow());
    }

    private static void look(Page page, String name, int width, boolean script) {
        if (script) { // which axe is; in a browser without, it never ends
            assertThat(new AxeBuilder(page).analyze().getViolations())
                    .as(name)
                    .extracting(violation -> violation.getId() + " " + violation.getNodes())
                    .isEmpty();
        }
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as(name)
                .isEqualTo(width);
    }

    private static BrowserContext context(int width, boolean script) {
        return chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(script));
    }

    private String at(String path) {
        return "http://localhost:" + port + "/" + town.shortName + path;
    }
}
