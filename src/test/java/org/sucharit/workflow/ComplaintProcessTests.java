package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.OrganisationId;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ComplaintProcessTests extends ProcessTest {

    @ParameterizedTest
    @ValueSource(strings = {"ORDINARY", "OFFICE_HEAD", "CHIEF_ADMINISTRATOR", "PERSONNEL_UNIT", "INTAKE"})
    void anInquiryIntoStaffEndsWithTheMayorsDirective(String route) {
        RunningCase complaint = complaint(route).waitsFor("screenComplaint");
        complaint
                .underInvestigation()
                .does("investigate", "DONE")
                .does("mayorDirective", "APPROVED")
                .waitsFor("notifyReporter")
                .closes();
    }

    @Test
    void aComplaintAgainstTheExecutiveLeavesTheOrganisation() {
        RunningCase complaint = complaint("EXECUTIVE");
        complaint.does("screenComplaint", "ACCEPTED_INQUIRY").referredOutside().closes();
    }

    @Test
    void screeningMayFindThatTheExecutiveIsAccused() {
        complaint("ORDINARY")
                .does("screenComplaint", "ACCEPTED_INQUIRY", Map.of("route", "EXECUTIVE"))
                .waitsFor("prepareReferral");
    }

    @Test
    void anExecutiveAccusedDuringTheInquiryEndsIt() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        office.posts(complaint.id, "OFFICE_HEAD");
        complaint.does("investigate", "DONE").waitsFor("giveOpinion");
        assertThat(complaint.hears(CaseMessage.ROUTED_OUTSIDE)).isTrue();
        complaint.referredOutside().closes();
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFER_NACC", "REFER_POLICE"})
    void aDirectiveMayReferTheCase(String directive) {
        complaint("ORDINARY")
                .underInvestigation()
                .does("investigate", "DONE")
                .does("mayorDirective", directive)
                .referredOutside()
                .closes();
    }

    @Test
    void measuresAreCarriedOutBeforeTheReporterIsNotified() {
        complaint("ORDINARY")
                .underInvestigation()
                .does("investigate", "DONE")
                .does("mayorDirective", "CORRECTIVE_MEASURES")
                .waitsFor("carryOutMeasures")
                .does("carryOutMeasures", "DONE")
                .closes();
    }

    @Test
    void aGrievanceIsHandledByADivision() {
        complaint("ORDINARY")
                .does("screenComplaint", "ACCEPTED_GRIEVANCE")
                .does(
                        "assignDivision",
                        "DONE",
                        Map.of("officerId", office.of("divisionOfficer").toString()))
                .does("handleGrievance", "DONE")
                .does("confirmDone", "AGREED")
                .closes();
    }

    @Test
    void aReferralNeedsASecondPerson() {
        complaint("ORDINARY")
                .does("screenComplaint", "REFERRED")
                .waitsFor("confirmScreening")
                .does("confirmScreening", "AGREED")
                .referredOutside()
                .closes();
    }

    @Test
    void noActionNeedsASecondPersonWhoMayReturnIt() {
        complaint("ORDINARY")
                .does("screenComplaint", "NO_ACTION")
                .does("confirmScreening", "RETURNED")
                .waitsFor("screenComplaint")
                .does("screenComplaint", "NO_ACTION")
                .does("confirmScreening", "AGREED")
                .closes();
    }

    @Test
    void aMergedCaseIsClosed() {
        complaint("ORDINARY").does("screenComplaint", "MERGED").closes();
    }

    @Test
    void anAnswerBringsTheCaseBackToScreening() {
        RunningCase complaint = complaint("ORDINARY")
                .does("screenComplaint", "NEEDS_INFORMATION")
                .waitsFor();
        assertThat(complaint.hears(CaseMessage.REPORTER_ANSWERED)).isTrue();
        complaint.waitsFor("screenComplaint");
        assertThat(complaint.hears(CaseMessage.REPORTER_ANSWERED)).isFalse();
    }

    @Test
    void silenceBringsTheCaseBackToScreeningToo() {
        RunningCase complaint = complaint("ORDINARY").does("screenComplaint", "NEEDS_INFORMATION");
        wait(Duration.ofDays(14));
        complaint.waitsFor();
        wait(Duration.ofDays(1));
        complaint.waitsFor("screenComplaint");
    }

    @Test
    void anAcceptedWithdrawalEndsARunningInquiryWithItsChildren() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        office.posts(complaint.id, "OFFICE_HEAD");
        complaint.does("investigate", "DONE").waitsFor("giveOpinion");
        assertThat(complaint.hears(CaseMessage.EXTENSION_REQUESTED)).isTrue();
        assertThat(complaint.hears(CaseMessage.REPORTER_WITHDREW)).isTrue();
        complaint
                .waitsFor("giveOpinion", "decideExtension", "decideWithdrawal")
                .does("decideWithdrawal", "STOP")
                .waitsFor("notifyReporter");
        assertThat(processes
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(complaint.id.toString())
                        .count())
                .isEqualTo(1);
        complaint.closes();
    }

    @Test
    void aRefusedWithdrawalLetsTheCaseGoOnAndMayComeAgain() {
        RunningCase complaint = complaint("ORDINARY");
        for (int time = 0; time < 2; time++) {
            assertThat(complaint.hears(CaseMessage.REPORTER_WITHDREW)).isTrue();
            complaint
                    .waitsFor("screenComplaint", "decideWithdrawal")
                    .does("decideWithdrawal", "CONTINUE")
                    .waitsFor("screenComplaint");
        }
    }

    @Test
    void aReprisalIsAnsweredBesideTheCaseAtAnyTime() {
        RunningCase complaint = complaint("ORDINARY");
        assertThat(complaint.hears(CaseMessage.REPRISAL_REPORTED)).isTrue();
        complaint.waitsFor("screenComplaint", "protectReporter").does("protectReporter", "DONE");
        complaint.does("screenComplaint", "MERGED").does("notifyReporter", "DONE");
        assertThat(complaint.hears(CaseMessage.REPRISAL_REPORTED)).isTrue();
        wait(Office.REBUTTAL);
        complaint.waitsFor("protectReporter").does("protectReporter", "DONE");
        wait(Office.REBUTTAL);
        assertThat(complaint.runs()).isFalse();
    }

    @Test
    void anInquiryWhoseInvestigatorIsKeptOutBeginsAnew() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        office.posts(complaint.id, "OFFICE_HEAD");
        complaint.does("investigate", "DONE").waitsFor("giveOpinion");
        assertThat(complaint.hears(CaseMessage.INVESTIGATOR_KEPT_OUT)).isTrue();
        complaint.waitsFor("assignInvestigator");
    }

    @Test
    void aCaseReopenedWithinTheWindowGoesOnInItsProcess() {
        RunningCase complaint =
                complaint("ORDINARY").does("screenComplaint", "MERGED").does("notifyReporter", "DONE");
        complaint.reopened("EXECUTIVE").waitsFor("screenComplaint");
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Ticking.class);
        wait(Office.REBUTTAL);
        complaint.does("screenComplaint", "ACCEPTED_INQUIRY").waitsFor("prepareReferral");
    }

    @Test
    void aCaseReopenedLaterGetsANewProcess() {
        RunningCase complaint = complaint("ORDINARY").does("screenComplaint", "MERGED");
        complaint.closes();
        complaint.reopened("ORDINARY").waitsFor("screenComplaint");
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Ticking.class);
    }

    @Test
    void theClockStrikesEachTimeItIsDueAndAgainWhereSeveralAreOverdue() {
        CaseId id = CaseId.random();
        var now = time.now();
        office.strikes(
                id,
                new Office.Strike(now.plus(Duration.ofDays(30)), "REMINDER"),
                new Office.Strike(now.plus(Duration.ofDays(53)), "CHIEF_ADMINISTRATOR"),
                new Office.Strike(now.plus(Duration.ofDays(60)), "MAYOR"),
                new Office.Strike(now.plus(Duration.ofDays(67)), "MAYOR"));
        OrganisationId organisation = OrganisationId.random();
        RunningCase complaint = complaint(id, organisation, "ORDINARY");
        assertThat(complaint.clock())
                .isInstanceOfSatisfying(
                        CaseClock.Ticking.class,
                        ticking -> assertThat(ticking.nextStrike())
                                .isCloseTo(
                                        now.plus(Duration.ofDays(30)),
                                        org.assertj.core.api.Assertions.within(Duration.ofMillis(1))));
        wait(Duration.ofDays(30));
        assertThat(office.doneFor(id)).containsExactly("remind in " + organisation);
        wait(Duration.ofDays(40));
        assertThat(office.doneFor(id))
                .containsExactly(
                        "remind in " + organisation,
                        "toChiefAdministrator in " + organisation,
                        "toMayor in " + organisation,
                        "toMayor in " + organisation);
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Ticking.class);
    }

    @Test
    void theClockTicksOnWhereNothingIsDueAnyMore() {
        CaseId id = CaseId.random();
        office.strikes(
                id,
                new Office.Strike(time.now().plus(Duration.ofDays(5)), "NOTHING"),
                new Office.Strike(time.now().plus(Duration.ofDays(9)), "REMINDER"));
        RunningCase complaint = complaint(id, OrganisationId.random(), "ORDINARY");
        wait(Duration.ofDays(5));
        assertThat(office.doneFor(id)).isEmpty();
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Ticking.class);
        wait(Duration.ofDays(4));
        assertThat(office.doneFor(id)).hasSize(1);
    }

    @Test
    void aChangedDueDateSetsTheTimerAnew() {
        CaseId id = CaseId.random();
        RunningCase complaint = complaint(id, OrganisationId.random(), "ORDINARY");
        office.strikes(id, new Office.Strike(time.now().plus(Duration.ofDays(5)), "REMINDER"));
        assertThat(complaint.hears(CaseMessage.DUE_DATE_CHANGED)).isTrue();
        wait(Duration.ofDays(5));
        assertThat(office.doneFor(id)).hasSize(1);
    }

    @Test
    void aStoppedClockDoesNotStrikeUntilItIsStarted() {
        CaseId id = CaseId.random();
        office.strikes(id, new Office.Strike(time.now().plus(Duration.ofDays(5)), "REMINDER"));
        RunningCase complaint = complaint(id, OrganisationId.random(), "ORDINARY");
        assertThat(complaint.hears(CaseMessage.CLOCK_STARTED)).isFalse();
        assertThat(complaint.hears(CaseMessage.CLOCK_STOPPED)).isTrue();
        assertThat(complaint.hears(CaseMessage.CLOCK_STOPPED)).isFalse();
        assertThat(complaint.clock()).isEqualTo(new CaseClock.Stopped());
        wait(Duration.ofDays(6));
        assertThat(office.doneFor(id)).isEmpty();
        assertThat(complaint.hears(CaseMessage.CLOCK_STARTED)).isTrue();
        wait(Duration.ofDays(0));
        assertThat(office.doneFor(id)).hasSize(1);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowWasWalked() {
        assertWalked("complaint");
    }
}
