package org.sucharit.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.SucharitApplication;
import org.sucharit.kernel.WoundClock;
import org.sucharit.testing.OnPostgres;
import org.sucharit.testing.Town;

/** Sessions as the session store, the cookies and a second node see them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@OnPostgres
@Import(Town.class)
class SessionTests {

    private static @Nullable ConfigurableApplicationContext other;

    @Autowired
    Town towns;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    @Autowired
    WoundClock clock;

    @LocalServerPort
    int port;

    private Town.Founded town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @AfterAll
    static void stop() {
        if (other != null) {
            other.close();
        }
    }

    @Test
    void worksAtAnotherNodeAfterSigningInAtOne() {
        Caller officer = in("clerk");
        int elsewhere = otherNode();
        HttpResponse<String> desk = officer.open(elsewhere, at("/desk"));
        assertThat(desk.statusCode()).isEqualTo(200);
        assertThat(desk.body()).contains("clerk");
        officer.send(elsewhere, at("/desk/signins/out"));
        assertThat(officer.open(port, at("/desk")).statusCode()).isEqualTo(200);
        officer.send(elsewhere, at("/signout"));
        assertThat(officer.open(port, at("/desk")).statusCode()).isEqualTo(302);
    }

    /** The attack: whoever has a copy of the database has every session's id. */
    @Test
    void opensNothingToACopyOfTheSessionStore() {
        in("clerk");
        for (String id : jdbc.sql("select session_id from spring_session")
                .query(String.class)
                .list()) {
            Caller thief = new Caller();
            thief.cookies.put("session", id);
            assertThat(thief.open(port, at("/desk")).statusCode()).isEqualTo(302);
            thief.cookies.put("session", id);
            thief.cookies.put("half", "A".repeat(43));
            assertThat(thief.open(port, at("/desk")).statusCode()).isEqualTo(302);
        }
    }

    /** The attack: a stolen cookie, without the session that it belongs to. */
    @Test
    void opensNothingToOneCookieWithoutTheOther() {
        Caller officer = in("clerk");
        Caller half = new Caller();
        half.cookies.put("half", officer.cookies.get("half"));
        assertThat(half.open(port, at("/desk")).statusCode()).isEqualTo(302);
        Caller mixed = in("mayor");
        mixed.cookies.put("half", officer.cookies.get("half"));
        assertThat(mixed.open(port, at("/desk")).statusCode()).isEqualTo(302);
    }

    /** The attack: an officer who can write to the database makes their own session somebody else's. */
    @Test
    void opensNothingToASessionThatWasRewritten() {
        Caller clerk = in("clerk");
        assertThat(clerk.open(port, at("/desk")).statusCode()).isEqualTo(200);
        String mayor = town.staff.person("mayor").toString();
        String own = town.staff.person("clerk").toString();
        rewrite(own, own, mayor);
        assertThat(clerk.open(port, at("/desk")).statusCode()).isEqualTo(302);

        Caller legal = in("legal");
        String id = town.staff.person("legal").toString();
        rewrite(id, "\"factor\":\"\"", "\"factor\":\"TOTP\"");
        assertThat(legal.open(port, at("/desk")).statusCode()).isEqualTo(302);
    }

    @Test
    void keepsNothingInTheSessionStoreButTextWithoutAKey() {
        in("clerk");
        List<byte[]> stored = jdbc.sql("select attribute_bytes from spring_session_attributes")
                .query((row, n) -> row.getBytes(1))
                .list();
        assertThat(stored).isNotEmpty();
        assertThat(stored)
                .allSatisfy(bytes -> assertThat(bytes[0]).as("no Java object").isNotEqualTo((byte) 0xAC));
    }

    @Test
    void makesNoSessionAndNoCookieForThePublic() {
        long before = sessions();
        for (String page : List.of("", "/report", "/follow", "/verify", "/transparency")) {
            Caller reporter = new Caller();
            HttpResponse<String> answer = reporter.open(port, at(page));
            assertThat(answer.headers().allValues("Set-Cookie")).as(page).isEmpty();
        }
        new Caller().open(port, at("/signin"));
        assertThat(sessions())
                .as("nor a session for who only looks at the sign-in page")
                .isEqualTo(before);
    }

    @Test
    void locksASessionThatLayIdleAndOpensItByThePassword() {
        Caller officer = in("clerk");
        String half = officer.cookies.get("half");
        wind(Duration.ofMinutes(16));
        HttpResponse<String> locked = officer.open(port, at("/desk/entry"));
        assertThat(Caller.location(locked)).isEqualTo(at("/unlock?to=" + at("/desk/entry")));
        assertThat(jdbc.sql("select convert_from(attribute_bytes, 'UTF8') from spring_session_attributes"
                                + " where attribute_name = 'signed'")
                        .query(String.class)
                        .list())
                .filteredOn(text -> text.contains(town.staff.person("clerk").toString()))
                .allMatch(text -> text.contains("\"sealed\":null"));
        assertThat(officer.open(port, at("/desk")).statusCode())
                .as("it stays locked, whatever half is sent")
                .isEqualTo(302);

        officer.open(port, at("/unlock?to=" + at("/desk/entry")));
        assertThat(officer.send(port, at("/unlock"), "password", "not the password")
                        .statusCode())
                .isEqualTo(422);
        HttpResponse<String> open =
                officer.send(port, at("/unlock"), "password", Town.PASSWORD, "to", at("/desk/entry"));
        assertThat(Caller.location(open)).isEqualTo(at("/desk/entry"));
        assertThat(officer.open(port, at("/desk")).statusCode()).isEqualTo(200);
        assertThat(officer.cookies.get("half")).isNotEqualTo(half);
    }

    @Test
    void staysOpenWhileItIsUsedButNoLongerThanTwelveHours() {
        Caller officer = in("clerk");
        for (int n = 1; n <= 71; n++) {
            wind(Duration.ofMinutes(10L * n));
            assertThat(officer.open(port, at("/desk/signins")).statusCode()).isEqualTo(200);
        }
        wind(Duration.ofMinutes(721));
        assertThat(Caller.location(officer.open(port, at("/desk")))).startsWith(at("/signin"));
    }

    @Test
    void bringsBackAFormThatWasBeingSentWhenTheSessionWasLocked() {
        Caller officer = in("clerk");
        officer.open(port, at("/desk/signins"));
        officer.send(port, at("/desk/lock"));
        HttpResponse<String> kept = officer.send(
                port, at("/desk/entry/box"), "subject", "<b>เสียงดัง \"ทุกคืน\"", "password", "typed by mistake");
        assertThat(kept.body())
                .contains("name=\"kept.subject\"")
                .contains("&lt;b&gt;เสียงดัง &quot;ทุกคืน&quot;")
                .doesNotContain("typed by mistake")
                .doesNotContain("kept._csrf");
        HttpResponse<String> open = officer.send(
                port,
                at("/unlock"),
                "password",
                Town.PASSWORD,
                "to",
                at("/desk/entry/box"),
                "sending",
                "true",
                "kept.subject",
                "<b>เสียงดัง");
        assertThat(open.statusCode()).isEqualTo(200);
        assertThat(open.body())
                .contains("action=\"" + at("/desk/entry/box") + "\"")
                .contains("name=\"subject\" value=\"&lt;b&gt;เสียงดัง\"");
        Caller stranger = new Caller();
        stranger.open(port, at("/signin"));
        assertThat(stranger.send(port, at("/unlock/kept"), "subject", "x").statusCode())
                .isEqualTo(404);
    }

    /** The attack: receipts are tried one after the other. */
    @Test
    void slowsDownWhoeverTriesReceiptsAndNobodyElse() {
        Caller guesser = new Caller("203.0.113.7");
        String unknown = "0000 0000 0000 0000 0000 0000 0098";
        for (int n = 0; n < ReceiptBrake.WRONG_AT_MOST; n++) {
            assertThat(guesser.send(port, at("/follow"), "receipt", unknown).statusCode())
                    .isEqualTo(404);
        }
        HttpResponse<String> refused = guesser.send(port, at("/follow"), "receipt", unknown);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(new Caller("203.0.113.8")
                        .send(port, at("/follow"), "receipt", unknown)
                        .statusCode())
                .isEqualTo(404);
        wind(Duration.ofMinutes(11));
        assertThat(guesser.send(port, at("/follow"), "receipt", unknown).statusCode())
                .isEqualTo(404);
    }

    /** The attack: through an onion service, where all share one address, somebody keeps the others out. */
    @Test
    void letsNobodyBehindAProxyOfThisHostKeepTheOthersOut() {
        Caller guesser = new Caller();
        for (int n = 0; n <= ReceiptBrake.WRONG_AT_MOST; n++) {
            assertThat(guesser.send(port, at("/follow"), "receipt", "0000 0000 0000 0000 0000 0000 0098")
                            .statusCode())
                    .isEqualTo(404);
        }
    }

    private void wind(Duration by) {
        clock.windTo(Instant.now().plus(by));
    }

    private Caller in(String username) {
        Caller officer = new Caller();
        HttpResponse<String> in = officer.signIn(port, town.shortName, username, Town.PASSWORD);
        assertThat(Caller.location(in)).isEqualTo(at("/desk"));
        return officer;
    }

    private void rewrite(String person, String before, String after) {
        int changed = jdbc.sql("""
                        update spring_session_attributes
                        set attribute_bytes = convert_to(replace(convert_from(attribute_bytes, 'UTF8'), ?, ?), 'UTF8')
                        where attribute_name = 'signed' and session_primary_id in
                            (select primary_id from spring_session where principal_name = ?)""").params(before, after, person).update();
        assertThat(changed).isPositive();
    }

    private long sessions() {
        return jdbc.sql("select count(*) from spring_session").query(Long.class).single();
    }

    private int otherNode() {
        if (other == null) {
            other = new SpringApplicationBuilder(SucharitApplication.class)
                    .run(
                            "--server.port=0",
                            "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                            "--sucharit.installation-key=" + environment.getProperty("sucharit.installation-key"));
        }
        return Objects.requireNonNull(((WebServerApplicationContext) other).getWebServer())
                .getPort();
    }

    private String at(String path) {
        return "/" + town.shortName + path;
    }
}
