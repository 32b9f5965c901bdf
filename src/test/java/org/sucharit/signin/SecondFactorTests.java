package org.sucharit.signin;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.register.Act;
import org.sucharit.register.Visits;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import(Town.class)
class SecondFactorTests {

    private static final Pattern SECRET = Pattern.compile("name=\"secret\" value=\"([A-Z2-7]+)\"");
    private static final Pattern CODE = Pattern.compile("<code>([a-z2-9-]+)</code>");

    @Autowired
    Town towns;

    @Autowired
    MockMvc mvc;

    @Autowired
    Visits visits;

    @Autowired
    SecondFactors factors;

    @Autowired
    FactorRules rules;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WoundClock clock;

    @Autowired
    Time time;

    @Autowired
    Sessions sessions;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> store;

    @Autowired
    SessionRepositoryFilter<?> sessionFilter;

    private Town.Founded town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @AfterEach
    void release() {
        clock.release();
    }

    /** RFC 6238, appendix B, cut to six digits. */
    @Test
    void countsAsTheStandardDoes() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(Totp.code(secret, 59 / 30)).isEqualTo("287082");
        assertThat(Totp.code(secret, 1111111109L / 30)).isEqualTo("081804");
        assertThat(Totp.code(secret, 20000000000L / 30)).isEqualTo("353130");
        Instant now = Instant.ofEpochSecond(1111111109L);
        assertThat(Totp.step(secret, "๐๘๑ ๘๐๔", now)).isEqualTo(OptionalLong.of(1111111109L / 30));
        assertThat(Totp.step(secret, "081804", now.plusSeconds(30))).isPresent();
        assertThat(Totp.step(secret, "081804", now.plusSeconds(61))).isEmpty();
        assertThat(Totp.secret(Totp.base32(secret))).isEqualTo(secret);
    }

    @Test
    void asksForACodeOnceAnAppIsAddedAndTakesEachCodeOnce() throws Exception {
        App app = addApp("legal");

        Visitor thief = new Visitor(mvc);
        MvcResult halfWay = thief.signIn(town.shortName, "legal", Town.PASSWORD);
        assertThat(halfWay.getResponse().getRedirectedUrl()).isEqualTo(at("/signin/factor"));
        assertThat(thief.open(at("/desk")).getResponse().getRedirectedUrl()).startsWith(at("/signin"));
        assertThat(thief.send(at("/signin/factor"), "code", "000000")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(thief.open(at("/desk")).getResponse().getRedirectedUrl()).startsWith(at("/signin"));

        Visitor owner = new Visitor(mvc);
        owner.signIn(town.shortName, "legal", Town.PASSWORD);
        clock.windTo(Instant.now().plusSeconds(60));
        String code = app.code();
        assertThat(owner.send(at("/signin/factor"), "code", code).getResponse().getRedirectedUrl())
                .isEqualTo(at("/desk"));
        assertThat(owner.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);

        assertThat(thief.send(at("/signin/factor"), "code", code).getResponse().getStatus())
                .as("a code that was looked over somebody's shoulder")
                .isEqualTo(422);
        assertThat(town.in(() -> visits.of(town.staff.person("legal"), 10)))
                .anyMatch(entry -> entry.act() == Act.SIGNED_IN && "TOTP".equals(entry.detail()))
                .anyMatch(entry -> entry.act() == Act.SIGN_IN_REFUSED && "1".equals(entry.detail()));
    }

    @Test
    void takesEachRecoveryCodeOnce() throws Exception {
        App app = addApp("legal");
        assertThat(app.recovery).hasSize(10).doesNotHaveDuplicates();
        Visitor owner = new Visitor(mvc);
        owner.signIn(town.shortName, "legal", Town.PASSWORD);
        String typed = app.recovery.getFirst().toUpperCase(java.util.Locale.ROOT);
        assertThat(owner.send(at("/signin/factor"), "code", typed).getResponse().getRedirectedUrl())
                .isEqualTo(at("/desk"));
        Visitor again = new Visitor(mvc);
        again.signIn(town.shortName, "legal", Town.PASSWORD);
        assertThat(again.send(at("/signin/factor"), "code", typed).getResponse().getStatus())
                .isEqualTo(422);
    }

    @Test
    void keepsNothingThatACopyOfTheDatabaseCouldMakeCodesFrom() throws Exception {
        App app = addApp("legal");
        byte[] sealed = jdbc.sql("select sealed_secret from second_factor where person_id = ?")
                .param(town.staff.person("legal").value())
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1))
                .doesNotContain(new String(app.secret, StandardCharsets.ISO_8859_1));
        List<byte[]> digests = jdbc.sql("select digest from recovery_code where person_id = ?")
                .param(town.staff.person("legal").value())
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(digests).hasSize(10).allMatch(digest -> digest.length == 32);
    }

    @Test
    void addsAndRemovesOnlyWithThePasswordAndTellsByMailThatSomethingChanged() throws Exception {
        town.run(() ->
                people.change(town.staff.person("legal"), "นิติกร ทดสอบ", "Legal", "legal@example.go.th", "", null));
        Visitor owner = new Visitor(mvc);
        owner.signIn(town.shortName, "legal", Town.PASSWORD);
        byte[] secret = secret(owner);
        MvcResult refused = owner.send(
                at("/desk/signins/totp"),
                "secret",
                Totp.base32(secret),
                "code",
                code(secret),
                "label",
                "โทรศัพท์",
                "password",
                "not the password");
        assertThat(refused.getResponse().getStatus()).isEqualTo(422);
        assertThat(town.in(() -> factors.has(town.staff.person("legal")))).isFalse();

        App app = addApp("legal");
        assertThat(app.recovery).isNotEmpty();
        String mail = jdbc.sql("select body from outbox where recipient = 'legal@example.go.th'")
                .query(String.class)
                .single();
        assertThat(mail).contains("หากไม่ใช่ท่าน").doesNotContain("TOTP").doesNotContain("โทรศัพท์");
        assertThat(town.in(() -> visits.of(town.staff.person("legal"), 10)))
                .anyMatch(entry -> entry.act() == Act.FACTOR_ADDED);

        java.util.UUID id =
                town.in(() -> factors.of(town.staff.person("legal"))).getFirst().id();
        String remove = at("/desk/signins/factors/" + id + "/remove");
        assertThat(app.browser
                        .send(remove, "password", "not the password")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        assertThat(app.browser
                        .send(remove, "password", Town.PASSWORD)
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);
        assertThat(town.in(() -> factors.has(town.staff.person("legal")))).isFalse();
        assertThat(town.in(() -> visits.of(town.staff.person("legal"), 10)))
                .anyMatch(entry -> entry.act() == Act.FACTOR_REMOVED);
    }

    @Test
    void opensNoDeskToAPostThatNeedsAFactorBeforeOneIsSetUp() throws Exception {
        Visitor before = new Visitor(mvc);
        before.signIn(town.shortName, "mayor", Town.PASSWORD);
        Visitor admin = new Visitor(mvc);
        admin.signIn(town.shortName, "admin", Town.PASSWORD);
        String post = town.in(() -> rules.posts().stream()
                .filter(one -> one.kind() == PostKind.MAYOR)
                .findFirst()
                .orElseThrow()
                .id()
                .toString());
        assertThat(admin.send(at("/desk/admin/factors"), "posts", post)
                        .getResponse()
                        .getStatus())
                .isEqualTo(302);

        assertThat(before.open(at("/desk")).getResponse().getStatus())
                .as("in force at the next sign-in")
                .isEqualTo(200);
        Visitor mayor = new Visitor(mvc);
        mayor.signIn(town.shortName, "mayor", Town.PASSWORD);
        assertThat(mayor.open(at("/desk")).getResponse().getRedirectedUrl()).isEqualTo(at("/desk/signins"));
        assertThat(mayor.open(at("/desk/search?q=1")).getResponse().getRedirectedUrl())
                .isEqualTo(at("/desk/signins"));
        assertThat(mayor.open(at("/desk/signins")).getResponse().getContentAsString())
                .contains("ตำแหน่งของท่านต้องใช้การยืนยันขั้นที่สอง");
        addApp(mayor);
        assertThat(mayor.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);
        Visitor clerk = new Visitor(mvc);
        clerk.signIn(town.shortName, "clerk", Town.PASSWORD);
        assertThat(clerk.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);
    }

    @Test
    void letsAnAdministratorTakeLostFactorsAwayAndSignsThePersonOut() throws Exception {
        App app = addApp("legal");
        Visitor admin = new Visitor(mvc);
        admin.signIn(town.shortName, "admin", Town.PASSWORD);
        PersonId legal = town.staff.person("legal");
        admin.send(at("/desk/admin/people/" + legal + "/factors"));
        assertThat(town.in(() -> factors.has(legal))).isFalse();
        assertThat(app.browser.open(at("/desk")).getResponse().getRedirectedUrl())
                .startsWith(at("/signin"));
        Visitor clerk = new Visitor(mvc);
        clerk.signIn(town.shortName, "clerk", Town.PASSWORD);
        assertThat(clerk.send(at("/desk/admin/people/" + legal + "/factors"))
                        .getResponse()
                        .getStatus())
                .isEqualTo(403);
    }

    /** The attack: whoever was in by the password alone stays in when its owner adds a second factor. */
    @Test
    void endsWhateverSignInsDidNotShowAFactorThatIsAdded() throws Exception {
        Visitor thief = new Visitor(mvc);
        thief.signIn(town.shortName, "legal", Town.PASSWORD);
        App app = addApp("legal");
        assertThat(thief.open(at("/desk")).getResponse().getRedirectedUrl()).startsWith(at("/signin"));
        assertThat(app.browser.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);
    }

    /** The attack: a locked browser and the password, without the telephone. */
    @Test
    void asksForTheFactorAgainAfterALockAndBringsTheFormBackThen() throws Exception {
        App app = addApp("legal");
        Visitor officer = app.browser;
        officer.send(at("/desk/lock"));
        String page = officer.send(
                        at("/unlock"),
                        "password",
                        Town.PASSWORD,
                        "to",
                        at("/desk/entry/box"),
                        "sending",
                        "true",
                        "kept.subject",
                        "เสียงดัง")
                .getResponse()
                .getContentAsString();
        assertThat(page).contains("one-time-code").contains("name=\"kept.subject\" value=\"เสียงดัง\"");
        assertThat(officer.open(at("/desk")).getResponse().getRedirectedUrl()).startsWith(at("/signin"));
        assertThat(officer.open(at("/unlock")).getResponse().getRedirectedUrl()).isEqualTo(at("/signin/factor"));
        assertThat(officer.send(at("/signin/factor"), "code", "000000")
                        .getResponse()
                        .getStatus())
                .isEqualTo(422);
        clock.windTo(Instant.now().plusSeconds(60));
        String kept = officer.send(
                        at("/signin/factor"),
                        "code",
                        app.code(),
                        "to",
                        at("/desk/entry/box"),
                        "sending",
                        "true",
                        "kept.subject",
                        "เสียงดัง")
                .getResponse()
                .getContentAsString();
        assertThat(kept)
                .contains("action=\"" + at("/desk/entry/box") + "\"")
                .contains("name=\"subject\" value=\"เสียงดัง\"");
        assertThat(officer.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);

        officer.send(at("/desk/lock"));
        assertThat(officer.send(at("/unlock"), "password", Town.PASSWORD, "to", at("/desk/entry"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(at("/signin/factor?to=" + at("/desk/entry")));
    }

    /** The attack: half of a recovery sheet waits, readable, in a page that is locked. */
    @Test
    void keepsNoCodeOfARecoverySheetInALockedPage() throws Exception {
        Visitor officer = new Visitor(mvc);
        officer.signIn(town.shortName, "legal", Town.PASSWORD);
        officer.send(at("/desk/lock"));
        for (String page : List.of("/desk/recovery/ceremony", "/desk/recovery/ceremony/finish", "/desk/password")) {
            var locked =
                    officer.send(at(page), "sheet", "1", "code", "ABCDE-FGHJK").getResponse();
            assertThat(locked.getForwardedUrl()).isEqualTo(at("/unlock/kept"));
            assertThat(KeptForm.secret(town.shortName, at(page))).isPresent();
            assertThat(locked.getContentAsString()).doesNotContain("ABCDE");
        }
    }

    /** The attack: a request begun before the lock, still under way, writes the open session back at its end. */
    @Test
    void staysLockedHoweverSlowARequestOfBeforeIs() throws Exception {
        Visitor officer = new Visitor(mvc);
        officer.signIn(town.shortName, "legal", Town.PASSWORD);
        clock.windTo(Instant.now().plusSeconds(40));
        var session = store.findByPrincipalName(town.staff.person("legal").toString())
                .keySet()
                .iterator()
                .next();
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(officer.cookies.values().toArray(Cookie[]::new));
        sessionFilter.doFilter(request, new MockHttpServletResponse(), (slow, response) -> {
            assertThat(sessions.find((HttpServletRequest) slow)).isPresent();
            lock(officer);
        });
        assertThat(Objects.requireNonNull(store.findById(session)).<String>getAttribute("signed"))
                .contains("LOCKED");
        assertThat(officer.open(at("/desk")).getResponse().getRedirectedUrl()).startsWith(at("/unlock"));
    }

    private void lock(Visitor officer) {
        try {
            officer.send(at("/desk/lock"));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private final class App {
        final Visitor browser;
        final byte[] secret;
        final List<String> recovery = new ArrayList<>();

        App(Visitor browser, byte[] secret) {
            this.browser = browser;
            this.secret = secret;
        }

        String code() {
            return SecondFactorTests.this.code(secret);
        }
    }

    private App addApp(String username) throws Exception {
        Visitor browser = new Visitor(mvc);
        browser.signIn(town.shortName, username, Town.PASSWORD);
        return addApp(browser);
    }

    private App addApp(Visitor browser) throws Exception {
        App app = new App(browser, secret(browser));
        String page = browser.send(
                        at("/desk/signins/totp"),
                        "secret",
                        Totp.base32(app.secret),
                        "code",
                        app.code(),
                        "label",
                        "โทรศัพท์",
                        "password",
                        Town.PASSWORD)
                .getResponse()
                .getContentAsString();
        Matcher codes = CODE.matcher(page);
        while (codes.find()) {
            app.recovery.add(codes.group(1));
        }
        return app;
    }

    private byte[] secret(Visitor browser) throws Exception {
        Matcher secret = SECRET.matcher(
                browser.open(at("/desk/signins/totp")).getResponse().getContentAsString());
        assertThat(secret.find()).isTrue();
        return Totp.secret(secret.group(1));
    }

    private String code(byte[] secret) {
        return Totp.code(secret, time.now().getEpochSecond() / 30);
    }

    private String at(String path) {
        return "/" + town.shortName + path;
    }
}
