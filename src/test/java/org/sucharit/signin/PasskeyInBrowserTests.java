package org.sucharit.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.register.Act;
import org.sucharit.register.Visits;
import org.sucharit.testing.Chromium;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** Signing in as officers do, in a real browser with an authenticator of its own making. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnH2
@Import(Town.class)
class PasskeyInBrowserTests {

    private static final Map<String, CDPSession> sessions = new HashMap<>();
    private static Chromium chromium;

    @Autowired
    Town towns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Visits visits;

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

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @Test
    void signsInByPasswordAndPasskeyAndByNoOtherPasskey() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            String authenticator = authenticator(page);
            signIn(page);
            page.navigate(at("/desk/signins"));
            look(page, "signins");
            page.navigate(at("/desk/signins/passkey"));
            look(page, "passkey");
            page.fill("#label", "กุญแจของฉัน");
            page.fill("#password", Town.PASSWORD);
            page.click("form[data-passkey] button[type=submit]");
            page.waitForSelector(".codes");
            look(page, "codes");
            assertThat(page.locator(".codes li").count()).isEqualTo(10);

            signOut(page);
            signIn(page);
            assertThat(page.url()).contains("/signin/factor");
            look(page, "factor");
            page.click("form[data-passkey] button[type=submit]");
            page.waitForURL("**/desk");
            assertThat(town.in(() -> visits.of(town.staff.person("legal"), 5)))
                    .anyMatch(entry -> entry.act() == Act.SIGNED_IN && "PASSKEY".equals(entry.detail()));

            // The attack: a copy of the authenticator is used; its count does not go on from the last.
            signOut(page);
            jdbc.sql("update second_factor set signature_count = 1000").update();
            signIn(page);
            page.click("form[data-passkey] button[type=submit]");
            page.waitForSelector(".banner.trouble");
            assertThat(page.url()).contains("/signin/factor");

            // And with none at all the page says so and offers the code.
            remove(authenticator);
            page.navigate(at("/signin/factor"));
            page.click("form[data-passkey] button[type=submit]");
            page.waitForSelector("[data-trouble]:not([hidden])", new Page.WaitForSelectorOptions().setTimeout(60_000));
        }
    }

    /** The attack: an answer is sent a second time, or one made for another challenge. */
    @Test
    void takesEachAnswerOnce() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            authenticator(page);
            signIn(page);
            page.navigate(at("/desk/signins/passkey"));
            page.fill("#label", "key");
            page.fill("#password", Town.PASSWORD);
            page.click("form[data-passkey] button[type=submit]");
            page.waitForSelector(".codes");
            signOut(page);
            signIn(page);
            String[] sent = {""};
            page.onRequest(request -> {
                if (request.method().equals("POST") && request.url().endsWith("/signin/factor")) {
                    sent[0] = request.postData();
                }
            });
            page.click("form[data-passkey] button[type=submit]");
            page.waitForURL("**/desk");
            assertThat(sent[0]).contains("signature=");

            signOut(page);
            signIn(page);
            page.evaluate(
                    """
                    (sent) => {
                      const form = document.querySelector("form[data-passkey]");
                      const before = new URLSearchParams(sent);
                      for (const name of ["credential", "client", "authenticator", "signature"]) {
                        form.elements[name].value = before.get(name);
                      }
                      form.submit();
                    }""",
                    sent[0]);
            page.waitForSelector(".banner.trouble");
            assertThat(page.url()).contains("/signin/factor");
        }
    }

    @Test
    void showsAPasswordWhileItIsTyped() {
        try (BrowserContext context = chromium.browser().newContext()) {
            Page page = context.newPage();
            page.navigate(at("/signin"));
            look(page, "signin");
            page.fill("#password", "seen");
            page.click("button[data-reveals]");
            assertThat(page.getAttribute("#password", "type")).isEqualTo("text");
            page.click("button[data-reveals]");
            assertThat(page.getAttribute("#password", "type")).isEqualTo("password");
            signIn(page);
            page.navigate(at("/desk/signins/totp"));
            look(page, "totp");
            page.navigate(at("/desk/password"));
            look(page, "password");
            page.click("form[action$='/desk/lock'] button");
            look(page, "unlock");
            page.fill("#password", Town.PASSWORD);
            page.click("main form button[type=submit]");
            page.waitForURL("**/desk");
        }
    }

    private static String authenticator(Page page) {
        CDPSession session = page.context().newCDPSession(page);
        session.send("WebAuthn.enable");
        JsonObject options = new JsonObject();
        options.addProperty("protocol", "ctap2");
        options.addProperty("transport", "usb");
        options.addProperty("hasResidentKey", false);
        options.addProperty("hasUserVerification", true);
        options.addProperty("isUserVerified", true);
        options.addProperty("automaticPresenceSimulation", true);
        JsonObject request = new JsonObject();
        request.add("options", options);
        String id = session.send("WebAuthn.addVirtualAuthenticator", request)
                .get("authenticatorId")
                .getAsString();
        sessions.put(id, session);
        return id;
    }

    private static void remove(String authenticator) {
        JsonObject request = new JsonObject();
        request.addProperty("authenticatorId", authenticator);
        CDPSession session = Objects.requireNonNull(sessions.get(authenticator));
        session.send("WebAuthn.clearCredentials", request);
    }

    private void signIn(Page page) {
        page.navigate(at("/signin"));
        page.fill("#username", "legal");
        page.fill("#password", Town.PASSWORD);
        page.click("main form button[type=submit]");
        page.waitForURL(url -> !url.endsWith("/signin"));
    }

    private void signOut(Page page) {
        page.navigate(at("/desk"));
        page.click("form[action$='/signout'] button");
        page.waitForURL(at(""));
    }

    private static void look(Page page, String name) {
        for (int width : new int[] {320, 1440}) {
            page.setViewportSize(width, 900);
            assertThat((Boolean) page.evaluate(
                            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                    .as("%s does not scroll sideways at %d", name, width)
                    .isTrue();
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(Path.of("target", "screens", "signin", name + "-" + width + ".png")));
        }
    }

    private String at(String path) {
        return "http://localhost:" + port + "/" + town.shortName + path;
    }
}
