package org.sucharit.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.sucharit.testing.Chromium;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** One report, from a villager's telephone to the mayor's and back, as each of them sees it. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@OnH2
@Import(Town.class)
class FromReportToDecisionTests {

    private static final String SUBJECT = "เรียกรับเงินค่าใบอนุญาตก่อสร้าง";
    private static final String FACTS = "พยานสองรายให้ถ้อยคำตรงกันว่ามีการเรียกรับเงินจำนวนสองพันบาท";

    private static Chromium chromium;

    @Autowired
    Town towns;

    @LocalServerPort
    int port;

    private Town.Founded town;

    @BeforeAll
    static void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aReportReachesTheMayorAndTheReporterHearsBack() throws Exception {
        town = towns.found();
        String receipt = report();
        as("clerk", 1366, page -> {
            page.locator("input[name=outcome][value=ACCEPTED_INQUIRY]").check();
            page.locator("#reason").fill("มีรายละเอียดของผู้กระทำ สถานที่ และเวลาเพียงพอ");
        });
        as(
                "personnel",
                1366,
                page -> page.locator("#person")
                        .selectOption(town.staff.person("legal").toString()));
        as("legal", 1366, page -> {});
        as("legal", 1366, page -> {
            page.locator("input[name=result][value=SUBSTANTIATED]").check();
            page.locator("#facts").fill(FACTS);
            page.locator("#reasoning").fill("พยานไม่มีเหตุโกรธเคืองกับผู้ถูกร้องเรียน");
            page.locator("#recommendation").fill("เห็นควรสอบสวนทางวินัย");
        });
        as("office", 1366, page -> {});
        as("chief", 1366, page -> {});
        byMayor();
        as("personnel", 1366, page -> {
            page.locator("#how").fill("แจ้งทางหน้าติดตามเรื่อง");
            page.locator(".task #text").fill("หน่วยงานสั่งสอบสวนทางวินัยแล้ว");
        });
        follow(receipt);
    }

    /** Without script, on a small telephone. */
    private String report() {
        try (BrowserContext telephone = context(320, false)) {
            Page page = telephone.newPage();
            page.navigate(at(""));
            page.locator("a.door").first().click();
            page.locator("input[name=kind][value=CORRUPTION]").check();
            page.locator("#subject").fill(SUBJECT);
            page.locator("#details").fill("เรียกเงินสองพันบาทโดยไม่ออกใบเสร็จ เมื่อวันจันทร์ที่กองช่าง");
            page.locator("input[name='reporter.mode'][value=ANONYMOUS]").check();
            page.locator("#declared").check();
            page.locator("main form button[type=submit]").last().click();
            String receipt = page.locator(".receipt").textContent().strip();
            assertThat(telephone.cookies()).isEmpty();
            return receipt;
        }
    }

    private interface Filling {
        void in(Page page);
    }

    /** Signs in, opens the one task that waits, fills its form in and sends it by its main button. */
    private void as(String username, int width, Filling filling) {
        try (BrowserContext office = context(width, true)) {
            Page page = openTask(office, username);
            filling.in(page);
            picture(page, username);
            page.locator(".task form button.button:not(.quiet)").first().click();
            assertThat(page.locator(".banner.good").count())
                    .as(page.locator("main").innerText())
                    .isPositive();
        }
    }

    /** Reads the memo on a telephone, opens the PDF, and orders with one tap. */
    private void byMayor() throws Exception {
        try (BrowserContext telephone = context(320, true)) {
            Page page = openTask(telephone, "mayor");
            assertThat(page.locator(".task").innerText()).contains(SUBJECT, "มีมูล", "เห็นควรสอบสวนทางวินัย");
            picture(page, "mayor");
            Locator pdf = page.locator(".task a[href*='/files/']").first();
            APIResponse memo = telephone.request().get("http://127.0.0.1:" + port + pdf.getAttribute("href"));
            assertThat(memo.headers()).containsEntry("content-type", "application/pdf");
            try (PDDocument document = Loader.loadPDF(memo.body())) {
                String text = new PDFTextStripper().getText(document).replaceAll("\\s+", "");
                assertThat(text).contains("บันทึกข้อความ", FACTS.replaceAll("\\s+", ""), "ลับ");
            }
            Locator further = page.locator("button[value=DISCIPLINARY_INQUIRY]:not([formaction])");
            if (!further.isVisible()) {
                page.locator(".task details:has(button[value=DISCIPLINARY_INQUIRY]:not([formaction])) > summary")
                        .click();
            }
            further.click();
            assertThat(page.locator(".banner.good").count()).isPositive();
        }
    }

    private void follow(String receipt) {
        try (BrowserContext telephone = context(320, false)) {
            Page page = telephone.newPage();
            page.navigate(at("/follow"));
            page.locator("#receipt").fill(receipt);
            page.locator("main form button[type=submit]").first().click();
            picture(page, "reporter");
            assertThat(page.locator("main").innerText()).contains("หน่วยงานสั่งสอบสวนทางวินัยแล้ว", "ยุติ");
        }
    }

    private Page openTask(BrowserContext office, String username) {
        Page page = office.newPage();
        page.navigate(at("/signin"));
        page.locator("#username").fill(username);
        page.locator("#password").fill(Town.PASSWORD);
        page.locator("main form button[type=submit]").click();
        page.waitForURL(at("/desk"));
        page.locator("main a[href*='/desk/cases/']").first().click();
        return page;
    }

    private static BrowserContext context(int width, boolean script) {
        BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setReducedMotion(ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(script));
        context.setDefaultTimeout(90_000); // a loaded machine is not a fault
        return context;
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(Path.of("target/screens/journey-" + name + ".png")));
    }

    private String at(String path) {
        return "http://127.0.0.1:" + port + "/" + town.shortName + path;
    }
}
