package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A reporter's way in a real browser without script; pictures go to target/screens. */
class PortalInBrowserTests extends PortalTest {

    private static final Path PICTURES = Path.of("target/screens");

    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void startBrowser() {
        playwright = Playwright.create();
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of("/usr/bin/chromium"))
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void stopBrowser() {
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT, th", "320, DARK, en", "1440, LIGHT, en", "1440, DARK, th"})
    void isTheSameForEveryWidthAndLanguage(int width, ColorScheme scheme, String language) {
        String name = "portal-" + width + "-" + scheme + "-";
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(scheme)
                .setReducedMotion(ReducedMotion.REDUCE)
                .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate(at("") + "?lang=" + language);
            check(page, name + "home");

            page.locator("a.door").first().click();
            check(page, name + "report");
            send(page);
            assertThat(page.locator("#error-summary li").count()).isEqualTo(5);
            for (var link : page.locator("#error-summary a").all()) {
                assertThat(page.locator("[id='" + link.getAttribute("href").substring(1) + "']")
                                .count())
                        .isEqualTo(1);
            }
            check(page, name + "report-errors");

            page.locator("input[name=kind][value=CORRUPTION]").check();
            page.locator("#subject").fill("เรียกเงินค่าอนุญาตก่อสร้าง");
            page.locator("#details").fill("เรียกเงินห้าพันบาทที่เคาน์เตอร์กองช่าง เมื่อยื่นขออนุญาตก่อสร้างบ้าน");
            page.locator("input[name='reporter.mode'][value=NAMED]").check();
            assertThat(page.locator("[id='reporter.name']").isVisible()).isTrue();
            page.locator("input[name='reporter.mode'][value=ANONYMOUS]").check();
            assertThat(page.locator("[id='reporter.name']").isVisible()).isFalse();
            page.locator("details:has([id='accused[1].name']) > summary").click();
            page.locator("[id='accused[1].name']").fill("นายสมมุติ คนที่สอง");
            page.locator("#declared").check();
            send(page);
            String receipt = page.locator(".receipt").textContent();
            check(page, name + "receipt");

            page.navigate(at("/follow"));
            page.locator("#receipt").fill("1234");
            send(page);
            check(page, name + "follow-wrong");
            page.locator("#receipt").fill(receipt);
            send(page);
            page.locator("#text").fill("มีพยานอีกหนึ่งคน");
            page.locator("form[action$='/follow/messages'] button").click();
            check(page, name + "case");

            page.locator("form[action$='/follow/withdrawal'] button").click();
            check(page, name + "withdrawal");
        }
    }

    /** Without script there is no axe to run, so the page is looked at again in a browser that has one. */
    private void check(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        int width = page.viewportSize().width;
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 800)
                .setColorScheme(name.contains("DARK") ? ColorScheme.DARK : ColorScheme.LIGHT)
                .setBypassCSP(true))) {
            Page looked = context.newPage();
            looked.route(
                    page.url(),
                    route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                            .setContentType("text/html;charset=UTF-8")
                            .setBody(page.content())));
            looked.navigate(page.url());
            assertThat(looked.evaluate("document.documentElement.scrollWidth"))
                    .as(name + " is as wide as the screen")
                    .isEqualTo(width);
            assertThat(new AxeBuilder(looked).analyze().getViolations())
                    .as(name)
                    .extracting(violation -> violation.getId() + " " + violation.getNodes())
                    .isEmpty();
        }
    }

    private static void send(Page page) {
        page.locator("main button[type=submit]").first().click();
    }

    private String at(String path) {
        return "http://localhost:" + port + "/" + town.shortName + path;
    }
}
