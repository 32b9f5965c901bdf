package org.sucharit.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sucharit.testing.Browsing.body;
import static org.sucharit.testing.Browsing.status;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.MvcResult;
import org.sucharit.kernel.CaseId;
import org.sucharit.vault.Officer;

/** What brings cases back: a colleague's word, or so many sheets as are needed. */
class RecoveryPagesTests extends RecoveryTest {

    @Test
    void aForgottenPasswordShutsTheCasesUntilAColleagueWhoHoldsThemVouches() throws Exception {
        CaseId id = receive();
        assertThat(opens(town.officer("clerk"), id)).isTrue();

        Officer clerk = choosePassword(person("clerk"), replaceKey(person("clerk")));
        assertThat(opens(clerk, id)).isFalse();
        assertThat(status(see(clerk, "/cases/" + id))).isEqualTo(404);
        String number = town.in(() -> vouching.number(clerk));
        assertThat(status(see(clerk, ""))).isEqualTo(200);
        assertThat(body(see(clerk, ""))).contains(number);

        Officer colleague = town.officer("clerk2");
        assertThat(body(see(colleague, "/people"))).contains(person("clerk").toString());
        MvcResult wrong = send(colleague, "/people/" + clerk.id() + "/vouch", "number", "0000 0000 0000");
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(body(wrong)).contains("0000 0000 0000");
        MvcResult vouched = send(colleague, "/people/" + clerk.id() + "/vouch", "number", number.replace(" ", ""));
        assertThat(status(vouched)).isEqualTo(302);

        assertThat(opens(clerk, id)).isTrue();
        assertThat(body(see(clerk, ""))).doesNotContain(number);
        assertThat(entered("KEY_REPLACED", "VOUCHED"))
                .containsExactly("KEY_REPLACED " + clerk.id(), "VOUCHED " + clerk.id());
        assertThat(town.in(() -> vault.open(clerk, id))).isNotNull();
    }

    @Test
    void whatTheVoucherDoesNotHoldComesBackWhenAHolderActs() {
        CaseId id = receive(accused("mayor"));
        Officer clerk = choosePassword(person("clerk"), replaceKey(person("clerk")));
        String number = town.in(() -> vouching.number(clerk));
        send(town.officer("mayor"), "/people/" + clerk.id() + "/vouch", "number", number);
        assertThat(opens(clerk, id)).isFalse();

        assertThat(status(send(town.officer("clerk2"), "/recovery/cover"))).isEqualTo(302);
        assertThat(opens(clerk, id)).isTrue();
    }

    @Test
    void threeWrongNumbersMakeWhoeverTypedThemWaitAndNobodyElse() {
        receive();
        Officer clerk = choosePassword(person("clerk"), replaceKey(person("clerk")));
        String number = town.in(() -> vouching.number(clerk));
        String vouch = "/people/" + clerk.id() + "/vouch";
        for (int i = 0; i < 3; i++) {
            assertThat(status(send(town.officer("clerk2"), vouch, "number", "111122223333")))
                    .isEqualTo(422);
        }
        assertThat(status(send(town.officer("clerk2"), vouch, "number", number)))
                .isEqualTo(429);
        assertThat(town.in(() -> vouching.counts(clerk))).isFalse();
        assertThat(status(send(town.officer("chief"), vouch, "number", number))).isEqualTo(302);
        assertThat(town.in(() -> vouching.counts(clerk))).isTrue();
    }

    @Test
    void somebodyUnknownIsNotThereToBeVouchedFor() {
        String vouch = "/people/" + UUID.randomUUID() + "/vouch";
        assertThat(status(send(town.officer("chief"), vouch, "number", "111122223333")))
                .isEqualTo(404);
    }

    /** The language link on a page that answered a form. */
    @Test
    void whoeverOpensAnAddressThatIsOnlySentToIsLedToItsPage() {
        Officer chief = town.officer("chief");
        assertThat(see(chief, "/recovery/sheet?lang=en").getResponse().getRedirectedUrl())
                .isEqualTo(at("/recovery?lang=en"));
        assertThat(see(chief, "/people/" + UUID.randomUUID() + "/vouch")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(at("/people"));
        assertThat(see(chief, "/recovery/ceremony/finish").getResponse().getRedirectedUrl())
                .isEqualTo(at("/recovery/ceremony"));
        assertThat(see(admin, "/admin/people/" + chief.id() + "/deactivate?lang=en")
                        .getResponse()
                        .getRedirectedUrl())
                .isEqualTo(at("/admin/people/" + chief.id() + "?lang=en"));
    }

    @Test
    void twoOfThreeSheetsBringTheCasesBackEvenWhereNobodyIsLeftToVouch() throws Exception {
        List<String> codes = printed(2, "chief", "office", "legal");
        CaseId id = receive();
        for (String name : List.of("clerk", "clerk2", "personnel", "office", "chief", "mayor")) {
            replaceKey(person(name));
        }
        Officer clerk = choosePassword(person("clerk"), replaceKey(person("clerk")));
        assertThat(town.in(() -> vault.holders(id))).isEmpty();

        String ceremony = "/recovery/ceremony";
        assertThat(status(see(clerk, ceremony))).isEqualTo(200);
        String mistyped = (codes.get(0).charAt(8) == 'X' ? "Y" : "X");
        MvcResult wrong = send(
                clerk,
                ceremony,
                "code",
                codes.get(0).substring(0, 8) + mistyped + codes.get(0).substring(9));
        assertThat(status(wrong)).isEqualTo(422);
        assertThat(body(wrong)).contains("กลุ่มที่ ๒").contains(codes.get(0).substring(9));
        assertThat(status(send(clerk, ceremony + "/finish", "sheet", codes.get(0))))
                .isEqualTo(409);
        assertThat(status(send(clerk, ceremony, "sheet", codes.get(0), "code", codes.get(0))))
                .isEqualTo(422);
        assertThat(body(send(clerk, ceremony, "sheet", codes.get(0), "code", codes.get(2))))
                .contains("/recovery/ceremony/finish");

        MvcResult done = send(clerk, ceremony + "/finish", "sheet", codes.get(0), "sheet", codes.get(2));
        assertThat(status(done)).isEqualTo(302);
        assertThat(body(done)).doesNotContain(id.toString());
        assertThat(opens(clerk, id)).isTrue();
        assertThat(entered("RECOVERED"))
                .containsExactlyInAnyOrder(
                        "RECOVERED sheet 1/1", "RECOVERED sheet 1/3", "RECOVERED null", "RECOVERED cases 1 0");
        assertThat(town.in(() -> vouching.counts(clerk))).isTrue();
    }

    @Test
    void theCeremonyGivesNothingToWhoeverIsKeptOutAndToWhomItIsNoConcern() throws Exception {
        List<String> codes = printed(2, "clerk", "chief", "legal");
        CaseId id = receive(accused("office"));
        for (String name : List.of("office", "legal", "works")) {
            MvcResult done =
                    send(town.officer(name), "/recovery/ceremony/finish", "sheet", codes.get(0), "sheet", codes.get(1));
            assertThat(status(done)).as(name).isEqualTo(302);
            assertThat(String.valueOf(done.getFlashMap().get("done"))).contains("๐ เรื่อง");
            assertThat(opens(town.officer(name), id)).as(name).isFalse();
        }
    }

    @Test
    void anAccusedHolderGetsNoShareAndTheDeskSaysInANumberWhatCannotComeBack() throws Exception {
        printed(2, "office", "mayor", "legal");
        receive(accused("office"));
        assertThat(shares()).isEqualTo(2);
        receive(accused("mayor"), accused("office"));
        assertThat(shares()).isEqualTo(2);
        assertThat(body(see(town.officer("chief"), "/recovery"))).contains("๑ เรื่อง");
    }

    @Test
    void casesOfBeforeAreCoveredByWhoeverCanOpenThem() throws Exception {
        receive();
        printed(2, "chief", "office", "legal");
        assertThat(shares()).isZero();
        assertThat(body(see(town.officer("clerk"), "/recovery"))).contains("/recovery/cover");
        assertThat(body(see(town.officer("legal"), "/recovery"))).doesNotContain("/recovery/cover");
        send(town.officer("clerk"), "/recovery/cover");
        assertThat(shares()).isEqualTo(3);
        assertThat(body(see(town.officer("clerk"), "/recovery"))).doesNotContain("/recovery/cover");
    }

    @Test
    void onlyAHolderPrintsASheetOnlyTheirOwnAndOnlyOnce() throws Exception {
        nameHolders(2, person("chief"), person("office"), person("legal"));
        assertThat(body(see(town.officer("chief"), ""))).contains("/desk/recovery");
        assertThat(status(send(town.officer("clerk"), "/recovery/sheet"))).isEqualTo(404);
        assertThat(status(send(admin, "/recovery/sheet"))).isEqualTo(403);
        assertThat(code(send(town.officer("chief"), "/recovery/sheet"))).hasSize(47);
        assertThat(status(send(town.officer("chief"), "/recovery/sheet"))).isEqualTo(409);
        assertThat(entered("SHARES_PREPARED", "SHEET_PRINTED"))
                .containsExactly("SHARES_PREPARED 1 2/3", "SHEET_PRINTED 1/1");
    }

    private int shares() {
        return jdbc.sql("select count(*) from recovery_share where organisation_id = ?")
                .param(town.id.value())
                .query(Integer.class)
                .single();
    }
}
