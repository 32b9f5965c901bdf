package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.document.DocumentKind;
import org.sucharit.intake.BoxOpenings;
import org.sucharit.intake.RecordOpening;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.mail.Outbox;
import org.sucharit.mail.OutgoingMail;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.ChannelView;
import org.sucharit.organisation.Channels;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import({Town.class, Browsing.class})
class DeskTests {

    @Autowired
    Town towns;

    @Autowired
    Browsing browser;

    @Autowired
    Channels channels;

    @Autowired
    CaseFiles cases;

    @Autowired
    BoxOpenings openings;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Time time;

    Town.Founded town;
    Officer clerk;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        clerk = town.officer("clerk");
    }

    @Test
    void asksForTheChannelFirstAndShowsOnlyThoseThatAClerkWritesDown() throws Exception {
        String page = body(browser.open(clerk, desk("/entry")));
        for (ChannelView channel : channels()) {
            boolean desk = channel.kind() != ChannelKind.WEB && channel.kind() != ChannelKind.EMAIL;
            assertThat(page.contains("/desk/entry/" + channel.id()))
                    .as(channel.kind().name())
                    .isEqualTo(desk);
        }
        assertThat(status(browser.open(clerk, entry(ChannelKind.WEB)))).isEqualTo(404);

        String box = body(browser.open(clerk, entry(ChannelKind.BOX)));
        assertThat(box)
                .contains("name=\"opening\"", "/desk/box/new")
                .doesNotContain("particulars.POSTMARK", "particulars.CALL_TIME");
    }

    @Test
    void registersAComplaintOfEachChannel() throws Exception {
        town.run(() -> channels.add("ศูนย์ดำรงธรรม", "Damrongdham", "1567", null));
        int registered = 0;
        for (ChannelView channel : channels()) {
            if (channel.kind() == ChannelKind.WEB || channel.kind() == ChannelKind.EMAIL) {
                continue;
            }
            MvcResult saved = browser.send(
                    clerk, entry(channel), complaint(channel.kind(), "เรื่องทาง " + channel.kind()), Map.of());
            assertThat(saved.getResponse().getRedirectedUrl())
                    .as("%s: %s", channel.kind(), body(saved))
                    .isEqualTo(desk("/entry/registered"));
            registered++;

            String page = body(browser.follow(clerk, saved));
            boolean reachable = switch (channel.kind()) {
                case BOX, POST, OTHER -> false;
                default -> true;
            };
            assertThat(page.contains("class=\"receipt\""))
                    .as(channel.kind().name())
                    .isEqualTo(reachable);
            assertThat(page).contains(thai(registered + "/" + (time.today().getYear() + 543)));
        }
        assertThat(registered).isEqualTo(8);
        String desk = body(browser.open(clerk, desk("")));
        assertThat(desk).contains("เรื่องทาง BOX", "เรื่องทาง OTHER", "เรื่องทาง HOTLINE");
        Content.Report called = report(held(clerk).stream()
                .filter(one -> one.channel().equals("TELEPHONE"))
                .findFirst()
                .orElseThrow());
        assertThat(called.particulars()).containsEntry("CALL_TIME", "09:05").containsEntry("READ_BACK", "HUNG_UP");
    }

    @Test
    void keepsEverythingTypedWhereTheDayIsInTheFuture() throws Exception {
        LocalDate tomorrow = time.today().plusDays(1);
        MultiValueMap<String, String> fields = complaint(ChannelKind.HOTLINE, "ชื่อเรื่อง <b>");
        date(fields, "receivedOn", tomorrow);
        fields.set("place", "หน้าตลาด");
        fields.set("accused[0].name", "นายก ข");
        fields.set("accused[1].personId", town.staff.person("finance").toString());
        fields.set("keptOut", town.staff.person("mayor").toString());
        fields.set("reporter.mode", "CONFIDENTIAL");
        fields.set("reporter.phone", "080-000-0000");
        fields.set("protectionAsked", "true");

        MvcResult refused = browser.send(clerk, entry(ChannelKind.HOTLINE), fields, Map.of());

        assertThat(status(refused)).isEqualTo(422);
        String page = body(refused);
        assertThat(page)
                .contains("id=\"receivedOn-error\"", "href=\"#receivedOn\"")
                .contains("value=\"ชื่อเรื่อง &lt;b&gt;\"", "รายละเอียดของเรื่อง</textarea>", "value=\"หน้าตลาด\"")
                .contains("value=\"นายก ข\"", "value=\"080-000-0000\"", "value=\"๙.๐๕\"")
                .contains("value=\"" + tomorrow.getDayOfMonth() + "\"")
                .containsPattern(chosen("CORRUPTION", "checked"))
                .containsPattern(chosen("CONFIDENTIAL", "checked"))
                .containsPattern(chosen(town.staff.person("mayor").toString(), "checked"))
                .containsPattern(chosen(town.staff.person("finance").toString(), "selected"))
                .containsPattern("id=\"protectionAsked\"[^>]*checked");
        assertThat(held(clerk)).isEmpty();
    }

    @Test
    void tellsEverythingThatIsWrongAtOnce() throws Exception {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("receivedOn.day", "31");
        fields.set("receivedOn.month", "2");
        fields.set("receivedOn.year", "2569");
        fields.set("particulars.CALL_TIME", "เช้า");
        fields.set("reporter.mode", "ANONYMOUS");
        fields.set("reporter.name", "นางสาวลืมลบ");
        fields.set("keptOut", "00000000-0000-0000-0000-000000000000");

        String page = body(browser.send(clerk, entry(ChannelKind.TELEPHONE), fields, Map.of()));

        assertThat(page)
                .contains("href=\"#receivedOn\"", "href=\"#kind\"", "href=\"#subject\"", "href=\"#details\"")
                .contains("href=\"#particulars.CALL_TIME\"", "href=\"#particulars.READ_BACK\"")
                .contains("href=\"#reporter.mode\"", "href=\"#keptOut\"");
        assertThat(held(clerk)).isEmpty();
    }

    @Test
    void goesOnToTheNextOfTheSameChannel() throws Exception {
        MultiValueMap<String, String> fields = complaint(ChannelKind.COUNTER, "เรื่องแรก");
        fields.set("then", "next");
        MvcResult saved =
                browser.send(clerk, entry(ChannelKind.COUNTER), fields, Map.of("รูป.jpg", new byte[] {1, 2, 3}));

        assertThat(saved.getResponse().getRedirectedUrl())
                .isEqualTo(entry(ChannelKind.COUNTER) + "?received=" + time.today());
        assertThat(body(browser.follow(clerk, saved)))
                .contains("class=\"receipt\"")
                .contains("name=\"subject\"")
                .doesNotContain("เรื่องแรก");
        CaseSummary registered = held(clerk).getFirst();
        assertThat(town.in(() -> open(clerk, registered.id()).files()))
                .singleElement()
                .satisfies(file -> {
                    assertThat(file.name()).isEqualTo("รูป.jpg");
                    assertThat(file.size()).isEqualTo(3);
                });
    }

    @Test
    void addsARowForAnotherAccusedAndRegistersNothing() throws Exception {
        MultiValueMap<String, String> fields = complaint(ChannelKind.BOX, "เรื่องหลายคน");
        fields.set("accused[0].name", "คนแรก");
        fields.set("then", "row");
        MvcResult again = browser.send(clerk, entry(ChannelKind.BOX), fields, Map.of());

        assertThat(status(again)).isEqualTo(200);
        assertThat(body(again))
                .contains("value=\"คนแรก\"", "name=\"accused[1].name\"")
                .doesNotContain("name=\"accused[2].name\"");
        assertThat(held(clerk)).isEmpty();
    }

    @Test
    void showsTheReceiptOnceAndMakesASlipOfIt() throws Exception {
        MvcResult saved = browser.send(
                clerk, entry(ChannelKind.COUNTER), complaint(ChannelKind.COUNTER, "เรื่องลับเฉพาะ"), Map.of());
        DeskSlip slip = DeskSlip.read(String.valueOf(saved.getFlashMap().get("registered")));
        String receipt = String.valueOf(slip.receipt());
        assertThat(body(browser.follow(clerk, saved))).contains(receipt);

        MultiValueMap<String, String> shown = new LinkedMultiValueMap<>();
        shown.set("receipt", receipt);
        MockHttpServletResponse printed =
                browser.send(clerk, desk("/entry/slip"), shown).getResponse();
        assertThat(printed.getContentType()).isEqualTo("application/pdf");
        assertThat(printed.getHeader("Cache-Control")).contains("no-store");
        assertThat(text(printed.getContentAsByteArray()))
                .contains(thaiDigits(receipt), "/" + town.shortName + "/follow")
                .doesNotContain("เรื่องลับเฉพาะ");
        browser.send(clerk, desk("/entry/slip"), shown);
        List<byte[]> filed = slips(clerk, held(clerk).getFirst().id());
        assertThat(filed).as("copies in the case, however often it is printed").hasSize(1);
        assertThat(text(filed.getFirst())).doesNotContain(thaiDigits(receipt));

        shown.set("receipt", "0000 0000 0000 0000 0000 0000 0097");
        assertThat(status(browser.send(clerk, desk("/entry/slip"), shown))).isEqualTo(404);
        assertThat(browser.open(clerk, desk("/entry/registered")).getResponse().getRedirectedUrl())
                .isEqualTo(desk(""));
    }

    private List<byte[]> slips(Officer clerk, CaseId id) {
        return town.in(() -> {
            OpenCase open = cases.open(clerk, id);
            return open.files().stream()
                    .filter(file -> file.document() == DocumentKind.RECEIPT_SLIP)
                    .map(file -> open.read(file.id()).bytes())
                    .toList();
        });
    }

    /** Without its spaces. */
    private static String text(byte[] file) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(file)) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        }
    }

    private static String thaiDigits(String receipt) {
        return receipt.replaceAll("\\s", "")
                .chars()
                .collect(
                        StringBuilder::new,
                        (written, digit) -> written.appendCodePoint('๐' + digit - '0'),
                        StringBuilder::append)
                .toString();
    }

    @Test
    void pointsOutWhatMayHaveBeenReportedBefore() throws Exception {
        MultiValueMap<String, String> fields = complaint(ChannelKind.BOX, "ถนนหน้าตลาดทรุดเป็นหลุมใหญ่");
        browser.send(clerk, entry(ChannelKind.BOX), fields, Map.of());
        CaseSummary first = held(clerk).getFirst();
        MvcResult again = browser.send(clerk, entry(ChannelKind.BOX), fields, Map.of());
        assertThat(body(browser.follow(clerk, again))).contains("/desk/cases/" + first.id());
    }

    /** The mayor's own hotline: the clerk keeps the mayor out, and for the mayor there is no such case. */
    @Test
    void showsNothingToWhomTheClerkKeepsOut() throws Exception {
        MultiValueMap<String, String> fields = complaint(ChannelKind.HOTLINE, "เรื่องของนายก");
        fields.set("keptOut", town.staff.person("mayor").toString());
        browser.send(clerk, entry(ChannelKind.HOTLINE), fields, Map.of());
        CaseSummary registered = held(clerk).getFirst();
        String number = registered.number().toString();
        Officer mayor = town.officer("mayor");

        assertThat(body(browser.open(clerk, desk("/cases?number=" + number)))).contains("เรื่องของนายก");
        assertThat(body(browser.open(mayor, desk(""))))
                .doesNotContain("เรื่องของนายก", registered.id().toString());
        assertThat(body(browser.open(mayor, desk("/cases?closed=true")))).doesNotContain("เรื่องของนายก");
        assertThat(body(browser.open(mayor, desk("/cases?state=" + registered.state()))))
                .doesNotContain("เรื่องของนายก");
        String never = "99" + number;
        assertThat(untokened(browser.open(mayor, desk("/cases?number=" + number))))
                .isEqualTo(untokened(browser.open(mayor, desk("/cases?number=" + never)))
                        .replace(never, number));
        assertThat(status(browser.open(mayor, desk("/cases/" + registered.id()))))
                .isEqualTo(404);
        assertThatThrownBy(() -> open(mayor, registered.id())).isInstanceOf(Problem.class);
    }

    @Test
    void findsACaseByItsNumberHoweverItIsWritten() throws Exception {
        browser.send(clerk, entry(ChannelKind.BOX), complaint(ChannelKind.BOX, "เรื่องที่หา"), Map.of());
        int year = time.today().getYear() + 543;
        for (String typed : List.of("1/" + year, thai("1/" + year), "1", "1/" + year % 100, " 1 / " + (year - 543))) {
            assertThat(body(browser.open(
                            clerk,
                            desk("/cases?number=")
                                    + URLEncoder.encode(typed, StandardCharsets.UTF_8)
                                            .replace("+", "%20"))))
                    .as(typed)
                    .contains("เรื่องที่หา");
        }
        assertThat(body(browser.open(clerk, desk("/cases?number=1/2560")))).doesNotContain("เรื่องที่หา");
        assertThat(status(browser.open(clerk, desk("/cases?number=abc")))).isEqualTo(422);
        assertThat(body(browser.open(clerk, desk("/cases?state=SCREENING")))).contains("เรื่องที่หา");
        assertThat(body(browser.open(clerk, desk("/cases?state=WITH_MAYOR")))).doesNotContain("เรื่องที่หา");
    }

    @Test
    void leavesTheEntryToIntakeClerks() throws Exception {
        for (String name : List.of("mayor", "chief", "personnel", "admin", "legal")) {
            Officer other = town.officer(name);
            assertThat(body(browser.open(other, desk("")))).as(name).doesNotContain("/desk/entry");
            assertThat(status(browser.open(other, desk("/entry")))).as(name).isEqualTo(403);
            assertThat(status(browser.open(other, entry(ChannelKind.BOX))))
                    .as(name)
                    .isEqualTo(403);
            assertThat(status(browser.send(other, entry(ChannelKind.BOX), complaint(ChannelKind.BOX, "x"), Map.of())))
                    .as(name)
                    .isEqualTo(403);
            assertThat(status(browser.open(other, desk("/mail")))).as(name).isEqualTo(name.equals("admin") ? 200 : 403);
        }
        assertThat(held(clerk)).isEmpty();
    }

    @Test
    void existsForOfficersOfThisOrganisationOnly() throws Exception {
        Officer stranger = towns.found().officer("clerk");
        assertThat(status(browser.open(stranger, desk("")))).isEqualTo(404);
        assertThat(status(browser.open(stranger, desk("/entry")))).isEqualTo(404);
    }

    @Test
    void showsTheStateOfTheMailWithoutItsContentAndTriesAgain() throws Exception {
        var id = town.in(() -> transaction.execute(status ->
                outbox.enqueue(new OutgoingMail(town.id, "somchai@example.org", "หัวเรื่องลับ", "เนื้อความลับ"))));
        String page = body(browser.open(clerk, desk("/mail")));
        assertThat(page).contains("s…@example.org").doesNotContain("somchai", "หัวเรื่องลับ", "เนื้อความลับ");

        String retry = desk("/mail/" + Objects.requireNonNull(id).value() + "/retry");
        MvcResult retried = browser.send(clerk, retry, new LinkedMultiValueMap<>());
        assertThat(retried.getResponse().getRedirectedUrl()).isEqualTo(desk("/mail"));
        String giveUp = retry.replace("/retry", "/give-up");
        assertThat(status(browser.send(town.officer("mayor"), giveUp, new LinkedMultiValueMap<>())))
                .isEqualTo(403);
        browser.send(town.officer("admin"), giveUp, new LinkedMultiValueMap<>());
        assertThat(body(browser.open(clerk, desk("/mail")))).doesNotContain("s…@example.org");
        Town.Founded other = towns.found();
        String elsewhere = retry.replace(town.shortName, other.shortName);
        assertThat(status(browser.send(other.officer("clerk"), elsewhere, new LinkedMultiValueMap<>())))
                .isEqualTo(404);
    }

    @Test
    void anOfficerChoosesOneMailADay() throws Exception {
        assertThat(body(browser.open(clerk, desk("/notices")))).contains("วันละครั้ง");
        MultiValueMap<String, String> daily = new LinkedMultiValueMap<>();
        daily.set("how", "DAILY");
        assertThat(browser.send(clerk, desk("/notices"), daily).getResponse().getRedirectedUrl())
                .isEqualTo(desk("/notices"));
        assertThat(body(browser.open(clerk, desk("/notices")))).containsPattern("value=\"DAILY\"[^>]*checked");
    }

    private MultiValueMap<String, String> complaint(ChannelKind channel, String subject) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        date(fields, "receivedOn", time.today());
        fields.set("kind", "CORRUPTION");
        fields.set("subject", subject);
        fields.set("details", "รายละเอียดของเรื่อง");
        fields.set("reporter.mode", Reporter.Mode.ANONYMOUS.name());
        switch (channel) {
            case BOX -> {
                RecordOpening command = new RecordOpening(
                        time.today(), "หน้าที่ทำการ", town.staff.person("clerk"), town.staff.person("legal"), 1);
                fields.set(
                        "opening",
                        town.in(() -> openings.record(clerk, command)).id().toString());
            }
            case POST -> fields.set("particulars.POSTMARK", "ยะลา");
            case TELEPHONE, HOTLINE, DIRECT_LINE -> {
                fields.set("particulars.CALL_TIME", "๙.๐๕");
                fields.set("particulars.READ_BACK", "HUNG_UP");
            }
            case COUNTER -> fields.set("particulars.SIGNED_RECORD", "true");
            case FACEBOOK -> fields.set("particulars.LINK", "https://example.org/1");
            case OTHER -> fields.set("particulars.SOURCE", "ศูนย์ดำรงธรรม");
            case WEB, EMAIL -> throw new IllegalArgumentException(channel.name());
        }
        return fields;
    }

    private static void date(MultiValueMap<String, String> fields, String name, LocalDate day) {
        fields.set(name + ".day", String.valueOf(day.getDayOfMonth()));
        fields.set(name + ".month", String.valueOf(day.getMonthValue()));
        fields.set(name + ".year", String.valueOf(day.getYear() + 543));
    }

    /** A page without what differs at every loading. */
    private static String untokened(MvcResult page) throws Exception {
        return body(page).replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private static String chosen(String value, String how) {
        return "value=\"" + value + "\"[^>]*" + how;
    }

    private static String thai(String digits) {
        return digits.chars()
                .map(c -> Character.isDigit(c) ? c - '0' + '๐' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private List<ChannelView> channels() {
        return town.in(channels::all);
    }

    private List<CaseSummary> held(Officer officer) {
        return town.in(() -> cases.heldBy(officer, false, Pageable.ofSize(50)).getContent());
    }

    private OpenCase open(Officer officer, CaseId id) {
        return town.in(() -> cases.open(officer, id));
    }

    private Content.Report report(CaseSummary one) {
        return town.in(
                () -> transaction.execute(status -> cases.open(clerk, one.id()).report()));
    }

    private String entry(ChannelView channel) {
        return desk("/entry/" + channel.id());
    }

    private String entry(ChannelKind kind) {
        return entry(channels().stream()
                .filter(channel -> channel.kind() == kind)
                .findFirst()
                .orElseThrow());
    }

    private String desk(String below) {
        return "/" + town.shortName + "/desk" + below;
    }
}
