package org.sucharit.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Channels;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.Holidays;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.PostView;
import org.sucharit.organisation.Units;
import org.sucharit.testing.Browsing;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import({Town.class, Browsing.class})
class AdministrationTests {

    @Autowired
    Town towns;

    @Autowired
    Browsing browser;

    @Autowired
    People people;

    @Autowired
    Units units;

    @Autowired
    Channels channels;

    @Autowired
    Holidays holidays;

    @Autowired
    Organisations organisations;

    @Autowired
    Keyring keyring;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Time time;

    Town.Founded town;
    Officer admin;

    @BeforeEach
    void foundTown() {
        town = towns.found();
        admin = town.officer("admin");
    }

    @Test
    void isForThoseWhoServeAsAdministrators() throws Exception {
        PostView post = town.in(units::posts).getFirst();
        List<String> pages = List.of(
                "",
                "/people",
                "/people/new",
                "/people/" + town.staff.person("mayor"),
                "/posts",
                "/posts/new",
                "/posts/units/new",
                "/posts/" + post.id(),
                "/channels",
                "/channels/new",
                "/holidays",
                "/templates",
                "/templates/findings-memo",
                "/templates/findings-memo/sample",
                "/templates/findings-memo/sample.png",
                "/templates/findings-memo/standard",
                "/stationery",
                "/stationery/sample",
                "/stationery/sample.png",
                "/settings");
        for (String page : pages) {
            assertThat(status(browser.open(admin, at(page)))).as(page).isEqualTo(200);
            for (String name : List.of("clerk", "chief", "mayor", "legal")) {
                Officer other = town.officer(name);
                assertThat(status(browser.open(other, at(page))))
                        .as(name + page)
                        .isEqualTo(403);
                assertThat(status(browser.send(other, at(page), new LinkedMultiValueMap<>())))
                        .as(name + page)
                        .isIn(403, 405);
            }
        }
        Officer stranger = towns.found().officer("admin");
        assertThat(status(browser.open(stranger, at("")))).isEqualTo(404);
        assertThat(settingsChanged()).isEmpty();
    }

    @Test
    void leadsToNoCase() throws Exception {
        assertThat(body(browser.open(admin, "/" + town.shortName + "/desk")))
                .contains("/desk/admin")
                .doesNotContain("/desk/cases/", "/desk/entry");
        assertThat(body(browser.open(admin, at("")))).doesNotContain("/desk/cases");
    }

    @Test
    void addsAPersonWithAPasswordForTheFirstSignIn() throws Exception {
        MvcResult added =
                browser.send(admin, at("/people/new"), form("username", "new.one", "nameTh", "นางสาวมาใหม่ ใจดี"));
        String password = String.valueOf(added.getFlashMap().get("password"));
        assertThat(body(browser.follow(admin, added))).contains(password);

        PersonView person = town.in(() -> people.byUsername("new.one")).orElseThrow();
        assertThat(town.in(() -> keyring.signIn(person.id(), password))).isPresent();
        assertThat(town.in(() -> keyring.mustChangePassword(person.id()))).isTrue();
        assertThat(settingsChanged()).containsExactly("PERSON_ADDED " + person.id());
        assertThat(body(browser.open(admin, at("/people/" + person.id())))).doesNotContain(password);
    }

    @Test
    void refusesAUsernameThatIsTakenKeepsWhatWasTypedAndEntersNothing() throws Exception {
        MvcResult refused = browser.send(
                admin, at("/people/new"), form("username", "mayor", "nameTh", "นายคนอื่น", "email", "who"));
        assertThat(status(refused)).isEqualTo(422);
        MvcResult taken = browser.send(admin, at("/people/new"), form("username", "mayor", "nameTh", "นายคนอื่น"));
        assertThat(status(taken)).isEqualTo(422);
        assertThat(body(taken)).contains("value=\"mayor\"", "value=\"นายคนอื่น\"", "username-error");
        assertThat(settingsChanged()).isEmpty();
    }

    @Test
    void changesAndDeactivatesPeopleButNotOneself() throws Exception {
        PersonId legal = town.staff.person("legal");
        browser.send(admin, at("/people/" + legal), form("nameTh", "นายเปลี่ยน ชื่อ", "phone", "1"));
        browser.send(admin, at("/people/" + legal + "/deactivate"), form());
        PersonView changed = town.in(() -> people.get(legal));
        assertThat(changed.nameTh()).isEqualTo("นายเปลี่ยน ชื่อ");
        assertThat(changed.active()).isFalse();
        browser.send(admin, at("/people/" + legal + "/reactivate"), form());
        assertThat(town.in(() -> people.get(legal)).active()).isTrue();

        MvcResult refused = browser.send(admin, at("/people/" + admin.id() + "/deactivate"), form());
        assertThat(status(refused)).isEqualTo(409);
        assertThat(town.in(() -> people.get(admin.id())).active()).isTrue();
    }

    @Test
    void appointsAnActingOfficerBetweenTwoDaysUnderAnOrder() throws Exception {
        Holder chief = town.in(() -> people.serving(PostKind.CHIEF_ADMINISTRATOR, time.today()))
                .getFirst();
        String post = "/posts/" + chief.post().id();
        MultiValueMap<String, String> fields =
                form("person", town.staff.person("office").toString(), "acting", "true");
        date(fields, "from", time.today());
        date(fields, "until", time.today().plusDays(10));

        MvcResult refused = browser.send(admin, at(post), fields);
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused)).contains("orderNumber-error").containsPattern("id=\"acting\"[^>]*checked");

        fields.set("orderNumber", "๔๕/๒๕๖๙");
        assertThat(status(browser.send(admin, at(post), fields))).isEqualTo(302);
        Holder acting = town.in(() -> people.serving(PostKind.CHIEF_ADMINISTRATOR, time.today()))
                .getFirst();
        assertThat(acting.acting()).isTrue();
        assertThat(acting.person().id()).isEqualTo(town.staff.person("office"));
        assertThat(acting.orderNumber()).isEqualTo("๔๕/๒๕๖๙");
        assertThat(acting.until()).isEqualTo(time.today().plusDays(10));

        MultiValueMap<String, String> end = form();
        date(end, "lastDay", time.today());
        browser.send(admin, at(post + "/appointments/" + acting.appointment().value() + "/end"), end);
        assertThat(town.in(() -> people.serving(
                                PostKind.CHIEF_ADMINISTRATOR, time.today().plusDays(1)))
                        .getFirst()
                        .acting())
                .isFalse();
        assertThat(settingsChanged())
                .hasSize(2)
                .allSatisfy(detail -> assertThat(detail).containsAnyOf("ACTING_APPOINTED", "APPOINTMENT_ENDED"));
    }

    @Test
    void addsUnitsAndPosts() throws Exception {
        browser.send(
                admin,
                at("/posts/units/new"),
                form("kind", "DIVISION", "nameTh", "กองสาธารณสุข", "nameEn", "Public health"));
        var unit = town.in(units::all).getLast();
        assertThat(unit.nameTh()).isEqualTo("กองสาธารณสุข");
        browser.send(
                admin,
                at("/posts/new"),
                form(
                        "unit",
                        unit.id().toString(),
                        "kind",
                        "DIVISION_HEAD",
                        "titleTh",
                        "ผู้อำนวยการกองสาธารณสุข",
                        "titleEn",
                        "Head"));
        assertThat(body(browser.open(admin, at("/posts")))).contains("ผู้อำนวยการกองสาธารณสุข");
        assertThat(status(browser.send(admin, at("/posts/new"), form("unit", "x", "titleTh", "x"))))
                .isEqualTo(422);
    }

    @Test
    void switchesChannelsAndAddsItsOwn() throws Exception {
        var box = town.in(channels::all).stream()
                .filter(one -> one.kind() == ChannelKind.BOX)
                .findFirst()
                .orElseThrow();
        browser.send(admin, at("/channels/" + box.id() + "/off"), form());
        assertThat(town.in(() -> channels.isEnabled(ChannelKind.BOX))).isFalse();
        browser.send(admin, at("/channels/" + box.id() + "/on"), form());
        assertThat(town.in(() -> channels.isEnabled(ChannelKind.BOX))).isTrue();
        browser.send(admin, at("/channels/new"), form("nameTh", "ไลน์", "nameEn", "LINE", "address", "@test"));
        assertThat(body(browser.open(admin, at("/channels")))).contains("ไลน์", "@test");
        assertThat(settingsChanged()).hasSize(3);
    }

    @Test
    void addsAndRemovesHolidays() throws Exception {
        MultiValueMap<String, String> fields = form("nameTh", "วันหยุดของตำบล");
        date(fields, "day", LocalDate.of(2026, 6, 17));
        browser.send(admin, at("/holidays"), fields);
        assertThat(town.in(() -> holidays.isHoliday(LocalDate.of(2026, 6, 17)))).isTrue();
        assertThat(body(browser.open(admin, at("/holidays?year=2026")))).contains("วันหยุดของตำบล");
        assertThat(status(browser.send(admin, at("/holidays"), fields))).isEqualTo(409);
        browser.send(admin, at("/holidays/2026-06-17/remove"), form());
        assertThat(town.in(() -> holidays.isHoliday(LocalDate.of(2026, 6, 17)))).isFalse();
        assertThat(settingsChanged()).containsExactly("HOLIDAY_ADDED 2026-06-17", "HOLIDAY_REMOVED 2026-06-17");
    }

    @Test
    void settlesTermsAndLetterhead() throws Exception {
        MultiValueMap<String, String> fields = form();
        fields.putAll(
                SettingsForm.of(town.in(organisations::current).settings()).fields());
        fields.set("terms.reportDays", "สี่สิบ");
        fields.set("letterhead.province", "ยะลา");
        MvcResult refused = browser.send(admin, at("/settings"), fields);
        assertThat(status(refused)).isEqualTo(422);
        assertThat(body(refused)).contains("terms.reportDays-error", "value=\"สี่สิบ\"", "value=\"ยะลา\"");

        fields.set("terms.reportDays", "๔๕");
        fields.set("terms.remindDaysLeft", "20 10,5");
        fields.set("terms.dueDayRule", "ROLLS_FORWARD");
        fields.remove("thaiDigits");
        assertThat(status(browser.send(admin, at("/settings"), fields))).isEqualTo(302);
        var settings = town.in(organisations::current).settings();
        assertThat(settings.terms().reportDays()).isEqualTo(45);
        assertThat(settings.terms().remindDaysLeft()).containsExactly(20, 10, 5);
        assertThat(settings.letterhead().province()).isEqualTo("ยะลา");
        assertThat(settings.thaiDigits()).isFalse();
        assertThat(settingsChanged()).containsExactly("SETTINGS_CHANGED " + town.id);
    }

    /** What stands in the register of the changes that this administrator made. */
    private List<String> settingsChanged() {
        return jdbc.sql(
                        "select detail from register_entry where organisation_id = ? and act = 'SETTINGS_CHANGED' and actor_id = ? order by seq")
                .params(town.id.value(), admin.id().value())
                .query((row, n) -> row.getString("detail"))
                .list();
    }

    private static MultiValueMap<String, String> form(String... namesAndValues) {
        MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.set(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }

    private static void date(MultiValueMap<String, String> fields, String name, LocalDate day) {
        fields.set(name + ".day", String.valueOf(day.getDayOfMonth()));
        fields.set(name + ".month", String.valueOf(day.getMonthValue()));
        fields.set(name + ".year", String.valueOf(day.getYear() + 543));
    }

    private String at(String below) {
        return "/" + town.shortName + "/desk/admin" + below;
    }
}
