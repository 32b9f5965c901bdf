package org.sucharit.screen;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Every piece of the screens in a real browser; pictures go to target/screens. */
@SpringBootTest(
        classes = {ScreenServer.class, Problems.class},
        webEnvironment = WebEnvironment.RANDOM_PORT)
class ShowcaseTests {

    private static final Path PICTURES = Path.of("target/screens");

    private static Playwright playwright;
    private static Browser browser;

    @Value("${local.server.port}")
    private int port;

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
    @CsvSource({
        "/showcase,        320,  LIGHT",
        "/showcase,        320,  DARK",
        "/showcase,        1440, LIGHT",
        "/showcase,        1440, DARK",
        "/showcase?lang=en, 320, LIGHT",
        "/showcase/public, 320,  LIGHT",
        "/showcase/public, 320,  DARK",
        "/showcase/public, 1440, LIGHT",
        "/nowhere,         320,  LIGHT",
        "/needs,           1440, DARK"
    })
    void isAccessibleAndFitsTheScreen(String address, int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme)) {
            List<String> complaints = new ArrayList<>();
            Page page = context.newPage();
            page.onPageError(complaints::add);
            page.onConsoleMessage(message -> {
                // The browser reports the status of the error pages themselves, which is what was asked for.
                if (message.type().equals("error") && !message.text().contains("status of 4")) {
                    complaints.add(message.text());
                }
            });
            page.navigate(at(address));
            check(page, address.replaceAll("\\W+", "-") + "-" + width + "-" + scheme);
            assertThat(complaints).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"320, LIGHT", "320, DARK", "1440, LIGHT", "1440, DARK"})
    void showsTheFormAgainWithWhatIsWrong(int width, ColorScheme scheme) {
        try (BrowserContext context = context(width, scheme)) {
            Page page = context.newPage();
            page.navigate(at("/showcase"));
            page.locator("#subject[name]").fill("ถนน <b>ชำรุด</b>");
            page.locator("[name='receivedOn.day']").fill("31");
            page.locator("[name='receivedOn.month']").selectOption("2");
            page.locator("form[action='/showcase'] button[type=submit]").first().click();

            assertThat(page.locator("#subject[name]").inputValue()).isEqualTo("ถนน <b>ชำรุด</b>");
            assertThat(page.locator("[name='receivedOn.day']").inputValue()).isEqualTo("31");
            assertThat(page.locator("[name='receivedOn.month']").inputValue()).isEqualTo("2");
            assertThat(page.locator("[name='kind']:checked").inputValue()).isEqualTo("CORRUPTION");
            assertThat(page.locator("#error-summary li"))
                    .satisfies(errors -> assertThat(errors.count()).isEqualTo(5));
            for (var link : page.locator("#error-summary a").all()) {
                assertThat(page.locator(link.getAttribute("href")).count()).isEqualTo(1);
            }
            assertThat(page.locator("#receivedOn").getAttribute("aria-describedby"))
                    .isEqualTo("receivedOn-hint receivedOn-error");
            check(page, "errors-" + width + "-" + scheme);
        }
    }

    @Test
    void switchesTheLanguageAndRemembersIt() {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(at("/test/desk/showcase?page=2"));
            assertThat(context.cookies().stream().map(cookie -> cookie.name)).doesNotContain("lang");
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("th");
            page.locator(".head-tools > a[hreflang]").click();
            assertThat(page.url()).endsWith("/test/desk/showcase?page=2&lang=en");
            page.navigate(at("/nowhere"));
            assertThat(page.locator("html").getAttribute("lang")).isEqualTo("en");
            assertThat(page.locator("h1").innerText()).isEqualTo("This page or case was not found");
        }
    }

    @Test
    void countsWhatIsWritten() {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(at("/showcase"));
            page.locator("#details").fill("ถนนพัง");
            assertThat(page.locator("[data-count-of=details]").innerText()).isEqualTo("ใช้แล้ว ๖ จาก ๔,๐๐๐ ตัวอักษร");
        }
    }

    @Test
    void signsOutOnlyWithTheTokenOfThePage() {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(at("/showcase"));
            assertThat(page.locator("form[action='/test/signout'] input[name=_csrf]")
                            .count())
                    .isEqualTo(1);
        }
    }

    @Test
    void loadsNoScriptOnPublicPages() {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            page.navigate(at("/showcase/public"));
            assertThat(page.locator("script").count()).isZero();
            page.navigate(at("/showcase"));
            assertThat(page.evaluate("htmx.version")).isEqualTo("2.0.10");
        }
    }

    /** Each is asked for once, under an address that changes with its content, and kept. */
    @ParameterizedTest
    @ValueSource(strings = {"sarabun-400", "sarabun-700", "sucharit"})
    void letsTheBrowserKeepFontsAndStyle(String name) {
        try (BrowserContext context = context(1440, ColorScheme.LIGHT)) {
            Page page = context.newPage();
            List<Response> responses = new ArrayList<>();
            page.onResponse(responses::add);
            page.navigate(at("/showcase"));
            page.evaluate("document.fonts.ready");
            List<Response> asked =
                    responses.stream().filter(r -> r.url().contains(name)).toList();
            assertThat(asked).hasSize(1);
            assertThat(asked.getFirst().url()).matches(".*" + name + "-[0-9a-f]{32}\\.(woff2|css)");
            assertThat(asked.getFirst().headerValue("cache-control")).contains("max-age=31536000");
        }
    }

    @Test
    void printsTheContentWithoutTheTools() {
        try (BrowserContext context = context(794, ColorScheme.DARK)) {
            Page page = context.newPage();
            page.navigate(at("/showcase"));
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
            assertThat(page.locator(".head-tools").isVisible()).isFalse();
            assertThat(page.locator(".secret").first().isVisible()).isTrue();
            assertThat(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))
                    .isEqualTo("rgb(255, 255, 255)");
            picture(page, "print");
        }
    }

    private static void check(Page page, String name) {
        page.evaluate("document.fonts.ready");
        picture(page, name);
        assertThat(page.evaluate("document.fonts.check('18px Sarabun', 'ก')")).isEqualTo(true);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as("no sideways scrolling")
                .isEqualTo(true);
        assertThat(page.evaluate("""
                [...document.querySelectorAll('button, .button, select, textarea, nav a, .head a, .choice label, #error-summary a,'
                        + 'input:not([type=hidden], [type=radio], [type=checkbox])')]
                    .filter(e => e.checkVisibility() && e.getBoundingClientRect().height < 43.9)
                    .map(e => e.outerHTML)""")).as("targets lower than 44 px").isEqualTo(List.of());
        assertThat(new AxeBuilder(page)
                        .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                        .analyze()
                        .getViolations())
                .extracting(violation -> violation.getId() + " " + violation.getNodes())
                .isEmpty();
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(PICTURES.resolve(name + ".png"))
                .setFullPage(true));
    }

    private static BrowserContext context(int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, 900)
                .setColorScheme(scheme)
                .setLocale("en-US"));
        context.setDefaultTimeout(5_000);
        return context;
    }

    private String at(String address) {
        return "http://localhost:" + port + address;
    }
}
