package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Channels;
import org.sucharit.organisation.Units;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** A clerk and an administrator at work in a real browser; pictures go to target/screens. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
@Import(Town.class)
class DeskInBrowserTests {

    private static final Path PICTURES = Path.of("target/screens");

    private static Playwright playwright;
    private static Browser browser;

    @Autowired
    Town towns;

    @Autowired
    Channels channels;

    @Autowired
    Units units;

    @Value("${local.server.port}")
    private int port;

    private final List<String> faults = new ArrayList<>();

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
    @CsvSource({"320, th", "1440, th", "320, en", "1440, en"})
    void fitsTheScreenAndIsAccessible(int width, String language) {
        Town.Founded town = towns.found();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions().setViewportSize(width, 900))) {
            Page page = context.newPage();
            page.onPageError(faults::add);
            String name = "-" + width + "-" + language;
            String desk = "/" + town.shortName + "/desk";
            signIn(page, town, "clerk", language);
            look(page, "desk-empty" + name);

            register(page, desk, town);
            look(page, "desk-registered" + name);
            open(page, desk, language);
            look(page, "desk" + name);
            assertThat(page.locator("#main table").count()).isEqualTo(2);
            open(page, desk + "/cases", language);
            look(page, "desk-search" + name);
            open(page, desk + "/mail", language);
            look(page, "desk-mail" + name);

            signIn(page, town, "admin", language);
            adminPages(town).forEach((picture, address) -> {
                open(page, desk + "/admin" + address, language);
                look(page, "admin-" + picture + name);
            });
        }
        assertThat(faults).isEmpty();
    }

    /** By the keyboard alone from the subject on, and with a mistake to mend. */
    private void register(Page page, String desk, Town.Founded town) {
        page.navigate(at(desk + "/entry"));
        look(
                page,
                "entry-channel-" + page.viewportSize().width + "-"
                        + page.locator("html").getAttribute("lang"));
        String hotline = town.in(() -> channels.all().stream()
                .filter(channel -> channel.kind() == ChannelKind.HOTLINE)
                .map(channel -> channel.id().toString())
                .findFirst()
                .orElseThrow());
        page.navigate(at(desk + "/entry/" + hotline));
        page.locator("#subject").focus();
        page.keyboard().type("เรียกรับเงินค่าออกใบอนุญาตก่อสร้าง");
        page.keyboard().press("Enter");
        page.locator("#error-summary").waitFor();
        assertThat(page.locator("#error-summary a").count()).isEqualTo(4);
        look(
                page,
                "entry-errors-" + page.viewportSize().width + "-"
                        + page.locator("html").getAttribute("lang"));
        assertThat(page.locator("#subject").inputValue()).isEqualTo("เรียกรับเงินค่าออกใบอนุญาตก่อสร้าง");

        page.locator("[name='particulars.CALL_TIME']").fill("๑๔.๓๐");
        page.locator("[name=kind][value=CORRUPTION]").check();
        page.locator("#details").fill("เจ้าหน้าที่เรียกเงินสองพันบาทเพื่อออกใบอนุญาตให้เร็วขึ้น");
        page.locator("[name='reporter.mode'][value=ANONYMOUS]").check();
        page.locator("button[value=readBack]").click();
        assertThat(page.locator(".read-out").innerText()).contains("สองพันบาท", "๑๔.๓๐");
        look(
                page,
                "entry-read-back-" + page.viewportSize().width + "-"
                        + page.locator("html").getAttribute("lang"));
        page.locator("[name='particulars.READ_BACK'][value=CONFIRMED]").check();
        page.locator("#subject").press("Enter");
        page.locator(".receipt").waitFor();
    }

    private Map<String, String> adminPages(Town.Founded town) {
        Map<String, String> pages = new LinkedHashMap<>();
        for (String page : List.of("", "/people", "/people/new", "/posts", "/channels", "/holidays", "/settings")) {
            pages.put("home" + page.replace('/', '-'), page);
        }
        pages.put("person", "/people/" + town.staff.person("chief"));
        pages.put("post", "/posts/" + town.in(() -> units.posts().getFirst().id()));
        return pages;
    }

    private void signIn(Page page, Town.Founded town, String username, String language) {
        open(page, "/" + town.shortName + "/signin", language);
        page.locator("#username").fill(username);
        page.locator("#password").fill(Town.PASSWORD);
        page.locator("#password").press("Enter");
        page.waitForURL("**/desk");
    }

    private void open(Page page, String address, String language) {
        page.navigate(at(address + "?lang=" + language));
    }

    private void look(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + ".png")));
        boolean fits =
                (Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth");
        if (!fits) {
            faults.add(name + " is wider than the screen");
        }
        if (page.content().contains("??")) {
            faults.add(name + " lacks a text");
        }
        new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
                .analyze()
                .getViolations()
                .forEach(violation -> faults.add(name + ": " + violation.getId() + " "
                        + violation.getNodes().getFirst().getTarget()));
    }

    private String at(String address) {
        return "http://127.0.0.1:" + port + address;
    }
}
