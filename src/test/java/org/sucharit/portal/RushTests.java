package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.sucharit.kernel.WoundClock;
import org.sucharit.testing.Chromium;

/** Many reports at once: each gets in after a little work or a short wait, with all that was written. */
@TestPropertySource(properties = "sucharit.reports-per-minute=0")
class RushTests extends PortalTest {

    private static final Pattern TICKET = Pattern.compile("name=\"ticket\" value=\"([^\"]+)\"");
    private static final String JSON = """
            {"kind": "TIP", "subject": "x", "details": "y", "reporter": {"mode": "ANONYMOUS"}}""";

    @Autowired
    private WoundClock clock;

    @Autowired
    private Rush rush;

    @AfterEach
    void releaseClock() {
        clock.release();
    }

    @Test
    void letsAPageWithoutScriptInAfterAWaitAndKeepsWhatWasWritten() throws Exception {
        Map<String, String> form = filled();
        HttpResponse<String> held = post(path("report"), form);
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.body())
                .contains("โปรดรอ ๑๕ วินาที", "เรียกเงินห้าพันบาท")
                .doesNotContain("??");
        assertThat(held.headers().allValues("Set-Cookie")).isEmpty();
        form.put("ticket", ticket(held));
        assertThat(post(path("report"), form).statusCode()).as("too early").isEqualTo(429);
        clock.windTo(clock.instant().plus(Rush.WAIT).plusSeconds(1));
        assertThat(post(path("report"), form).body()).contains("class=\"receipt\"");
        assertThat(post(path("report"), form).statusCode()).as("a second time").isEqualTo(429);
    }

    @Test
    void letsWorkInAtOnce() throws Exception {
        Map<String, String> form = filled();
        form.put("ticket", ticket(post(path("report"), form)));
        form.put("effort", "1");
        assertThat(post(path("report"), form).statusCode()).as("no work").isEqualTo(429);
        form.put("effort", work(form.get("ticket")));
        assertThat(post(path("report"), form).statusCode()).isEqualTo(200);
    }

    /** The attack: tickets of one's own making, old ones, and work done for another. */
    @Test
    void takesNoTicketThatItDidNotGive() throws Exception {
        String given = ticket(post(path("report"), filled()));
        String work = work(given);
        for (String forged : new String[] {
            "", ".", "x.y", given.substring(1), given + "A", "AAAAAAAAAAAAAAAAAAAAAA." + given.split("\\.")[1]
        }) {
            Map<String, String> form = filled();
            form.put("ticket", forged);
            form.put("effort", work);
            assertThat(post(path("report"), form).statusCode()).as(forged).isEqualTo(429);
        }
        clock.windTo(clock.instant().plusSeconds(4 * 3600));
        Map<String, String> late = filled();
        late.put("ticket", given);
        late.put("effort", work);
        assertThat(post(path("report"), late).statusCode()).isEqualTo(429);
    }

    @Test
    void tellsAProgramWhenToComeAgain() throws Exception {
        HttpResponse<String> held = api(null);
        assertThat(held.statusCode()).isEqualTo(429);
        assertThat(held.headers().firstValue("Retry-After")).hasValue("15");
        clock.windTo(clock.instant().plusSeconds(16));
        assertThat(api(held.headers().firstValue("Report-Ticket").orElseThrow()).statusCode())
                .isEqualTo(201);
    }

    /** Whoever asks for many tickets waits longer and longer; a proxy of this host is everybody, and does not. */
    @Test
    void letsWhoeverTakesManyWaitLonger() {
        assertThat(rush.ticket("203.0.113.9").pause()).isEqualTo(Rush.WAIT);
        assertThat(rush.ticket("203.0.113.9").pause()).isEqualTo(Rush.WAIT.multipliedBy(2));
        assertThat(rush.ticket("203.0.113.10").pause()).isEqualTo(Rush.WAIT);
        for (int n = 0; n < 5; n++) {
            assertThat(rush.ticket("127.0.0.1").pause()).isEqualTo(Rush.WAIT);
        }
    }

    @Test
    void isBarelySeenByABrowserWithScriptAndItsFilesGoWithIt() {
        try (Chromium chromium = Chromium.launch();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions().setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            page.navigate("http://localhost:" + port + path("report"));
            page.locator("input[name=kind][value=CORRUPTION]").check();
            page.locator("#subject").fill("เรียกเงิน");
            page.locator("#details").fill("เรียกเงินห้าพันบาท");
            page.locator("input[name='reporter.mode'][value=ANONYMOUS]").check();
            page.locator("#files").setInputFiles(new FilePayload("a.png", "image/png", new byte[] {1, 2, 3}));
            page.locator("#declared").check();
            page.locator("main button[type=submit]").last().click();
            page.waitForSelector(".receipt");
            assertThat(jdbc.sql("select count(*) from sealed_file")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    private HttpResponse<String> api(@Nullable String ticket) throws Exception {
        var request = request("/api/" + town.shortName + "/reports")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON));
        return send(ticket == null ? request : request.header("Report-Ticket", ticket));
    }

    private static String work(String ticket) {
        int n = 0;
        while (Rush.zeros(ticket + ":" + n) < Rush.BITS) {
            n++;
        }
        return String.valueOf(n);
    }

    private static String ticket(HttpResponse<String> answer) {
        Matcher ticket = TICKET.matcher(answer.body());
        assertThat(ticket.find()).isTrue();
        return ticket.group(1);
    }

    private String path(String page) {
        return "/" + town.shortName + "/" + page;
    }

    private static Map<String, String> filled() {
        return new HashMap<>(Map.of(
                "kind", "CORRUPTION",
                "subject", "เรียกเงิน",
                "details", "เรียกเงินห้าพันบาทที่เคาน์เตอร์",
                "reporter.mode", "ANONYMOUS",
                "declared", "true"));
    }
}
