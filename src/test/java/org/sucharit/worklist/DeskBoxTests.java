package org.sucharit.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.data.domain.Pageable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.intake.BoxOpenings;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Channels;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import({Town.class, Browsing.class})
class DeskBoxTests {

    @Autowired
    Town towns;

    @Autowired
    Browsing browser;

    @Autowired
    BoxOpenings openings;

    @Autowired
    CaseFiles cases;

    @Autowired
    Channels channels;

    @Autowired
    JdbcClient jdbc;

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
    void missesEveryLetterUntilItIsLogged() throws Exception {
        record("clerk", "legal", "2");
        BoxOpenings.View opening = only();
        assertThat(opening.missing()).isEqualTo(2);
        assertThat(body(browser.open(clerk, desk("")))).contains("/desk/box/" + opening.id());

        String form = body(browser.open(clerk, box()));
        assertThat(form).contains("value=\"" + opening.id() + "\" selected");
        assertThat(log(opening.id().toString()).getResponse().getRedirectedUrl())
                .endsWith("registered");
        assertThat(only().logged()).isEqualTo(1);
        assertThat(body(browser.open(town.officer("clerk2"), desk("/box/" + opening.id()))))
                .contains("๒", "opening=" + opening.id());

        log(opening.id().toString());
        assertThat(only().missing()).isZero();
        assertThat(body(browser.open(clerk, desk("")))).doesNotContain("/desk/box/" + opening.id());

        // One letter, two complaints.
        log(opening.id().toString());
        assertThat(only().logged()).isEqualTo(3);
        for (String page : List.of("/box", "/box/" + opening.id())) {
            assertThat(body(browser.open(clerk, desk(page)))).contains("เกินที่นับ ๑ เรื่อง");
        }

        Content.Report report = Objects.requireNonNull(town.in(() -> transaction.execute(status -> cases.open(
                        clerk,
                        cases.heldBy(clerk, false, Pageable.ofSize(1))
                                .getContent()
                                .getFirst()
                                .id())
                .report())));
        assertThat(report.particulars())
                .containsEntry("OPENING", opening.name())
                .containsEntry("PRESENT_ONE", opening.presentOne())
                .containsEntry("PRESENT_TWO", opening.presentTwo());
    }

    @Test
    void takesNoLetterThatNamesNoOpening() throws Exception {
        MvcResult without = log("");
        assertThat(status(without)).isEqualTo(422);
        assertThat(body(without)).contains("href=\"#opening\"", "ข้อความที่พิมพ์ไว้แล้ว");

        Town.Founded other = towns.found();
        String elsewhere = other.in(() -> openings.record(
                        other.officer("clerk"),
                        new org.sucharit.intake.RecordOpening(
                                time.today(), "ที่อื่น", other.staff.person("clerk"), other.staff.person("legal"), 1))
                .id()
                .toString());
        assertThat(status(log(elsewhere))).isEqualTo(422);
        assertThat(status(browser.open(clerk, desk("/box/" + elsewhere)))).isEqualTo(404);
        assertThat(other.in(() -> openings.unsettled())).hasSize(1);
    }

    @Test
    void recordsAnEmptyBoxWithBothNamesInTheRegister() throws Exception {
        record("clerk", "legal", "๐");
        assertThat(only().letters()).isZero();
        assertThat(town.in(openings::unsettled)).isEmpty();
        String entry = jdbc.sql("select detail from register_entry where organisation_id = ? and act = 'BOX_OPENED'")
                .param(town.id.value())
                .query(String.class)
                .single();
        assertThat(entry)
                .contains(
                        " 0 ",
                        town.staff.person("clerk").toString(),
                        town.staff.person("legal").toString());
        assertThat(body(browser.open(clerk, desk("/box")))).contains("ไม่มี");
    }

    @Test
    void recordsAnOpeningOnceHoweverOftenItIsSent() throws Exception {
        String form = body(browser.open(clerk, desk("/box/new")));
        String once = Pattern.compile("name=\"once\" value=\"([^\"]+)\"")
                .matcher(form)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        assertThat(status(post(once, "clerk", "legal", "2"))).isEqualTo(302);
        MvcResult again = post(once, "clerk", "legal", "2");
        assertThat(status(again)).isEqualTo(409);
        assertThat(body(again)).contains("การเปิดตู้ครั้งนี้บันทึกไปแล้ว", "หน้าที่ทำการ");
        only();
    }

    @Test
    void wantsTwoOfficersAndACountAndKeepsWhatWasTyped() throws Exception {
        MvcResult alone = post("clerk", "clerk", "3");
        assertThat(status(alone)).isEqualTo(422);
        assertThat(body(alone)).contains("href=\"#presentTwo\"", "หน้าที่ทำการ");
        MvcResult uncounted = post("clerk", "legal", "หลายฉบับ");
        assertThat(status(uncounted)).isEqualTo(422);
        assertThat(body(uncounted)).contains("href=\"#letters\"", "หลายฉบับ");
        assertThat(status(post("clerk", "legal", "-1"))).isEqualTo(422);
        assertThat(status(post("clerk", "admin", "1"))).isEqualTo(422);
        assertThat(town.in(() -> openings.latest(Pageable.ofSize(5)).getContent()))
                .isEmpty();
    }

    @Test
    void correctsACountWithAReasonAndKeepsTheFirst() throws Exception {
        record("clerk", "legal", "12");
        String address = desk("/box/" + only().id() + "/count");
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        fields.set("letters", "2");
        assertThat(status(browser.send(clerk, address, fields))).isEqualTo(422);
        fields.set("reason", "พิมพ์เกิน");
        assertThat(status(browser.send(clerk, address, fields))).isEqualTo(302);
        assertThat(only())
                .extracting(BoxOpenings.View::letters, BoxOpenings.View::counted)
                .containsExactly(2, 12);
        assertThat(body(browser.open(clerk, desk("/box/" + only().id())))).contains("พิมพ์เกิน", "๑๒");
    }

    @Test
    void isTheClerksAlone() throws Exception {
        for (String name : List.of("mayor", "legal", "admin")) {
            assertThat(status(browser.open(town.officer(name), desk("/box"))))
                    .as(name)
                    .isEqualTo(403);
        }
    }

    private void record(String one, String two, String letters) throws Exception {
        MvcResult saved = post(one, two, letters);
        assertThat(status(saved)).as(body(saved)).isEqualTo(302);
    }

    /** The day of the oldest opening stands in the form of the next letter, where a wrong year would be missed. */
    @Test
    void refusesAYearThatCannotBe() throws Exception {
        MultiValueMap<String, String> fields = opening("clerk", "legal", "2");
        fields.set("openedOn.year", String.valueOf(time.today().getYear() + 543 - 100));
        MvcResult refused = browser.send(clerk, desk("/box/new"), fields);
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused)).contains("href=\"#openedOn\"", "ตรวจปี พ.ศ. อีกครั้ง");
    }

    /** Its clock runs from the opening, whatever day it is logged on. */
    @Test
    void takesNoLetterAsReceivedAfterTheOpening() throws Exception {
        LocalDate yesterday = time.today().minusDays(1);
        MultiValueMap<String, String> fields = opening("clerk", "legal", "1");
        fields.set("openedOn.day", String.valueOf(yesterday.getDayOfMonth()));
        fields.set("openedOn.month", String.valueOf(yesterday.getMonthValue()));
        fields.set("openedOn.year", String.valueOf(yesterday.getYear() + 543));
        assertThat(status(browser.send(clerk, desk("/box/new"), fields))).isEqualTo(302);
        MvcResult refused = log(only().id().toString());
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused)).contains("href=\"#receivedOn\"", "ถือว่าได้รับในวันที่เปิดตู้");
        assertThat(only().logged()).isZero();
    }

    private MvcResult post(String one, String two, String letters) throws Exception {
        return post("", one, two, letters);
    }

    private MvcResult post(String once, String one, String two, String letters) throws Exception {
        MultiValueMap<String, String> fields = opening(one, two, letters);
        fields.set("once", once);
        return browser.send(clerk, desk("/box/new"), fields);
    }

    private MultiValueMap<String, String> opening(String one, String two, String letters) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        today(fields, "openedOn");
        fields.set("place", "หน้าที่ทำการ");
        fields.set("presentOne", town.staff.person(one).toString());
        fields.set("presentTwo", town.staff.person(two).toString());
        fields.set("letters", letters);
        return fields;
    }

    private MvcResult log(String opening) throws Exception {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        today(fields, "receivedOn");
        fields.set("opening", opening);
        fields.set("kind", "CORRUPTION");
        fields.set("subject", "เรื่องจากตู้");
        fields.set("details", "ข้อความที่พิมพ์ไว้แล้ว");
        fields.set("reporter.mode", "ANONYMOUS");
        return browser.send(clerk, box(), fields, Map.of("letter.jpg", "x".getBytes(StandardCharsets.UTF_8)));
    }

    private void today(MultiValueMap<String, String> fields, String name) {
        fields.set(name + ".day", String.valueOf(time.today().getDayOfMonth()));
        fields.set(name + ".month", String.valueOf(time.today().getMonthValue()));
        fields.set(name + ".year", String.valueOf(time.today().getYear() + 543));
    }

    private BoxOpenings.View only() {
        return town.in(() -> openings.latest(Pageable.ofSize(5)).getContent().getFirst());
    }

    private String box() {
        return desk("/entry/"
                + town.in(() -> channels.all().stream()
                        .filter(channel -> channel.kind() == ChannelKind.BOX)
                        .findFirst()
                        .orElseThrow()
                        .id()));
    }

    private String desk(String below) {
        return "/" + town.shortName + "/desk" + below;
    }
}
