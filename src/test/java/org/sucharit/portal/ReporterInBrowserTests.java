package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.ReducedMotion;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicLong;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.testing.Chromium;

/** What a reporter meets in a real browser: the weight of the pages, leaving at once, going back, the receipt. */
class ReporterInBrowserTests extends PortalTest {

    private static final long BUDGET = 60_000;

    private static Chromium chromium;

    @BeforeAll
    static void startBrowser() {
        chromium = Chromium.launch();
    }

    @AfterAll
    static void stopBrowser() {
        chromium.close();
    }

    /** Headers, style, script and letters and all, as they come over the line to a browser that was never here. */
    @ParameterizedTest
    @ValueSource(strings = {"", "/report?door=CORRUPTION", "/report", "/follow", "/report?lang=en"})
    void areLightOnTheFirstVisit(String path) {
        try (BrowserContext context = context(320, true)) {
            Page page = context.newPage();
            var wire = context.newCDPSession(page);
            AtomicLong bytes = new AtomicLong();
            wire.on(
                    "Network.loadingFinished",
                    event -> bytes.addAndGet(event.get("encodedDataLength").getAsLong()));
            wire.send("Network.enable");
            page.navigate(at(path));
            page.waitForLoadState(LoadState.NETWORKIDLE);
            assertThat(bytes.get()).isBetween(10_000L, BUDGET);
            assertThat(context.cookies()).isEmpty();
            assertThat(page.evaluate("localStorage.length + sessionStorage.length"))
                    .isEqualTo(0);
        }
    }

    @ParameterizedTest
    @CsvSource({"true, button", "true, keys", "false, button"})
    void areLeftAtOnceWithNothingToGoBackTo(boolean script, String how) {
        try (BrowserContext context = context(320, script)) {
            Page page = context.newPage();
            page.route(
                    "**/leave",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody("<title>Weather</title>")));
            page.navigate(at(""));
            page.navigate(at("/report"));
            page.locator("#details").fill("what nobody may see");
            if (how.equals("keys")) {
                page.keyboard().press("Escape");
                page.keyboard().press("Escape");
            } else {
                page.locator(".leave a").click();
            }
            page.waitForURL("**/leave");
            assertThat(page.title()).isEqualTo("Weather");
            if (script) {
                page.goBack();
                assertThat(page.url()).endsWith(town.shortName);
                page.goForward();
                assertThat(page.title()).isEqualTo("Weather");
            }
        }
    }

    /** Pressed once it is what closes a list or a keyboard. */
    @Test
    void stayWhenEscapeIsPressedOnce() {
        try (BrowserContext context = context(320, true)) {
            Page page = context.newPage();
            page.navigate(at("/report"));
            page.keyboard().press("Escape");
            page.waitForTimeout(1_200);
            page.keyboard().press("Escape");
            page.waitForTimeout(300);
            assertThat(page.url()).endsWith("/report");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void keepWhatWasWrittenForWhoeverStraysAndComesBack(boolean script) {
        try (BrowserContext context = context(320, script)) {
            Page page = context.newPage();
            page.navigate(at("/report"));
            page.locator("#details").fill("a long story");
            page.locator("input[name=kind][value=CORRUPTION]").check();
            page.locator(".head-name").click();
            page.waitForURL("**/" + town.shortName);
            page.goBack();
            assertThat(page.locator("#details").inputValue()).isEqualTo("a long story");
            assertThat(page.locator("input[name=kind][value=CORRUPTION]").isChecked())
                    .isTrue();
        }
    }

    @Test
    void giveAReceiptToCopyAndToScan() throws Exception {
        try (BrowserContext context = context(320, true)) {
            context.grantPermissions(java.util.List.of("clipboard-read", "clipboard-write"));
            Page page = context.newPage();
            String receipt = report(page);
            page.locator("button[data-copies]").click();
            page.locator("span[role=status]", new Page.LocatorOptions().setHasText("คัดลอกแล้ว"))
                    .waitFor();
            assertThat(page.evaluate("navigator.clipboard.readText()")).isEqualTo(receipt);
            check(page, "receipt");

            String picture = page.locator("img.qr").getAttribute("src").split(",", 2)[1];
            String address = read(
                    ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(picture))));
            assertThat(address).isEqualTo(at("/follow") + "#" + receipt.replace(" ", ""));

            AtomicLong told = new AtomicLong();
            Page scanned = context.newPage();
            scanned.onRequest(request -> {
                if (request.url().contains(receipt.replace(" ", "").substring(0, 12))) {
                    told.incrementAndGet();
                }
            });
            scanned.navigate(address);
            assertThat(scanned.locator("#receipt").inputValue()).isEqualTo(receipt);
            assertThat(scanned.url()).isEqualTo(at("/follow"));
            assertThat(told).hasValue(0);
            scanned.keyboard().press("Enter");
            scanned.locator("h1", new Page.LocatorOptions().setHasText("เรื่องของท่าน"))
                    .waitFor();
            check(scanned, "case");
            assertThat(context.cookies()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT, th", "320, DARK, en", "1440, LIGHT, en", "1440, DARK, th"})
    void areOpenToEverybodyWithAllThatIsFoldedAwayUnfolded(int width, ColorScheme scheme, String language) {
        try (BrowserContext context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, 800)
                        .setColorScheme(scheme))) {
            Page page = context.newPage();
            for (String path : java.util.List.of("", "/report", "/report?door=GENERAL", "/follow")) {
                page.navigate(at(path) + (path.contains("?") ? "&" : "?") + "lang=" + language);
                page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");
                check(page, path + " " + width + " " + scheme);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as(path)
                        .isEqualTo(width);
            }
        }
    }

    /** By keys alone, from the first field to the receipt. */
    @Test
    void areFilledInByKeyboard() {
        try (BrowserContext context = context(320, false)) {
            Page page = context.newPage();
            page.navigate(at("/report?door=CORRUPTION"));
            to(page, "kind");
            page.keyboard().press("Space");
            to(page, "subject");
            page.keyboard().type("เรียกเงิน");
            to(page, "details");
            page.keyboard().type("เรียกเงินที่เคาน์เตอร์");
            to(page, "reporter.mode");
            page.keyboard().press("Space");
            to(page, "declared");
            page.keyboard().press("Space");
            page.keyboard().press("Tab");
            page.keyboard().press("Enter");
            page.waitForSelector(".receipt");
        }
    }

    private static void to(Page page, String field) {
        for (int n = 0; n < 80; n++) {
            page.keyboard().press("Tab");
            if (field.equals(page.evaluate("document.activeElement.name"))) {
                return;
            }
        }
        throw new AssertionError("No key leads to " + field);
    }

    private String report(Page page) {
        page.navigate(at("/report"));
        page.locator("input[name=kind][value=CORRUPTION]").check();
        page.locator("#subject").fill("เรียกเงินค่าอนุญาตก่อสร้าง");
        page.locator("#details").fill("เรียกเงินห้าพันบาทที่เคาน์เตอร์กองช่าง");
        page.locator("input[name='reporter.mode'][value=ANONYMOUS]").check();
        page.locator("#declared").check();
        page.locator("main button[type=submit]").first().click();
        return page.locator(".receipt").textContent();
    }

    private static void check(Page page, String name) {
        assertThat(new AxeBuilder(page).analyze().getViolations())
                .as(name)
                .extracting(violation -> violation.getId() + " " + violation.getNodes())
                .isEmpty();
    }

    private static String read(BufferedImage image) throws Exception {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
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
