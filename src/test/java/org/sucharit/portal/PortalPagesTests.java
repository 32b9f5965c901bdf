package org.sucharit.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.intake.Correspondence;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Channels;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.testing.Town;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;

class PortalPagesTests extends PortalTest {

    private static final Pattern RECEIPT = Pattern.compile("class=\"receipt\">([0-9 ]+)<");
    private static final Pattern FORM_ID = Pattern.compile("name=\"formId\" value=\"([^\"]+)\"");

    @Autowired
    private CaseFiles files;

    @Autowired
    private Correspondence correspondence;

    @Autowired
    private Vault vault;

    @Autowired
    private People people;

    @Autowired
    private Channels channels;

    @Autowired
    private Time time;

    // The way in

    @Test
    void leadToEachOrganisation() throws Exception {
        Town.Founded other = towns.found();
        HttpResponse<String> list = page("/");
        assertThat(list.statusCode()).isEqualTo(200);
        assertThat(list.body()).contains("href=\"/" + town.shortName + "\"", "href=\"/" + other.shortName + "\"");
    }

    @Test
    void showTheDoorsTheWaysAndThePromise() throws Exception {
        HttpResponse<String> home = page("/" + town.shortName);
        assertThat(home.statusCode()).isEqualTo(200);
        assertThat(home.body())
                .contains("door=CORRUPTION", "door=GENERAL", "/" + town.shortName + "/follow")
                .contains("ตู้รับข้อร้องเรียน", "สายตรงนายก", "๖๐ วัน")
                .doesNotContain("??");
        assertThat(page("/" + town.shortName + "?lang=en").body())
                .contains("within 60 days")
                .doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/nowhere/report", "/nowhere/follow"})
    void knowOnlyOrganisationsThatAreThere(String path) throws Exception {
        assertThat(page(path).statusCode()).isEqualTo(404);
    }

    @Test
    void leaveTheAddressesOfFilesAlone() throws Exception {
        assertThat(page("/icon.svg").headers().firstValue("Content-Type")).hasValue("image/svg+xml");
    }

    @Test
    void setNoCookie() throws Exception {
        String receipt = receiptOf(post(path("report"), filled()));
        for (HttpResponse<String> answer : List.of(
                page("/" + town.shortName),
                page(path("report")),
                page(path("follow")),
                post(path("report"), filled()),
                post(path("report"), Map.of()),
                post(path("follow"), Map.of("receipt", receipt)),
                post(path("follow/reprisal"), Map.of("receipt", receipt)),
                post(path("follow/withdrawal"), Map.of("receipt", receipt)))) {
            assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        }
    }

    @Test
    void speakEnglishFromPageToPageWithoutACookie() throws Exception {
        HttpResponse<String> home = page("/" + town.shortName + "?lang=en");
        assertThat(home.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(home.body())
                .contains(path("report?door=CORRUPTION&amp;lang=en"), path("follow?lang=en"))
                .contains("<strong>Test Subdistrict</strong>");
        HttpResponse<String> form = page(path("report?lang=en"));
        assertThat(form.body()).contains("action=\"" + path("report?lang=en") + "\"");
        HttpResponse<String> receipt = post(path("report?lang=en"), filled());
        assertThat(receipt.body()).contains("We have your report", "action=\"" + path("follow?lang=en") + "\"");
        assertThat(receipt.headers().allValues("Set-Cookie")).isEmpty();
    }

    /** The blank form may stay in a browser's memory, to come back to; nothing that was sent or answered may. */
    @Test
    void leaveNothingOfAReportInTheBrowser() throws Exception {
        assertThat(page(path("report")).headers().firstValue("Cache-Control")).hasValue("private, no-cache");
        HttpResponse<String> receipt = post(path("report"), filled());
        assertThat(receipt.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
        for (HttpResponse<String> answer : List.of(
                receipt,
                post(path("report"), Map.of()),
                page(path("follow")),
                post(path("follow"), Map.of("receipt", receiptOf(receipt))))) {
            assertThat(answer.headers().firstValue("Cache-Control").orElseThrow())
                    .contains("no-store");
        }
    }

    @Test
    void leadAwayAtOnce() throws Exception {
        HttpResponse<String> away = page(path("leave"));
        assertThat(away.statusCode()).isEqualTo(303);
        assertThat(away.headers().firstValue("Location").orElseThrow()).startsWith("https://");
        assertThat(away.headers().firstValue("Clear-Site-Data")).hasValue("\"cache\"");
        assertThat(away.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        for (String page : List.of("/" + town.shortName, path("report"), path("follow"))) {
            assertThat(page(page).body()).contains("href=\"" + path("leave") + "\"");
        }
    }

    /** The attack: somebody who sees lengths on the wire and can make the page echo guesses learns the receipt. */
    @Test
    void areCompressedOnlyWhileTheyHoldNothing() throws Exception {
        assertThat(encoding(request("/" + town.shortName))).hasValue("gzip");
        assertThat(encoding(request(path("report?door=GENERAL")))).hasValue("gzip");
        assertThat(encoding(request("/css/sucharit.css"))).hasValue("gzip");
        String receipt = receiptOf(post(path("report"), filled()));
        assertThat(encoding(request(path("follow"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(java.net.http.HttpRequest.BodyPublishers.ofString(
                                "receipt=" + receipt.replace(" ", "")))))
                .isEmpty();
        assertThat(encoding(request(path("transparency")))).isEmpty();
    }

    private static java.util.Optional<String> encoding(java.net.http.HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = send(request.header("Accept", "text/html").header("Accept-Encoding", "gzip"));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.headers().firstValue("Content-Encoding");
    }

    @Test
    void sayWhereElseToGoWhereTheWebsiteTakesNoReports() throws Exception {
        Town.Founded closed = towns.found();
        closed.run(() -> channels.enabled().stream()
                .filter(channel -> channel.kind() == ChannelKind.WEB)
                .forEach(channel -> channels.switchOff(channel.id(), null)));
        assertThat(page("/" + closed.shortName + "/report").body())
                .contains("ตู้รับข้อร้องเรียน")
                .doesNotContain("<form method=\"post\"");
        assertThat(post("/" + closed.shortName + "/report", filled()).statusCode())
                .isEqualTo(422);
    }

    // Reporting

    @Test
    void answerATextThatIsFarTooLongWithTheForm() throws Exception {
        Map<String, String> form = new HashMap<>(filled());
        form.put("details", "ก".repeat(900_000));
        for (HttpResponse<String> answer :
                List.of(post(path("report"), form), postFile(path("report"), form, "a.png", new byte[] {1}))) {
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("id=\"details-error\"");
        }
    }

    @ParameterizedTest
    @CsvSource({"CORRUPTION, CORRUPTION, GRIEVANCE", "GENERAL, GRIEVANCE, CORRUPTION"})
    void showTheKindsBehindTheDoorTaken(Door door, String there, String elsewhere) throws Exception {
        assertThat(page(path("report?door=" + door)).body())
                .contains("value=\"" + there + "\"")
                .doesNotContain("value=\"" + elsewhere + "\"");
        assertThat(page(path("report")).body()).contains("value=\"" + there + "\"", "value=\"" + elsewhere + "\"");
    }

    @Test
    void giveTheReceiptInDigitsAndWords() throws Exception {
        HttpResponse<String> answer = post(path("report"), filled());
        assertThat(answer.statusCode()).isEqualTo(200);
        String receipt = receiptOf(answer);
        assertThat(receipt).matches("(\\d{4} ){6}\\d{4}");
        assertThat(Receipt.parse(receipt)).isPresent();
        String[] names = "ศูนย์ หนึ่ง สอง สาม สี่ ห้า หก เจ็ด แปด เก้า".split(" ");
        String first = receipt.substring(0, 4)
                .chars()
                .mapToObj(digit -> names[digit - '0'])
                .collect(java.util.stream.Collectors.joining(" "));
        assertThat(answer.body()).contains(first, "ลับ ").doesNotContain("??");
    }

    @Test
    void fileWhatWasWritten() throws Exception {
        Holder works = town.in(
                () -> people.serving(PostKind.DIVISION_HEAD, time.today()).getFirst());
        Map<String, String> form = filled();
        form.put("officers", works.appointment().toString());
        form.put("accused[3].name", "นายคนนอก ไม่มีในรายชื่อ");
        form.put("occurredOn.day", "๕");
        form.put("occurredOn.month", "1");
        form.put("occurredOn.year", "๒๕๖๙");
        form.put("protectionAsked", "true");
        byte[] picture = new byte[1_500_000];
        OpenCase open = open(receiptOf(postFile(path("report"), form, "ภาพ.png", picture)));

        Content.Report report = town.in(open::report);
        assertThat(report.subject()).isEqualTo("เรียกเงิน <b>ค่าอนุญาต</b>");
        assertThat(report.occurredOn()).isEqualTo(java.time.LocalDate.of(2026, 1, 5));
        assertThat(open.file().protectionAsked()).isTrue();
        List<Filed<Content.Accused>> accused = town.in(() -> open.all(Content.Accused.class));
        assertThat(accused)
                .extracting(one -> one.content().personId())
                .containsExactlyInAnyOrder(works.person().id(), null);
        assertThat(town.in(open::keptOut)).contains(works.person().id());
        assertThat(town.in(open::files)).hasSize(1);
    }

    @Test
    void dropWhatAnAnonymousReporterWroteOfThemselves() throws Exception {
        Map<String, String> form = filled();
        form.put("reporter.name", "นางสาวลืมลบ ชื่อตนเอง");
        OpenCase open = open(receiptOf(post(path("report"), form)));
        assertThat(town.in(open::tellsReporter)).isFalse();
    }

    @Test
    void keepEverythingTypedAndSayWhatIsWrongBesideIt() throws Exception {
        long before = cases();
        Map<String, String> form = filled();
        form.put("details", " ");
        form.put("occurredOn.day", "31");
        form.put("occurredOn.month", "2");
        form.put("occurredOn.year", "2569");
        form.put("accused[1].name", "นายแถวสอง");
        form.put("accused[1].position", "ก".repeat(301));
        form.put("reporter.mode", "NAMED");
        form.remove("declared");
        HttpResponse<String> answer = postFile(path("report"), form, "a.png", new byte[10]);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("value=\"เรียกเงิน &lt;b&gt;ค่าอนุญาต&lt;/b&gt;\"", "value=\"31\"", "value=\"นายแถวสอง\"")
                .contains("id=\"details-error\"", "id=\"occurredOn-error\"", "id=\"accused[0].position-error\"")
                .contains("id=\"reporter.name-error\"", "id=\"declared-error\"")
                .contains("เลือกไฟล์ใหม่อีกครั้ง")
                .doesNotContain("??");
        assertThat(links(answer))
                .containsExactly("details", "occurredOn", "accused[0].position", "reporter.name", "declared");
        assertThat(cases()).isEqualTo(before);
        assertThat(post(path("report") + "?lang=en", form).body())
                .contains("Tick the declaration")
                .doesNotContain("??");
    }

    @Test
    void sayOfAnEmptyFormAllThatItNeeds() throws Exception {
        HttpResponse<String> answer = post(path("report"), Map.of());
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(links(answer)).containsExactly("kind", "subject", "details", "reporter.mode", "declared");
        List<String> said = Pattern.compile("<li><a href=\"#[^\"]+\">([^<]+)<")
                .matcher(answer.body())
                .results()
                .map(link -> link.group(1))
                .toList();
        assertThat(said).hasSize(5).doesNotHaveDuplicates().doesNotContain("กรอกช่องนี้");
        assertThat(answer.body()).contains("autofocus");
    }

    @Test
    void refuseADayToCome() throws Exception {
        Map<String, String> form = filled();
        form.put("occurredOn.day", "1");
        form.put("occurredOn.month", "1");
        form.put("occurredOn.year", "2669");
        assertThat(links(post(path("report"), form))).containsExactly("occurredOn");
    }

    @Test
    void refuseAFileOverTheLimitAndKeepTheRest() throws Exception {
        HttpResponse<String> answer = postFile(path("report"), filled(), "big.png", new byte[25 * 1024 * 1024 + 1]);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(links(answer)).containsExactly("files");
        assertThat(answer.body()).contains("ค่าอนุญาต");
    }

    @ParameterizedTest
    @CsvSource({"kind, THEFT", "reporter.mode, SHY", "accused[300].name, x", "accused[x].name, x"})
    void refuseWhatNoBrowserSends(String field, String value) throws Exception {
        long before = cases();
        Map<String, String> form = filled();
        form.put(field, value);
        assertThat(post(path("report"), form).statusCode()).isBetween(400, 422);
        assertThat(cases()).isEqualTo(before);
    }

    @Test
    void refuseAnOfficerWhoIsOnNoListAndKeepTheOthersChosen() throws Exception {
        Map<String, String> form = filled();
        form.put("officers", "00000000-0000-0000-0000-000000000000");
        assertThat(links(post(path("report"), form))).containsExactly("officers");
        String chosen = town.in(() -> people.officers(time.today()).getFirst().appointment())
                .toString();
        form.put("officers", chosen);
        form.remove("declared");
        assertThat(post(path("report"), form).body())
                .containsPattern("id=\"" + chosen + "\" value=\"" + chosen + "\"[^>]*checked");
    }

    @Test
    void makeOneCaseOfAFormSentTwice() throws Exception {
        Matcher id = FORM_ID.matcher(page(path("report")).body());
        assertThat(id.find()).isTrue();
        Map<String, String> form = filled();
        form.put("formId", id.group(1));
        long before = cases();
        String first = receiptOf(postFile(path("report"), form, "a.png", new byte[10]));
        assertThat(receiptOf(postFile(path("report"), form, "a.png", new byte[10])))
                .isEqualTo(first);
        assertThat(cases()).isEqualTo(before + 1);

        form.put("subject", "เรื่องอื่น");
        HttpResponse<String> changed = post(path("report"), form);
        assertThat(changed.statusCode()).isEqualTo(422);
        Matcher fresh = FORM_ID.matcher(changed.body());
        assertThat(fresh.find()).isTrue();
        form.put("formId", fresh.group(1));
        assertThat(receiptOf(post(path("report"), form))).isNotEqualTo(first);
        assertThat(cases()).isEqualTo(before + 2);
    }

    // Following

    @Test
    void showTheCaseToWhoeverHasTheReceiptWithThaiDigitsToo() throws Exception {
        String receipt = receiptOf(post(path("report"), filled()));
        String thai = receipt.chars()
                .map(c -> c == ' ' ? '-' : c - '0' + '๐')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        HttpResponse<String> answer = post(path("follow"), Map.of("receipt", thai));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("กำลังคัดกรอง", "ทุจริต", "ลับ ").doesNotContain("??");
    }

    @Test
    void printASlipWithoutLeavingAnythingInTheBrowser() throws Exception {
        String receipt = receiptOf(post(path("report"), filled()));
        HttpResponse<String> slip = post(path("follow/slip"), Map.of("receipt", receipt));
        assertThat(slip.statusCode()).isEqualTo(200);
        assertThat(slip.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(slip.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(slip.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(slip.body()).startsWith("%PDF");
        String nobodys = "0000 0000 0000 0000 0000 0000 0001";
        assertThat(post(path("follow/slip"), Map.of("receipt", nobodys)).statusCode())
                .isEqualTo(404);
    }

    @Test
    void sayThatTheDigitsAreWrong() throws Exception {
        String receipt = receiptOf(post(path("report"), filled()));
        String wrong = (receipt.charAt(0) == '9' ? '8' : '9') + receipt.substring(1);
        HttpResponse<String> answer = post(path("follow"), Map.of("receipt", wrong));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("ตรวจเลขทีละกลุ่มอีกครั้ง", "value=\"" + wrong + "\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "follow",
                "follow/messages",
                "follow/reprisal",
                "follow/reprisal/report",
                "follow/withdrawal",
                "follow/withdrawal/confirm"
            })
    void findNothingForAReceiptThatWasNeverGiven(String step) throws Exception {
        HttpResponse<String> answer = post(path(step), Map.of("receipt", ReportApiTests.neverGiven(), "text", "x"));
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("ไม่พบเรื่องของใบรับเรื่องนี้", "name=\"receipt\"");
    }

    @Test
    void carryMessagesBothWaysAndFilesOfTheReporter() throws Exception {
        String receipt = receiptOf(post(path("report"), filled()));
        town.run(() -> correspondence.write(town.officer("clerk"), idOf(receipt), "ขอชื่อพยาน"));
        assertThat(post(path("follow"), Map.of("receipt", receipt)).body()).contains("ขอชื่อพยาน");

        HttpResponse<String> answer = postFile(
                path("follow/messages"),
                Map.of("receipt", receipt, "text", "พยานชื่อ <i>สมมุติ</i>"),
                "a.png",
                "x".getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("พร้อมไฟล์ ๑ ไฟล์", "พยานชื่อ &lt;i&gt;สมมุติ&lt;/i&gt;");
        HttpResponse<String> evidence = postFile(
                path("follow/messages"), Map.of("receipt", receipt), "b.png", "y".getBytes(StandardCharsets.UTF_8));
        assertThat(evidence.body()).contains("พร้อมไฟล์ ๑ ไฟล์", "แนบไฟล์เพิ่มเติม 1 ไฟล์");
        OpenCase open = open(receipt);
        assertThat(town.in(open::files)).hasSize(2);
    }

    @Test
    void keepAReplyThatCannotBeSent() throws Exception {
        String receipt = receiptOf(post(path("report"), filled()));
        String long_ = "ก".repeat(4_001);
        HttpResponse<String> answer = post(path("follow/messages"), Map.of("receipt", receipt, "text", long_));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"text-error\"", long_, "กำลังคัดกรอง");
        assertThat(post(path("follow/messages"), Map.of("receipt", receipt)).statusCode())
                .isEqualTo(422);
    }

    @Test
    void takeAReportOfReprisal() throws Exception {
        String receipt = receiptOf(post(path("report"), filled()));
        assertThat(post(path("follow/reprisal"), Map.of("receipt", receipt)).statusCode())
                .isEqualTo(200);
        assertThat(post(path("follow/reprisal/report"), Map.of("receipt", receipt))
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> answer =
                post(path("follow/reprisal/report"), Map.of("receipt", receipt, "text", "ถูกย้ายงาน"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(open(receipt).file().reprisalReported()).isTrue();
    }

    @Test
    void withdrawOnlyAfterConfirmation() throws Exception {
        String receipt = receiptOf(post(path("report"), filled()));
        HttpResponse<String> question = post(path("follow/withdrawal"), Map.of("receipt", receipt));
        assertThat(question.body()).contains("ยืนยันขอถอนเรื่อง");
        assertThat(asked(receipt)).isZero();

        HttpResponse<String> answer =
                post(path("follow/withdrawal/confirm"), Map.of("receipt", receipt, "text", "ตกลงกันได้แล้ว"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("รับคำขอถอนเรื่องแล้ว");
        assertThat(asked(receipt)).isEqualTo(1);
    }

    private long asked(String receipt) {
        return jdbc.sql("select count(*) from register_entry where case_id = ? and act = 'WITHDRAWAL_ASKED'")
                .param(idOf(receipt).value())
                .query(Long.class)
                .single();
    }

    private OpenCase open(String receipt) {
        return town.in(() -> files.open(town.officer("clerk"), idOf(receipt)));
    }

    private CaseId idOf(String receipt) {
        return town.in(() -> vault.find(Receipt.parse(receipt).orElseThrow()).orElseThrow());
    }

    private String path(String page) {
        return "/" + town.shortName + "/" + page;
    }

    private static Map<String, String> filled() {
        return new HashMap<>(Map.of(
                "kind", "CORRUPTION",
                "subject", "เรียกเงิน <b>ค่าอนุญาต</b>",
                "details", "เรียกเงินห้าพันบาทที่เคาน์เตอร์",
                "reporter.mode", "ANONYMOUS",
                "declared", "true"));
    }

    private static String receiptOf(HttpResponse<String> answer) {
        Matcher receipt = RECEIPT.matcher(answer.body());
        assertThat(receipt.find()).as(answer.body()).isTrue();
        return receipt.group(1);
    }

    private static List<String> links(HttpResponse<String> answer) {
        return Pattern.compile("<li><a href=\"#([^\"]+)\"")
                .matcher(answer.body())
                .results()
                .map(link -> link.group(1))
                .toList();
    }
}
