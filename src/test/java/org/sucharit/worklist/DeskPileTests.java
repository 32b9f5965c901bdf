package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Channels;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;

/** Keyboard, telephone and pile: what the clerk does all day. */
@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import({Town.class, Browsing.class})
class DeskPileTests {

    @Autowired
    Town towns;

    @Autowired
    Browsing browser;

    @Autowired
    CaseFiles cases;

    @Autowired
    Channels channels;

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
    void registersAPileOnceHoweverOftenItIsSent() throws Exception {
        MultiValueMap<String, String> pile = pile();
        letter(pile, 0, "ฉบับหนึ่ง", "นางสาวผู้แจ้ง");
        letter(pile, 2, "ฉบับสาม", null);
        pile.set("letter[2].personId", town.staff.person("works").toString());
        MvcResult saved = send(pile, Map.of());
        assertThat(status(saved)).as(body(saved)).isEqualTo(302);
        assertThat(held(clerk)).extracting(CaseSummary::subject).containsExactlyInAnyOrder("ฉบับหนึ่ง", "ฉบับสาม");
        assertThat(held(clerk))
                .extracting(CaseSummary::receivedOn)
                .containsOnly(time.today().minusDays(1));
        assertThat(open("ฉบับหนึ่ง").file().reporterMode()).isEqualTo(Reporter.Mode.CONFIDENTIAL);
        assertThat(open("ฉบับสาม").file().reporterMode()).isEqualTo(Reporter.Mode.ANONYMOUS);
        Set<PersonId> keptOut = Objects.requireNonNull(
                town.in(() -> transaction.execute(status -> open("ฉบับสาม").keptOut())));
        assertThat(keptOut).contains(town.staff.person("works"));

        MvcResult again = send(pile, Map.of());
        assertThat(status(again)).isEqualTo(409);
        assertThat(body(again)).contains("ลงรับไปแล้ว", "ฉบับสาม");
        assertThat(held(clerk)).hasSize(2);
    }

    @Test
    void registersNothingOfAPileWithAMistakeAndKeepsAllOfIt() throws Exception {
        MultiValueMap<String, String> pile = pile();
        letter(pile, 0, "ฉบับดี", null);
        letter(pile, 1, "", null);
        pile.set("letter[1].details", "มีแต่เนื้อความ");
        MvcResult refused = send(pile, Map.of());
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused))
                .contains("href=\"#letter[1].subject\"", "ฉบับดี", "มีแต่เนื้อความ")
                .contains("ฉบับที่ ๒: กรอกชื่อเรื่อง")
                .doesNotContain("เบราว์เซอร์ไม่เก็บไฟล์");
        assertThat(held(clerk)).isEmpty();

        MvcResult empty = send(pile(), Map.of());
        assertThat(status(empty)).isEqualTo(422);
    }

    @Test
    void addsRowsAndKeepsWhatIsTyped() throws Exception {
        MultiValueMap<String, String> pile = pile();
        letter(pile, 4, "ฉบับห้า", null);
        pile.set("then", "row");
        String page = body(send(pile, Map.of()));
        assertThat(page).contains("ฉบับห้า", "letter[7].subject").doesNotContain("letter[8].subject");
        assertThat(held(clerk)).isEmpty();
    }

    @Test
    void makesACaseOfEachScanOnce() throws Exception {
        MultiValueMap<String, String> form = pile();
        form.set("once", UUID.randomUUID().toString());
        Map<String, byte[]> scans = new LinkedHashMap<>();
        scans.put("หนึ่ง.pdf", new byte[] {1});
        scans.put("สอง.tiff", new byte[] {2, 2});
        MvcResult saved = sendScans(form, scans);
        assertThat(status(saved)).as(body(saved)).isEqualTo(302);
        assertThat(held(clerk)).hasSize(2);
        assertThat(held(clerk).stream()
                        .flatMap(one ->
                                town
                                        .in(() -> transaction.execute(status ->
                                                cases.open(clerk, one.id()).files()))
                                        .stream())
                        .map(file -> file.name()))
                .containsExactlyInAnyOrder("หนึ่ง.pdf", "สอง.tiff");
        assertThat(status(sendScans(form, scans))).isEqualTo(409);
        assertThat(held(clerk)).hasSize(2);
        assertThat(status(sendScans(form, Map.of()))).isEqualTo(422);
    }

    /** Each series counts for itself: a number without its series names another case. */
    @Test
    void tellsTheSeriesOfEachNumber() throws Exception {
        MultiValueMap<String, String> pile = pile();
        letter(pile, 0, "เรื่องลับ", null);
        letter(pile, 1, "เรื่องทั่วไป", null);
        pile.set("letter[0].kind", "TIP");
        pile.set("letter[1].kind", "GRIEVANCE");
        assertThat(send(pile, Map.of()).getFlashMap().get("done")).asString().matches(".*: ลับ ๑/๒๕.., ๑/๒๕..");
    }

    @Test
    void fillsInTheHourOfTheCallBeforeItIsReadBack() throws Exception {
        assertThat(body(browser.open(clerk, entry(ChannelKind.TELEPHONE))))
                .containsPattern("name=\"particulars.CALL_TIME\"[^>]* value=\"[0-2][0-9]:[0-5][0-9]\"");
    }

    @Test
    void pilesOnlyWhereNobodyWaitsForAReceipt() throws Exception {
        assertThat(status(browser.open(clerk, entry(ChannelKind.TELEPHONE) + "/pile")))
                .isEqualTo(404);
        assertThat(status(browser.open(town.officer("legal"), entry(ChannelKind.POST) + "/pile")))
                .isEqualTo(403);
        assertThat(body(browser.open(clerk, entry(ChannelKind.POST) + "/pile/scans")))
                .contains("name=\"scans\"");
    }

    @Test
    void takesAFormOfTheDeskOnce() throws Exception {
        String page = body(browser.open(clerk, entry(ChannelKind.POST)));
        MatchResult once = Pattern.compile("name=\"once\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow();
        MultiValueMap<String, String> letter = call("เรื่องเดียว");
        letter.set("once", once.group(1));
        assertThat(status(browser.send(clerk, entry(ChannelKind.POST), letter, Map.of())))
                .isEqualTo(302);
        MvcResult again = browser.send(clerk, entry(ChannelKind.POST), letter, Map.of());
        assertThat(status(again)).isEqualTo(409);
        assertThat(body(again)).contains("ลงรับไปแล้ว", "เรื่องเดียว", "/desk/entry/registered");
        assertThat(held(clerk)).hasSize(1);
    }

    @Test
    void readsBackWhatWasTypedAndTakesAConfirmationOfThatOnly() throws Exception {
        MultiValueMap<String, String> call = call("เรียกรับเงิน");
        call.set("particulars.CALL_TIME", "9.05");
        call.set("place", "ตลาดเช้า");
        call.set("accused[0].personId", town.staff.person("finance").toString());
        call.set("particulars.READ_BACK", "CONFIRMED");
        MvcResult unread = browser.send(clerk, entry(ChannelKind.TELEPHONE), call, Map.of());
        assertThat(status(unread)).isEqualTo(422);
        assertThat(body(unread)).contains("href=\"#particulars.READ_BACK\"");

        MultiValueMap<String, String> asked = new LinkedMultiValueMap<>(call);
        asked.set("then", "readBack");
        String page = body(browser.send(clerk, entry(ChannelKind.TELEPHONE), asked, Map.of()));
        assertThat(page.substring(page.indexOf("read-out")))
                .contains("เรียกรับเงิน", "ตลาดเช้า", "๙.๐๕", "ผู้อำนวยการกองคลัง", "ถูกต้องตามที่ท่านแจ้งหรือไม่");
        assertThat(held(clerk)).isEmpty();
        String shown = Pattern.compile("name=\"readBackOf\" value=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);

        call.set("readBackOf", shown);
        call.set("details", "ถ้อยคำที่ผู้โทรไม่ได้ฟัง");
        assertThat(status(browser.send(clerk, entry(ChannelKind.TELEPHONE), call, Map.of())))
                .isEqualTo(422);
        call.set("details", "รายละเอียด");
        MvcResult saved = browser.send(clerk, entry(ChannelKind.TELEPHONE), call, Map.of());
        assertThat(status(saved)).as(body(saved)).isEqualTo(302);
        assertThat(body(browser.follow(clerk, saved)))
                .containsPattern("(?s)class=\"voice\".{0,300}?(?:ศูนย์|หนึ่ง|สอง|สาม|สี่|ห้า|หก|เจ็ด|แปด|เก้า)");
        CaseSummary one = held(clerk).getFirst();
        assertThat(body(browser.open(clerk, desk("/cases/" + one.id())))).contains("ผู้โทรยืนยันว่าถูกต้อง");
    }

    @Test
    void refusesAnAnswerThatIsNone() throws Exception {
        MultiValueMap<String, String> call = call("เรียกรับเงิน");
        call.set("particulars.CALL_TIME", "9.05");
        call.set("particulars.READ_BACK", "MAYBE");
        assertThat(status(browser.send(clerk, entry(ChannelKind.HOTLINE), call, Map.of())))
                .isEqualTo(422);
    }

    private MultiValueMap<String, String> call(String subject) {
        MultiValueMap<String, String> call = pile();
        call.set("kind", "CORRUPTION");
        call.set("subject", subject);
        call.set("details", "รายละเอียด");
        call.set("reporter.mode", "ANONYMOUS");
        return call;
    }

    private MultiValueMap<String, String> pile() {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("receivedOn.day", String.valueOf(time.today().minusDays(1).getDayOfMonth()));
        fields.set("receivedOn.month", String.valueOf(time.today().minusDays(1).getMonthValue()));
        fields.set("receivedOn.year", String.valueOf(time.today().minusDays(1).getYear() + 543));
        return fields;
    }

    private static void letter(MultiValueMap<String, String> pile, int row, String subject, @Nullable String name) {
        String at = "letter[" + row + "].";
        pile.set(at + "once", UUID.randomUUID().toString());
        pile.set(at + "kind", "CORRUPTION");
        pile.set(at + "subject", subject);
        pile.set(at + "details", "เนื้อความ");
        if (name != null) {
            pile.set(at + "name", name);
        }
    }

    private MvcResult send(MultiValueMap<String, String> pile, Map<String, byte[]> files) throws Exception {
        return browser.send(clerk, entry(ChannelKind.POST) + "/pile", pile, files);
    }

    private MvcResult sendScans(MultiValueMap<String, String> form, Map<String, byte[]> scans) throws Exception {
        return browser.send(
                clerk,
                entry(ChannelKind.POST) + "/pile/scans",
                form,
                scans.entrySet().stream()
                        .map(scan -> new MockMultipartFile("scans", scan.getKey(), "image/tiff", scan.getValue()))
                        .toList());
    }

    private OpenCase open(String subject) {
        CaseSummary found = held(clerk).stream()
                .filter(one -> one.subject().equals(subject))
                .findFirst()
                .orElseThrow();
        return town.in(() -> cases.open(clerk, found.id()));
    }

    private List<CaseSummary> held(Officer officer) {
        return town.in(() -> cases.heldBy(officer, false, Pageable.ofSize(50)).getContent());
    }

    private String entry(ChannelKind kind) {
        return desk("/entry/"
                + town.in(() -> channels.all().stream()
                        .filter(channel -> channel.kind() == kind)
                        .findFirst()
                        .orElseThrow()
                        .id()));
    }

    private String desk(String below) {
        return "/" + town.shortName + "/desk" + below;
    }
}
