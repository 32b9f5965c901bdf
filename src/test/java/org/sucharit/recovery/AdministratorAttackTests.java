package org.sucharit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MvcResult;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.organisation.PostId;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Recovery;

/**
 * Whoever administers accounts and posts, alone and with the whole database in hand, against the cases: nothing of what
 * they can do opens, lists, counts or mails any.
 */
class AdministratorAttackTests extends RecoveryTest {

    @Autowired
    People people;

    @Autowired
    Recovery recovery;

    private CaseId old;

    @BeforeEach
    void aCaseThereAlready() {
        old = receive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "personnel", "chief", "mayor"})
    void resetsAPasswordAndSignsInAsTheVictim(String victim) throws Exception {
        String first = replaceKey(person(victim));
        Officer withFirst = town.in(() -> keyring.signIn(person(victim), first)).orElseThrow();
        assertGetsNothing(withFirst);
        Officer impostor = choosePassword(person(victim), first);
        assertGetsNothing(impostor);
        assertThat(status(see(impostor, "/people"))).isEqualTo(403);
        assertThat(status(send(impostor, "/people/" + impostor.id() + "/vouch", "number", "1")))
                .isEqualTo(403);
        assertThat(status(send(admin, "/people/" + impostor.id() + "/vouch", "number", "1")))
                .isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"clerk", "personnel", "legal", "office", "chief", "mayor"})
    void makesAPersonAndAppointsThemToThePost(String predecessor) throws Exception {
        Officer own = ownMan();
        appoint(own.id(), predecessor);
        assertGetsNothing(own);
    }

    @Test
    void vouchesForTheirOwnManThroughAnotherOfTheirOwnMen() {
        Officer one = ownMan("one");
        Officer other = ownMan("other");
        appoint(one.id(), "chief");
        appoint(other.id(), "office");
        String number = town.in(() -> vouching.number(other));
        assertThat(status(send(one, "/people/" + other.id() + "/vouch", "number", number)))
                .isEqualTo(403);
        assertThat(town.in(() -> vouching.counts(other))).isFalse();
    }

    @Test
    void namesHoldersOfTheirOwnMaking() throws Exception {
        Officer one = ownMan("one");
        Officer other = ownMan("other");
        appoint(one.id(), "legal");
        appoint(other.id(), "legal2");
        MvcResult refused = nameHolders(2, one.id(), other.id());
        assertThat(status(refused)).isEqualTo(422);
        assertThat(status(nameHolders(2, admin.id(), person("office")))).isEqualTo(422);

        // Named while the real person was there, printed by whoever took their name since.
        assertThat(status(nameHolders(2, person("chief"), person("office")))).isEqualTo(302);
        Officer impostor = choosePassword(person("chief"), replaceKey(person("chief")));
        assertThat(status(send(impostor, "/recovery/sheet"))).isEqualTo(409);
        assertThat(sheetsPrinted()).isZero();
    }

    @Test
    void putsTheirOwnKeyInThePlaceOfAnOfficers() throws Exception {
        jdbc.sql("update person_key set public_key = (select public_key from person_key k where k.person_id = ?)"
                        + " where person_id = ?")
                .params(admin.id().value(), person("clerk2").value())
                .update();
        assertGrantsNothing(person("clerk2"));

        // With the word that was given for their own key, too.
        jdbc.sql("update person_key set vouch_mac = (select vouch_mac from person_key k where k.person_id = ?),"
                        + " vouched_by = ? where person_id = ?")
                .params(admin.id().value(), admin.id().value(), person("clerk2").value())
                .update();
        assertGrantsNothing(person("clerk2"));
    }

    @Test
    void putsAWordOfTheirOwnBesideAKeyThatNobodyVouchedFor() {
        Officer own = ownMan();
        appoint(own.id(), "clerk2");
        jdbc.sql("update person_key set vouched_by = ?, vouched_at = changed_at, vouch_mac = ? where person_id = ?")
                .params(person("chief").value(), new byte[32], own.id().value())
                .update();
        assertGrantsNothing(own.id());
    }

    @Test
    void givesEverybodyANewKeySoThatNobodyOpensACaseEverAgain() throws Exception {
        for (String name : List.of("clerk", "clerk2", "personnel", "office", "chief")) {
            replaceKey(person(name));
        }
        assertThat(status(send(admin, "/admin/people/" + person("mayor") + "/key", "asked", "true")))
                .isEqualTo(409);
        assertThat(town.in(() -> vault.holders(old))).containsExactly(person("mayor"));
    }

    @Test
    void turnsALostGrantBackInTheDatabase() {
        Officer impostor = choosePassword(person("clerk"), replaceKey(person("clerk")));
        jdbc.sql("update case_grant set state = 'ACTIVE' where holder_id = ?")
                .param(person("clerk").value())
                .update();
        assertThat(opensIn(impostor)).isFalse();
    }

    @Test
    void readsTheWholeDatabaseWithTheFirstPasswordsInHand() {
        replaceKey(person("clerk"));
        Officer own = ownMan();
        appoint(own.id(), "clerk2");
        receive();
        // No key is ever wrapped for a key pair that a password of theirs opens.
        assertThat(jdbc.sql("select count(*) from case_grant where holder_id in (?, ?) and state <> 'LOST'")
                        .params(person("clerk").value(), own.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** The database of the day before, with a first password that was noted down, opens nothing of the day after. */
    @Test
    void keepsTheKeyThatTheFirstPasswordOpened() {
        PersonId clerk = person("clerk");
        String first = replaceKey(clerk);
        var before = jdbc.sql("select * from person_key where person_id = ?")
                .param(clerk.value())
                .query()
                .singleRow();
        Officer real = choosePassword(clerk, first);
        send(town.officer("clerk2"), "/people/" + clerk + "/vouch", "number", town.in(() -> vouching.number(real)));
        assertThat(opensIn(real)).isTrue();

        jdbc.sql("update person_key set public_key = ?, salt = ?, wrapped_private_key = ? where person_id = ?")
                .params(Arrays.asList(
                        before.get("public_key"), before.get("salt"), before.get("wrapped_private_key"), clerk.value()))
                .update();
        assertThat(opensIn(town.in(() -> keyring.signIn(clerk, first)).orElseThrow()))
                .isFalse();
    }

    @Test
    void asksTheirOwnPagesForCases() throws Exception {
        for (String page :
                List.of("", "/cases", "/cases/" + old, "/admin/recovery", "/admin/people/" + person("clerk"))) {
            assertThat(body(see(admin, page))).as(page).doesNotContain(old.toString(), "เรียกรับเงิน");
        }
        assertThat(status(see(admin, "/recovery"))).isEqualTo(403);
        assertThat(status(see(admin, "/recovery/ceremony"))).isEqualTo(403);
        assertThat(status(see(admin, "/people"))).isEqualTo(403);
    }

    /** Neither of the case that was there nor of one that comes in now. */
    private void assertGetsNothing(Officer impostor) throws Exception {
        int mails = mails();
        CaseId later = receive();
        send(town.officer("clerk2"), "/recovery/cover");
        for (CaseId id : List.of(old, later)) {
            assertThat(opens(impostor, id)).isFalse();
            assertThat(status(see(impostor, "/cases/" + id))).isIn(302, 404);
            for (String page : List.of("", "/cases", "/recovery", "/figures")) {
                assertThat(status(see(impostor, page))).as(page).isIn(200, 302);
                assertThat(body(see(impostor, page))).as(page).doesNotContain(id.toString(), "เรียกรับเงิน");
            }
            assertThat(town.in(() -> vault.holders(id))).doesNotContain(impostor.id());
        }
        assertThat(body(see(impostor, "/recovery"))).doesNotContain("<dl class=\"facts\">");
        assertThat(mails()).isEqualTo(mails);
    }

    private void assertGrantsNothing(PersonId person) {
        CaseId later = receive();
        assertThat(town.in(() -> vault.holders(later))).isNotEmpty().doesNotContain(person);
        assertThat(town.in(() -> vault.enrolled(List.of(person)))).isEmpty();
    }

    private boolean opensIn(Officer impostor) {
        return town.in(() -> {
            try {
                vault.open(impostor, old);
                return true;
            } catch (RuntimeException shut) {
                return false;
            }
        });
    }

    private Officer ownMan() {
        return ownMan("own.man");
    }

    /** A person of the administrator's making, signed in by the administrator with a password of their own. */
    private Officer ownMan(String username) {
        MvcResult added = send(
                admin,
                "/admin/people/new",
                "username",
                username,
                "nameTh",
                "นายคนของเขา " + username,
                "email",
                username + "@example.go.th");
        String first = String.valueOf(added.getFlashMap().get("password"));
        PersonView person = town.in(() -> people.byUsername(username)).orElseThrow();
        return choosePassword(person.id(), first);
    }

    private void appoint(PersonId person, String predecessor) {
        PostId post = town.staff.post(predecessor);
        town.run(() -> {
            people.postsOf(town.staff.person(predecessor), LocalDate.now())
                    .forEach(held -> people.endAppointment(
                            held.appointment(), LocalDate.now().minusDays(1), admin.id()));
            people.appoint(person, post, LocalDate.now(), "", admin.id());
        });
    }

    private int mails() {
        return jdbc.sql("select count(*) from outbox where organisation_id = ?")
                .param(town.id.value())
                .query(Integer.class)
                .single();
    }

    private int sheetsPrinted() {
        return jdbc.sql("select count(*) from recovery_sheet where organisation_id = ? and printed_at is not null")
                .param(town.id.value())
                .query(Integer.class)
                .single();
    }
}
