package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.intake.IdentityRequests;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Time;
import org.sucharit.testing.Chromium;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;

/** What the page of a case asks its reporter, and what they may still say once it is closed. */
class FollowAnswersTests extends PortalTest {

    private static final Pattern RECEIPT = Pattern.compile("class=\"receipt\">([0-9 ]+)<");

    @Autowired
    private IdentityRequests requests;

    @Autowired
    private Vault vault;

    @Autowired
    private Time time;

    @Test
    void sayWhoTheyAreToTheOneWhoAskedOrNot() throws Exception {
        String receipt = reported();
        assertThat(follow(receipt)).doesNotContain("follow/identity");
        ask(receipt);
        assertThat(follow(receipt)).contains("follow/identity", "นัดสอบปากคำ").doesNotContain("??");

        HttpResponse<String> nothing = post(path("follow/identity"), Map.of("receipt", receipt, "agree", "true"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("id=\"name-error\"");
        HttpResponse<String> agreed =
                post(path("follow/identity"), Map.of("receipt", receipt, "agree", "true", "name", "นางสาวเปิดเผย เอง"));
        assertThat(agreed.statusCode()).isEqualTo(200);
        assertThat(agreed.body())
                .contains("เปิดเผยแก่ผู้ขอแล้ว")
                .doesNotContain("follow/identity")
                .doesNotContain("นางสาวเปิดเผย เอง");

        ask(receipt);
        assertThat(post(path("follow/identity"), Map.of("receipt", receipt, "agree", "false"))
                        .body())
                .contains("แจ้งผู้ขอแล้วว่าท่านไม่ตกลง");
        assertThat(post(path("follow/identity"), Map.of("receipt", receipt, "agree", "false"))
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void answerTheQuestionsOnceAndOnlyAfterTheClose() throws Exception {
        String receipt = reported();
        Map<String, String> answers = Map.of("receipt", receipt, "SAFE", "5", "FAIR", "9");
        HttpResponse<String> early = post(path("follow/survey"), answers);
        assertThat(early.statusCode()).isEqualTo(409);
        assertThat(early.body()).contains("ตอบแบบสอบถามได้เมื่อเรื่องยุติแล้ว");
        close(receipt);
        assertThat(follow(receipt)).contains("follow/survey", "follow/rebuttal").doesNotContain("??");
        assertThat(post(path("follow/survey"), Map.of("receipt", receipt)).statusCode())
                .isEqualTo(422);
        assertThat(post(path("follow/survey"), answers).body())
                .contains("ขอบคุณสำหรับคำตอบ")
                .doesNotContain("follow/survey");
        assertThat(post(path("follow/survey"), answers).statusCode()).isEqualTo(409);
        assertThat(jdbc.sql("select count(*) from satisfaction where organisation_id = ?")
                        .param(town.id.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void objectToTheOutcomeAndKeepWhatCannotBeSent() throws Exception {
        String receipt = reported();
        close(receipt);
        String tooLong = "ก".repeat(4_001);
        HttpResponse<String> refused = post(path("follow/rebuttal"), Map.of("receipt", receipt, "rebuttal", tooLong));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("id=\"rebuttal-error\"", tooLong);
        assertThat(post(path("follow/rebuttal"), Map.of("receipt", receipt, "rebuttal", "ยังไม่ได้ถามพยาน"))
                        .body())
                .contains("ส่งคำโต้แย้งแล้ว", "ยังไม่ได้ถามพยาน");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1440})
    void areOpenToEverybody(int width) throws Exception {
        String asked = reported();
        ask(asked);
        String closed = reported();
        close(closed);
        try (Chromium chromium = Chromium.launch();
                BrowserContext context = chromium.browser()
                        .newContext(new Browser.NewContextOptions()
                                .setViewportSize(width, 800)
                                .setReducedMotion(ReducedMotion.REDUCE))) {
            Page page = context.newPage();
            for (String receipt : new String[] {asked, closed}) {
                page.navigate("http://localhost:" + port + path("follow"));
                page.locator("#receipt").fill(receipt);
                page.locator("main button[type=submit]").first().click();
                page.waitForSelector("text=" + (receipt.equals(asked) ? "ไม่ตกลง" : "หลังเรื่องยุติแล้ว"));
                assertThat(new AxeBuilder(page).analyze().getViolations())
                        .extracting(violation -> violation.getId() + " " + violation.getNodes())
                        .isEmpty();
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .isEqualTo(width);
                page.screenshot(new Page.ScreenshotOptions()
                        .setFullPage(true)
                        .setPath(Path.of("target/screens/follow-" + (receipt.equals(asked) ? "asked" : "closed") + "-"
                                + width + ".png")));
            }
        }
    }

    private void ask(String receipt) {
        town.run(() -> requests.ask(
                town.officer("clerk"), idOf(receipt), "นัดสอบปากคำ", why -> "ขอทราบตัวตนของท่าน เพราะ" + why));
    }

    /** As far as the reporter's page is concerned. */
    private void close(String receipt) {
        jdbc.sql("update case_file set state = 'CLOSED', closed_on = ? where id = ?")
                .params(time.today(), idOf(receipt).value())
                .update();
    }

    private CaseId idOf(String receipt) {
        return town.in(() -> vault.find(Receipt.parse(receipt).orElseThrow()).orElseThrow());
    }

    private String follow(String receipt) throws Exception {
        return post(path("follow"), Map.of("receipt", receipt)).body();
    }

    private String reported() throws Exception {
        HttpResponse<String> answer = post(
                path("report"),
                new HashMap<>(Map.of(
                        "kind", "CORRUPTION",
                        "subject", "เรียกเงิน",
                        "details", "เรียกเงินห้าพันบาทที่เคาน์เตอร์",
                        "reporter.mode", "ANONYMOUS",
                        "declared", "true")));
        Matcher receipt = RECEIPT.matcher(answer.body());
        assertThat(receipt.find()).isTrue();
        return receipt.group(1);
    }

    private String path(String page) {
        return "/" + town.shortName + "/" + page;
    }
}
