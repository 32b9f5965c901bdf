package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content.Opinion.View;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Outcome;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.register.Act;
import org.sucharit.register.audit.Inspection;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.workflow.CaseClock;

/** Every branch of the processes from start to end, through the real modules. */
@OnH2
class EveryBranchTests extends WalkTests {

    @Autowired
    Inspection inspection;

    private Town.Founded town;

    @BeforeAll
    void found() {
        town = towns.found();
    }

    /** No step wrote a row that the register does not know of. */
    @AfterAll
    void everyRowIsAsTheRegisterHasIt() {
        assertThat(inspection.everything(town.id, Inspection.Outside.NOTHING)).isEmpty();
    }

    private Walk complaint() {
        return walks.corruption(town, "finance");
    }

    @ParameterizedTest
    @EnumSource(
            value = Directive.class,
            names = {"APPROVED", "DISCIPLINARY_INQUIRY", "NO_FURTHER_ACTION"})
    void anInquiryEndsWithTheMayorsDirective(Directive directive) {
        complaint()
                .toInvestigation("legal")
                .conclude()
                .endorse()
                .direct(directive)
                .notifyReporter()
                .closedWith(Outcome.valueOf(directive.name()));
    }

    @Test
    void correctiveMeasuresAreCarriedOutBeforeTheEnd() {
        complaint()
                .toInvestigation("legal")
                .conclude()
                .endorse()
                .direct(Directive.CORRECTIVE_MEASURES)
                .waitsFor("carryOutMeasures")
                .measuresDone()
                .notifyReporter()
                .closedWith(Outcome.CORRECTIVE_MEASURES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Directive.class,
            names = {"REFER_NACC", "REFER_POLICE"})
    void theMayorMayReferTheFindings(Directive directive) {
        complaint()
                .toInvestigation("legal")
                .conclude()
                .endorse()
                .direct(directive)
                .prepareReferral()
                .sent()
                .reply()
                .notifyReporter()
                .closedWith(Outcome.valueOf(directive.name()));
    }

    @ParameterizedTest
    @EnumSource(View.class)
    void eachPostGivesItsOpinionAndOnlyAReturnStopsTheMemo(View view) {
        Walk walk = complaint().toInvestigation("legal").conclude().fallsTo("giveOpinion", "office");
        if (view == View.RETURN) {
            walk.opinion(view).waitsFor("investigate").conclude().fallsTo("giveOpinion", "office");
        } else {
            walk.opinion(view).fallsTo("giveOpinion", "chief");
        }
        walk.endorse().direct(Directive.APPROVED).notifyReporter().closedWith(Outcome.APPROVED);
    }

    @Test
    void theClockRunsAgainWhenTheMayorReturnsTheFindings() {
        Walk walk = complaint().toInvestigation("legal").conclude().endorse();
        assertThat(clockOf(walk)).isInstanceOf(CaseClock.Stopped.class);
        var due = walk.file().dueOn();
        walk.direct(Directive.RETURNED).waitsFor("investigate");
        assertThat(clockOf(walk)).isInstanceOf(CaseClock.Ticking.class);
        assertThat(walk.file().dueOn()).isEqualTo(due);
        walk.conclude().endorse().direct(Directive.APPROVED).notifyReporter().closedWith(Outcome.APPROVED);
    }

    @Test
    void whoStepsAsideIsOutAndAnotherIsAssigned() {
        Walk walk = complaint()
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .assign("legal")
                .stepAside()
                .fallsTo("assignInvestigator", "personnel")
                .assign("legal2")
                .accept();
        assertThat(walk.file().investigator()).contains(town.staff.person("legal2"));
    }

    @Test
    void whoStepsAsideLosesEveryOtherTaskOfTheCase() {
        complaint()
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .assign("personnel")
                .withdraw()
                .fallsTo("decideWithdrawal", "personnel")
                .stepAside()
                .fallsTo("decideWithdrawal", "chief");
    }

    @Test
    void anExtensionGrantedMovesTheDueDateAndKeepsTheFirst() {
        Walk walk = complaint().toInvestigation("legal");
        var first = walk.file().dueOn();
        walk.askExtension(30).waitsFor("investigate", "decideExtension").fallsTo("decideExtension", "mayor");
        walk.decideExtension(true, 20);
        assertThat(walk.file().dueOn()).isEqualTo(first.plusDays(20));
        assertThat(walk.file().firstDueOn()).isEqualTo(first);
        walk.askExtension(10).decideExtension(true, 10).conclude().endorse();
        assertThat(walk.file().dueOn()).isEqualTo(first.plusDays(30));
    }

    @Test
    void anExtensionRefusedMovesNothing() {
        Walk walk = complaint().toInvestigation("legal");
        var first = walk.file().dueOn();
        walk.askExtension(30).decideExtension(false, 30).waitsFor("investigate");
        assertThat(walk.file().dueOn()).isEqualTo(first);
    }

    @Test
    void aReferralAtScreeningIsConfirmedByAnotherPersonAndLeaves() {
        Walk walk = complaint()
                .screen(ScreeningOutcome.REFERRED)
                .fallsTo("confirmScreening", "personnel")
                .confirmScreening(true)
                .prepareReferral()
                .sent();
        assertThat(walk.file().metOn()).isPresent();
        walk.reply().notifyReporter().closedWith(Outcome.REFERRED);
    }

    @ParameterizedTest
    @EnumSource(
            value = ScreeningOutcome.class,
            names = {"REFERRED", "NO_ACTION"})
    void aScreeningReturnedIsScreenedAnew(ScreeningOutcome outcome) {
        complaint()
                .screen(outcome)
                .confirmScreening(false)
                .waitsFor("screenComplaint")
                .toInvestigation("legal");
    }

    @Test
    void noActionIsConfirmedAndClosed() {
        complaint()
                .screen(ScreeningOutcome.NO_ACTION)
                .confirmScreening(true)
                .notifyReporter()
                .closedWith(Outcome.NO_ACTION);
    }

    @Test
    void aDoubleIsMergedAndKeptFromThoseWhoMustNotSeeTheOther() {
        Walk other = walks.corruption(town, "works").toInvestigation("legal");
        Walk walk = walks.corruption(town, "office").screen(ScreeningOutcome.MERGED, other);
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("office", "works");
        assertThat(other.hold().keptOut()).containsExactlyInAnyOrder("office", "works");
        walk.waitsFor("notifyReporter").notifyReporter().closedWith(Outcome.MERGED);
        other.conclude().fallsTo("giveOpinion", "chief");
    }

    @Test
    void theReporterAnswersAndTheScreeningGoesOn() {
        complaint()
                .screen(ScreeningOutcome.NEEDS_INFORMATION)
                .waitsFor()
                .answer()
                .waitsFor("screenComplaint")
                .toInvestigation("legal");
    }

    @Test
    void theScreeningGoesOnWhenTheReporterDoesNotAnswer() {
        windTo("2025-02-03");
        Walk walk = complaint().screen(ScreeningOutcome.NEEDS_INFORMATION).waitsFor();
        pass(14);
        walk.hold().waitsFor();
        pass(2);
        walk.hold().waitsFor("screenComplaint").screen(ScreeningOutcome.NO_ACTION);
    }

    @Test
    void aGrievanceIsDoneByADivisionAndConfirmedByAnother() {
        Walk walk = walks.register(town, Kind.GRIEVANCE, ChannelKind.TELEPHONE)
                .screen(ScreeningOutcome.ACCEPTED_GRIEVANCE)
                .assignDivision("works2")
                .fallsTo("handleGrievance", "works2")
                .handled()
                .fallsTo("confirmDone", "works")
                .confirmDone(false)
                .fallsTo("handleGrievance", "works2")
                .handled()
                .confirmDone(true)
                .fallsTo("notifyReporter", "clerk", "clerk2")
                .notifyReporter();
        walk.closedWith(Outcome.GRIEVANCE_RESOLVED);
    }

    @Test
    void anAuthorityThatDoesNotReplyIsAskedAgainEveryThirtyDays() {
        windTo("2025-03-03");
        Walk walk = walks.corruption(town, "mayor")
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .fallsTo("prepareReferral", "chief")
                .prepareReferral()
                .sent();
        long before = reminders(walk);
        for (int month = 1; month <= 3; month++) {
            pass(31);
            walk.hold();
            assertThat(reminders(walk)).isEqualTo(before + month);
        }
        walk.reply().notifyReporter().closedWith(Outcome.REFERRED);
        pass(29);
        assertThat(reminders(walk)).isEqualTo(before + 3);
    }

    @Test
    void aWithdrawalThatIsNotAcceptedChangesNothing() {
        complaint()
                .withdraw()
                .waitsFor("screenComplaint", "decideWithdrawal")
                .decideWithdrawal(true)
                .waitsFor("screenComplaint")
                .toInvestigation("legal")
                .withdraw()
                .decideWithdrawal(true)
                .waitsFor("investigate")
                .conclude()
                .endorse()
                .direct(Directive.APPROVED)
                .notifyReporter()
                .closedWith(Outcome.APPROVED);
    }

    @ParameterizedTest
    @EnumSource(
            value = CaseState.class,
            names = {
                "SCREENING",
                "AWAITING_INFORMATION",
                "CONFIRMING_SCREENING",
                "ASSIGNING",
                "ACCEPTING",
                "INVESTIGATING",
                "ENDORSING",
                "WITH_MAYOR",
                "CARRYING_OUT_MEASURES",
                "ASSIGNING_DIVISION",
                "HANDLING",
                "CONFIRMING_DONE",
                "PREPARING_REFERRAL",
                "SENDING_REFERRAL",
                "AWAITING_REPLY"
            })
    void aWithdrawalThatIsAcceptedEndsTheCaseWhereverItStands(CaseState state) {
        Walk walk = States.reach(walks, town, state);
        assertThat(walk.file().state()).isEqualTo(state);
        walk.withdraw()
                .decideWithdrawal(false)
                .waitsFor("notifyReporter")
                .notifyReporter()
                .closedWith(Outcome.WITHDRAWN);
    }

    @Test
    void anExtensionAskedForEndsWithTheInquiryThatAskedForIt() {
        complaint()
                .toInvestigation("legal")
                .askExtension(10)
                .withdraw()
                .decideWithdrawal(false)
                .waitsFor("notifyReporter")
                .notifyReporter()
                .closedWith(Outcome.WITHDRAWN);
    }

    @Test
    void aReprisalIsSeenToBesideTheCase() {
        Walk walk = complaint()
                .toInvestigation("legal")
                .reportReprisal()
                .waitsFor("investigate", "protectReporter")
                .fallsTo("protectReporter", "chief");
        assertThat(walk.file().reprisalReported()).isTrue();
        walk.protect().waitsFor("investigate");
    }

    @Test
    void protectionThatIsStillToBeDecidedOutlivesTheCase() {
        windTo("2025-04-01");
        Walk walk = complaint()
                .reportReprisal()
                .screen(ScreeningOutcome.NO_ACTION)
                .confirmScreening(true)
                .notifyReporter()
                .closedWith(Outcome.NO_ACTION)
                .waitsFor("protectReporter");
        pass(40);
        walk.hold().waitsFor("protectReporter").protect().waitsFor();
        pass(40);
        walk.hold();
        assertThat(running(walk)).isFalse();
    }

    @Test
    void aCaseIsReopenedWithinTheRebuttalWindow() {
        windTo("2025-04-01");
        Walk walk = closed();
        var first = walk.file().firstDueOn();
        pass(20);
        walk.hold().reopen("personnel").waitsFor("screenComplaint");
        assertThat(walk.file().firstDueOn()).isEqualTo(first);
        assertThat(walk.file().dueOn()).isEqualTo(walks.time.today().plusDays(60));
        assertThat(walk.file().metOn()).isEmpty();
        again(walk);
    }

    @Test
    void aCaseIsReopenedAfterTheRebuttalWindow() {
        windTo("2025-04-01");
        Walk walk = closed();
        pass(31);
        walk.hold();
        assertThat(running(walk)).isFalse();
        walk.reopen("personnel").waitsFor("screenComplaint");
        again(walk);
    }

    private Walk closed() {
        return complaint()
                .toInvestigation("legal")
                .conclude()
                .endorse()
                .direct(Directive.NO_FURTHER_ACTION)
                .notifyReporter();
    }

    private void again(Walk walk) {
        walk.toInvestigation("legal2").conclude().endorse();
        assertThat(walk.file().metOn()).contains(walks.time.today());
        walk.direct(Directive.DISCIPLINARY_INQUIRY).notifyReporter().closedWith(Outcome.DISCIPLINARY_INQUIRY);
        assertThat(walk.file().round()).isEqualTo(2);
    }

    private CaseClock clockOf(Walk walk) {
        return town.in(() -> walks.workflow.clockOf(walk.id()).orElseThrow());
    }

    private boolean running(Walk walk) {
        return town.in(() -> walks.workflow.running(walk.id()));
    }

    private long reminders(Walk walk) {
        return town.in(() -> walks.always.acts(walk.id(), Act.REMINDED));
    }
}
