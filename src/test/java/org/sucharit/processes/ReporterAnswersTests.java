package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.assignment.Identities;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.IdentityRequests;
import org.sucharit.kernel.Problem;
import org.sucharit.register.Act;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;

/** What a reporter shows to one person is seen by that person alone; and a reporter may object until the time is over. */
@OnH2
class ReporterAnswersTests extends WalkTests {

    private static final Reporter.Identity SHOWN =
            new Reporter.Identity("นางสาวเปิดเผย แก่คนเดียว", null, "0812345678", null);

    @Autowired
    IdentityRequests requests;

    @Autowired
    Correspondence correspondence;

    @Autowired
    CaseFiles cases;

    @Autowired
    Register register;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transaction;

    private Town.Founded town;

    @BeforeEach
    void found() {
        windTo(LocalDate.of(2026, 11, 2));
        town = towns.found();
    }

    private Officer asks(Walk walk) {
        Officer clerk = town.officer("clerk");
        town.run(() -> requests.ask(clerk, walk.id(), "ขอนัดสอบปากคำ", why -> "ขอทราบตัวตน: " + why));
        return clerk;
    }

    /** The attack: another holder of the case opens the envelope with a reason and looks for what was shown. */
    @Test
    void showThemselvesToTheOneWhoAskedAndToNobodyElse() {
        Walk walk = States.reach(walks, town, CaseState.ENDORSING);
        Officer asker = town.officer("personnel");
        Receipt receipt = walk.receipt().orElseThrow();
        town.run(() -> requests.ask(asker, walk.id(), "ขอนัดสอบปากคำ", why -> "ขอทราบตัวตน: " + why));
        assertThat(town.in(() -> requests.waits(receipt))).isTrue();
        assertThat(town.in(() -> correspondence.messages(receipt)).getLast().text())
                .isEqualTo("ขอทราบตัวตน: ขอนัดสอบปากคำ");

        town.run(() -> requests.agree(receipt, SHOWN, "ตกลง"));
        assertThat(town.in(() -> requests.waits(receipt))).isFalse();
        assertThat(seen(asker, walk)).containsExactly(SHOWN);
        for (Officer other : othersWith(walk, asker)) {
            assertThat(seen(other, walk)).isEmpty();
        }
        assertThat(acts(walk)).contains(Act.IDENTITY_ASKED, Act.IDENTITY_ANSWERED);
        assertThatThrownBy(() -> town.run(() -> requests.refuse(receipt, "ไม่ตกลง")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("identity.notAsked"));
    }

    private List<Officer> othersWith(Walk walk, Officer asker) {
        List<Officer> others = town.in(() -> vault.readers(walk.id())).stream()
                .filter(person -> !person.equals(asker.id()))
                .map(town::officer)
                .toList();
        assertThat(others).isNotEmpty();
        return others;
    }

    private List<Reporter.Identity> seen(Officer officer, Walk walk) {
        return town.in(() -> transaction.execute(work -> {
            OpenCase open = cases.open(officer, walk.id());
            return requests.given(officer, walk.id(), open.forLetter());
        }));
    }

    @Test
    void needNotAgree() {
        Walk walk = walks.corruption(town, "finance");
        Receipt receipt = walk.receipt().orElseThrow();
        Officer clerk = asks(walk);
        town.run(() -> requests.refuse(receipt, "ไม่ตกลง"));
        town.run(() -> transaction.executeWithoutResult(work -> {
            OpenCase open = cases.open(clerk, walk.id());
            assertThat(Identities.answerTo(open, clerk.id())).hasValue(false);
            assertThat(open.all(Content.IdentityAnswered.class)).hasSize(1);
        }));
    }

    @Test
    void areAskedOnceAtATimeAndByNobodyWhoDoesNotHoldTheCase() {
        Walk walk = walks.corruption(town, "finance");
        asks(walk);
        assertThatThrownBy(() -> asks(walk)).isInstanceOfSatisfying(Problem.class, problem -> assertThat(problem.code())
                .isEqualTo("identity.waits"));
        assertThatThrownBy(() -> town.run(() -> requests.ask(town.officer("finance"), walk.id(), "", why -> "x")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }

    @Test
    void objectWithinTheTimeForItAndNotAfter() {
        Walk walk = States.reach(walks, town, CaseState.CLOSED);
        Receipt receipt = walk.receipt().orElseThrow();
        town.run(() -> correspondence.rebut(receipt, "ยังไม่ได้ถามพยาน"));
        assertThat(acts(walk)).contains(Act.REBUTTED);
        pass(31);
        assertThatThrownBy(() -> town.run(() -> correspondence.rebut(receipt, "อีกข้อหนึ่ง")))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo("rebuttal.over"));
    }

    @Test
    void objectToNothingBeforeThereIsAnOutcome() {
        Walk walk = walks.corruption(town, "finance");
        assertThatThrownBy(
                        () -> town.run(() -> correspondence.rebut(walk.receipt().orElseThrow(), "x")))
                .isInstanceOf(Problem.class);
    }

    private List<Act> acts(Walk walk) {
        return town.in(() -> register.ofCase(walk.id()).stream().map(Entry::act).toList());
    }
}
