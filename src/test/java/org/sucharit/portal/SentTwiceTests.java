package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.register.Checkpoints;

/** The attack: a reporter who presses a button twice, loads an answer anew, or writes in two windows at once. */
class SentTwiceTests extends PortalTest {

    private static final Pattern RECEIPT = Pattern.compile("class=\"receipt\">([0-9 ]+)<");
    private static final Pattern FORM_ID = Pattern.compile("name=\"formId\" value=\"([^\"]+)\"");
    private static final int PRESSES = 6;

    @Autowired
    private Checkpoints checkpoints;

    private String receipt = "";

    @BeforeEach
    void report() throws Exception {
        HttpResponse<String> answer = post(
                "/" + town.shortName + "/report",
                Map.of(
                        "kind", "GRIEVANCE",
                        "subject", "Lamp",
                        "details", "It is dark.",
                        "reporter.mode", "ANONYMOUS",
                        "declared", "true"));
        receipt = found(RECEIPT, answer);
    }

    @ParameterizedTest
    @CsvSource({"'', messages", "reprisal, reprisal/report", "withdrawal, withdrawal/confirm"})
    void areTakenAtTheirWordOnce(String page, String form) throws Exception {
        String id = found(FORM_ID, follow(page, Map.of()));
        Map<String, String> sent = Map.of("formId", id, "text", "It happened once.");
        for (HttpResponse<String> answer : atOnce(n -> follow(form, sent))) {
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("role=\"status\"");
        }
        HttpResponse<String> again = follow(form, sent);
        assertThat(again.statusCode()).isEqualTo(200);
        assertThat(again.body().split("It happened once\\.", -1)).hasSize(2);

        // Other words are another message, also from the same page.
        assertThat(follow("messages", Map.of("formId", id, "text", "And again."))
                        .body())
                .contains("It happened once.", "And again.");
    }

    @Test
    void areHeardThoughSomethingElseIsSavedAtThatMoment() throws Exception {
        List<HttpResponse<String>> answers =
                atOnce(n -> follow("reprisal/report", Map.of("text", "Threat no. " + n + ".")));
        assertThat(answers).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(200));
        String page = follow("", Map.of()).body();
        for (int n = 0; n < PRESSES; n++) {
            assertThat(page).contains("Threat no. " + n + ".");
        }
    }

    /** The attack: whoever keeps a list of addresses, or looks through a browser, learns who reported which case. */
    @Test
    void nameTheirCaseInNoAddress() throws Exception {
        HttpResponse<String> early = follow("proof", Map.of());
        assertThat(early.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
        checkpoints.make(town.id);
        HttpResponse<String> page = follow("", Map.of());
        String leaf = found(Pattern.compile("class=\"hash\">([0-9a-f]{64})<"), page);
        assertThat(page.body()).contains("/follow/proof").doesNotContain("=" + leaf);
        assertThat(page.body().replaceAll("value=\"\\d{28}\"", "")).doesNotContain(receipt.replace(" ", ""));

        HttpResponse<String> proof = follow("proof", Map.of());
        assertThat(proof.headers().firstValue("Content-Disposition").orElseThrow())
                .contains("proof.tlog-proof");
        assertThat(proof.headers().firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(proof.body())
                .isEqualTo(send(request("/api/" + town.shortName + "/register/proof?leaf=" + leaf))
                        .body());

        HttpResponse<String> checked = post("/" + town.shortName + "/register", Map.of("leaf", leaf));
        assertThat(checked.body()).contains("name=\"file\"").doesNotContain("=" + leaf);
        assertThat(post("/" + town.shortName + "/register", Map.of("leaf", leaf, "file", "yes"))
                        .body())
                .isEqualTo(proof.body());
    }

    private interface Press {
        HttpResponse<String> of(int n) throws Exception;
    }

    private static List<HttpResponse<String>> atOnce(Press press) throws Exception {
        try (ExecutorService reporters = Executors.newFixedThreadPool(PRESSES)) {
            List<Future<HttpResponse<String>>> sent = reporters.invokeAll(IntStream.range(0, PRESSES)
                    .<Callable<HttpResponse<String>>>mapToObj(n -> () -> press.of(n))
                    .toList());
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : sent) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private HttpResponse<String> follow(String what, Map<String, String> fields)
            throws IOException, InterruptedException {
        Map<String, String> form = new HashMap<>(fields);
        form.put("receipt", receipt);
        return post("/" + town.shortName + "/follow" + (what.isEmpty() ? "" : "/" + what), form);
    }

    private static String found(Pattern pattern, HttpResponse<String> answer) {
        Matcher matcher = pattern.matcher(answer.body());
        assertThat(matcher.find()).as(answer.body()).isTrue();
        return matcher.group(1);
    }
}
