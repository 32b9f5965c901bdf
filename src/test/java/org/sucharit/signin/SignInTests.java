package org.sucharit.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.People;
import org.sucharit.register.Act;
import org.sucharit.register.Visits;
import org.sucharit.testing.FormToken;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Keyring;

@SpringBootTest
@AutoConfigureMockMvc
@OnH2
@Import(Town.class)
class SignInTests {

    @Autowired
    Town towns;

    @Autowired
    MockMvc mvc;

    @Autowired
    People people;

    @Autowired
    Keyring keyring;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Visits visits;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Time time;

    @Autowired
    WoundClock clock;

    private Town.Founded town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void leadsBackToWhereOneWantedToGoButNeverElsewhere() throws Exception {
        assertThat(signIn("clerk", Town.PASSWORD, at("/desk/entry"))
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(at("/desk/entry"));
        for (String elsewhere :
                new String[] {"https://example.org", "//example.org", at("/desk/../x"), "/other/desk"}) {
            assertThat(signIn("clerk", Town.PASSWORD, elsewhere).getResponse().getRedirectedUrl())
                    .isEqualTo(at("/desk"));
        }
    }

    @Test
    void saysTheSameOfAWrongPasswordAndOfNobody() throws Exception {
        String wrong = signIn("clerk", "wrong password", "").getResponse().getContentAsString();
        String nobody = signIn("nobody", "wrong password", "").getResponse().getContentAsString();
        assertThat(wrong).contains("ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง");
        assertThat(withoutToken(nobody).replace("nobody", "clerk")).isEqualTo(withoutToken(wrong));
    }

    @Test
    void makesWhoeverGuessesWait() throws Exception {
        for (int n = 0; n < 5; n++) {
            assertThat(signIn("legal", "guess number " + n, "").getResponse().getStatus())
                    .isEqualTo(422);
        }
        assertThat(signIn("legal", Town.PASSWORD, "").getResponse().getStatus()).isEqualTo(429);
    }

    /** The attack: somebody who knows nothing but a name keeps its owner out by guessing. */
    @Test
    void neverMakesADeviceWaitThatSignedInBefore() throws Exception {
        Visitor owner = new Visitor(mvc);
        owner.signIn(town.shortName, "legal", Town.PASSWORD);
        owner.send(at("/signout"));
        Visitor stranger = new Visitor(mvc);
        for (int n = 0; n < 8; n++) {
            stranger.signIn(town.shortName, "legal", "guess number " + n);
        }
        assertThat(stranger.signIn(town.shortName, "legal", Town.PASSWORD)
                        .getResponse()
                        .getStatus())
                .isEqualTo(429);
        assertThat(owner.signIn(town.shortName, "legal", Town.PASSWORD)
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(at("/desk"));
    }

    @Test
    void knowsNoDeviceByACookieThatIsMadeUpOrAnothers() throws Exception {
        Visitor clerk = new Visitor(mvc);
        clerk.signIn(town.shortName, "clerk", Town.PASSWORD);
        clerk.send(at("/signout"));
        String ofClerk = clerk.cookies.values().stream()
                .filter(cookie -> cookie.getName().startsWith("device-"))
                .findFirst()
                .orElseThrow()
                .getValue();
        Visitor legal = new Visitor(mvc);
        legal.signIn(town.shortName, "legal", Town.PASSWORD);
        legal.send(at("/signout"));
        legal.cookies.values().stream()
                .filter(cookie -> cookie.getName().startsWith("device-"))
                .forEach(cookie -> cookie.setValue(ofClerk));
        for (int n = 0; n < 5; n++) {
            new Visitor(mvc).signIn(town.shortName, "legal", "guess number " + n);
        }
        assertThat(legal.signIn(town.shortName, "legal", Town.PASSWORD)
                        .getResponse()
                        .getStatus())
                .isEqualTo(429);
    }

    /** The attack: from elsewhere somebody guesses on and on, and the owner has a new telephone. */
    @Test
    void letsTheOwnerInOnANewDeviceHoweverOftenSomebodyGuessesElsewhere() throws Exception {
        int paused = 0;
        for (int n = 0; n < 200; n++) {
            paused += from("203.0.113.7", "deputy", "guess number " + n) == 429 ? 1 : 0;
        }
        assertThat(paused).isGreaterThan(150);
        clock.windTo(Instant.now().plus(SignInAttempts.BETWEEN).plusSeconds(1));
        assertThat(from("203.0.113.8", "deputy", Town.PASSWORD)).isEqualTo(302);
    }

    /** The attack: many addresses take turns. */
    @Test
    void letsManyAddressesTryNoFasterThanOneInTwoSeconds() throws Exception {
        for (int n = 1; n <= 5; n++) {
            assertThat(from("203.0.113." + n, "council", "guess number " + n)).isEqualTo(422);
        }
        clock.windTo(Instant.now().plusSeconds(60));
        assertThat(from("203.0.113.6", "council", "guess number 6")).isEqualTo(422);
        assertThat(from("203.0.113.7", "council", "guess number 7")).isEqualTo(429);
        assertThat(from("2001:db8:0:1::1", "council", "guess number 8")).isEqualTo(429);
    }

    /** The attack: an open desk tells, as fast as one likes, whether a password is the right one. */
    @Test
    void makesWhoeverGuessesAtTheirDeskWait() throws Exception {
        Visitor officer = new Visitor(mvc);
        officer.signIn(town.shortName, "legal", Town.PASSWORD);
        String chosen = "green umbrella bananas";
        for (int n = 0; n < 5; n++) {
            assertThat(officer.send(at("/desk/password"), "present", "guess " + n, "chosen", chosen, "again", chosen)
                            .getResponse()
                            .getStatus())
                    .isEqualTo(422);
        }
        assertThat(officer.send(at("/desk/password"), "present", Town.PASSWORD, "chosen", chosen, "again", chosen)
                        .getResponse()
                        .getStatus())
                .isEqualTo(429);
        new Visitor(mvc).signIn(town.shortName, "legal", Town.PASSWORD);
        assertThat(town.in(() -> visits.of(town.staff.person("legal"), 10)))
                .anyMatch(entry -> entry.act() == Act.SIGN_IN_REFUSED && "5".equals(entry.detail()));
    }

    private int from(String address, String username, String password) throws Exception {
        return mvc.perform(post(at("/signin"))
                        .with(FormToken.sent())
                        .with(request -> {
                            request.setRemoteAddr(address);
                            return request;
                        })
                        .param("username", username)
                        .param("password", password))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    /** The attack: guesses fill the register. */
    @Test
    void entersHoweverManyRefusalsAsOneEntryAtTheNextSignIn() throws Exception {
        Visitor owner = new Visitor(mvc);
        owner.signIn(town.shortName, "legal", Town.PASSWORD);
        long before = entries();
        for (int n = 0; n < 4; n++) {
            new Visitor(mvc).signIn(town.shortName, "legal", "guess number " + n);
            new Visitor(mvc).signIn(town.shortName, "nobody" + n, "guess number " + n);
        }
        assertThat(entries()).isEqualTo(before);
        owner.signIn(town.shortName, "legal", Town.PASSWORD);
        assertThat(entries()).isEqualTo(before + 2);
        assertThat(town.in(() -> visits.of(town.staff.person("legal"), 10)))
                .anyMatch(entry -> entry.act() == Act.SIGN_IN_REFUSED && "4".equals(entry.detail()));
    }

    @Test
    void takesAsLongForNobodyAndForTheDeactivatedAsForAWrongPassword() throws Exception {
        town.run(() -> people.deactivate(town.staff.person("works"), null));
        signIn("clerk2", "wrong password", "");
        long wrong = nanos("clerk2");
        assertThat(nanos("nobody at all")).isGreaterThan(wrong / 3);
        assertThat(nanos("works")).isGreaterThan(wrong / 3);
        assertThat(signIn("works", Town.PASSWORD, "").getResponse().getStatus()).isEqualTo(422);
    }

    @Test
    void asksToComeAgainWhereTooManyPasswordsAreTriedAtOnce() throws Exception {
        Computing computing = new Computing();
        CountDownLatch end = new CountDownLatch(1);
        List<Thread> flood = IntStream.range(0, 8)
                .mapToObj(n -> Thread.ofVirtual().start(() -> {
                    try {
                        computing.password(() -> {
                            try {
                                return end.await(10, TimeUnit.SECONDS);
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                        });
                    } catch (Problem busy) {
                        assertThat(busy.code()).isEqualTo("signin.busy");
                    }
                }))
                .toList();
        Thread.sleep(300);
        assertThatThrownBy(() -> computing.password(() -> true)).isInstanceOf(Problem.class);
        end.countDown();
        for (Thread thread : flood) {
            thread.join();
        }
        assertThat(computing.password(() -> true)).isTrue();
    }

    @Test
    void showsWhereOneIsSignedInAndSignsOutThere() throws Exception {
        Visitor here = new Visitor(mvc);
        here.signIn(town.shortName, "legal", Town.PASSWORD);
        Visitor there = new Visitor(mvc);
        there.signIn(town.shortName, "legal", Town.PASSWORD);
        Visitor third = new Visitor(mvc);
        third.signIn(town.shortName, "legal", Town.PASSWORD);
        Visitor clerk = new Visitor(mvc);
        clerk.signIn(town.shortName, "clerk", Town.PASSWORD);

        String page = here.open(at("/desk/signins")).getResponse().getContentAsString();
        assertThat(page).contains("เครื่องนี้");
        var ids = Pattern.compile("name=\"id\" value=\"([0-9a-f-]{36})\"")
                .matcher(page)
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(ids).hasSize(2);
        clerk.send(at("/desk/signins/out"), "id", ids.getFirst());
        assertThat(there.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);
        assertThat(third.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);

        here.send(at("/desk/signins/out"), "id", ids.getFirst());
        long in = Stream.of(there, third).filter(this::isIn).count();
        assertThat(in).isEqualTo(1);
        here.send(at("/desk/signins/out"));
        assertThat(Stream.of(there, third)).noneMatch(this::isIn);
        assertThat(isIn(here)).isTrue();
        assertThat(isIn(clerk)).isTrue();
    }

    @Test
    void signsOutEverywhereElseWhenThePasswordChangesAndEverywhereWhenSomebodyLeaves() throws Exception {
        Visitor here = new Visitor(mvc);
        here.signIn(town.shortName, "legal", Town.PASSWORD);
        Visitor thief = new Visitor(mvc);
        thief.signIn(town.shortName, "legal", Town.PASSWORD);
        here.send(
                at("/desk/password"),
                "present",
                Town.PASSWORD,
                "chosen",
                "green umbrella bananas",
                "again",
                "green umbrella bananas");
        assertThat(isIn(here)).isTrue();
        assertThat(isIn(thief)).isFalse();

        town.run(() -> people.deactivate(town.staff.person("legal"), null));
        assertThat(isIn(here)).isFalse();

        Visitor works = new Visitor(mvc);
        works.signIn(town.shortName, "works", Town.PASSWORD);
        town.run(() -> people.postsOf(town.staff.person("works"), time.today())
                .forEach(post ->
                        people.endAppointment(post.appointment(), time.today().minusDays(1), null)));
        assertThat(isIn(works)).isFalse();
    }

    @Test
    void leavesNothingBehindWhenOneSignsOut() throws Exception {
        Visitor officer = new Visitor(mvc);
        officer.signIn(town.shortName, "legal", Town.PASSWORD);
        var kept = new HashMap<>(officer.cookies);
        officer.send(at("/signout"));
        assertThat(officer.cookies.keySet()).noneMatch(name -> name.equals("session") || name.equals("half"));
        officer.cookies.putAll(kept);
        assertThat(isIn(officer)).isFalse();
        assertThat(town.in(() -> visits.of(town.staff.person("legal"), 10)))
                .anyMatch(entry -> entry.act() == Act.SIGNED_OUT);
    }

    private boolean isIn(Visitor visitor) {
        try {
            return visitor.open(at("/desk")).getResponse().getStatus() == 200;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private long entries() {
        return jdbc.sql("select count(*) from register_entry where organisation_id = ?")
                .param(town.id.value())
                .query(Long.class)
                .single();
    }

    private long nanos(String username) throws Exception {
        long begun = System.nanoTime();
        signIn(username, "wrong password", "");
        return System.nanoTime() - begun;
    }

    @Test
    void opensNoPageBeforeAPasswordThatSomebodyElseSetIsChanged() throws Exception {
        town.run(() -> transaction.executeWithoutResult(status -> {
            PersonId fresh = people.add(new AddPerson("fresh", "นายใหม่ มาถึง", "Fresh", "", ""), null);
            keyring.enrol(fresh, "set by somebody else", true);
        }));
        Visitor fresh = new Visitor(mvc);
        MvcResult in = fresh.signIn(town.shortName, "fresh", "set by somebody else");
        assertThat(in.getResponse().getRedirectedUrl()).isEqualTo(at("/desk/password"));

        assertThat(fresh.open(at("/desk")).getResponse().getRedirectedUrl()).isEqualTo(at("/desk/password"));
        assertThat(fresh.open(at("/desk/password")).getResponse().getContentAsString())
                .contains("รหัสผ่านนี้ผู้อื่นเป็นผู้ตั้ง");
        MvcResult changed = fresh.send(
                at("/desk/password"),
                "present",
                "set by somebody else",
                "chosen",
                "chosen by myself",
                "again",
                "chosen by myself");
        assertThat(changed.getFlashMap().get("done")).isEqualTo("เปลี่ยนรหัสผ่านแล้ว");
        assertThat(fresh.open(at("/desk")).getResponse().getStatus()).isEqualTo(200);
    }

    private MvcResult signIn(String username, String password, String to) throws Exception {
        return mvc.perform(post(at("/signin"))
                        .with(FormToken.sent())
                        .param("username", username)
                        .param("password", password)
                        .param("to", to))
                .andReturn();
    }

    private static String withoutToken(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
    }

    private String at(String path) {
        return "/" + town.shortName + path;
    }
}
