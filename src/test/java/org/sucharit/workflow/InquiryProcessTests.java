package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sucharit.kernel.PersonId;

/** The inquiry and the endorsement that it calls. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class InquiryProcessTests extends ProcessTest {

    @Test
    void anInvestigatorMayStepAside() {
        RunningCase complaint = complaint("ORDINARY").does("screenComplaint", "ACCEPTED_INQUIRY");
        PersonId first = PersonId.random();
        PersonId second = PersonId.random();
        office.staff(complaint.id, "investigator", first);
        complaint.does("assignInvestigator", "DONE", Map.of("investigatorId", first.toString()));
        assertThat(complaint.task("acceptAssignment").assignee()).isEqualTo(first);
        office.staff(complaint.id, "investigator", second);
        complaint
                .does("acceptAssignment", "STEPPED_ASIDE")
                .waitsFor("assignInvestigator")
                .does("assignInvestigator", "DONE", Map.of("investigatorId", second.toString()))
                .does("acceptAssignment", "ACCEPTED")
                .waitsFor("investigate");
        assertThat(complaint.task("investigate").assignee()).isEqualTo(second);
        assertThat(complaint.task("investigate").candidates()).containsExactly(second);
    }

    @Test
    void everyPostGivesItsOpinionInItsOrder() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        office.posts(complaint.id, "OFFICE_HEAD", "CHIEF_ADMINISTRATOR");
        complaint.does("investigate", "DONE");
        assertThat(complaint.task("giveOpinion").group()).isEqualTo("OFFICE_HEAD");
        complaint.does("giveOpinion", "DISAGREE");
        assertThat(complaint.task("giveOpinion").group()).isEqualTo("CHIEF_ADMINISTRATOR");
        complaint.does("giveOpinion", "AGREE").waitsFor("mayorDirective");
    }

    @Test
    void aChangeOfStaffDuringTheEndorsementSkipsNobody() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        office.posts(complaint.id, "OFFICE_HEAD", "CHIEF_ADMINISTRATOR");
        complaint.does("investigate", "DONE");
        office.posts(complaint.id, "CHIEF_ADMINISTRATOR");
        complaint.does("giveOpinion", "AGREE");
        assertThat(complaint.task("giveOpinion").group()).isEqualTo("CHIEF_ADMINISTRATOR");
        complaint.does("giveOpinion", "AGREE").waitsFor("mayorDirective");
    }

    @Test
    void aReturnedMemoGoesBackToTheInvestigatorAtOnce() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        office.posts(complaint.id, "OFFICE_HEAD", "CHIEF_ADMINISTRATOR");
        complaint
                .does("investigate", "DONE")
                .does("giveOpinion", "RETURNED")
                .waitsFor("investigate")
                .does("investigate", "DONE")
                .does("giveOpinion", "AGREE")
                .does("giveOpinion", "AGREE")
                .waitsFor("mayorDirective");
    }

    @Test
    void theClockStopsWithTheStepThatLaysTheMemoBeforeTheMayor() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Ticking.class);
        complaint.does("investigate", "DONE").waitsFor("mayorDirective");
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Stopped.class);
    }

    @Test
    void theMayorMayAskForMoreWorkWhichStartsTheClock() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        complaint.does("investigate", "DONE").does("mayorDirective", "RETURNED").waitsFor("investigate");
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Ticking.class);
        complaint
                .does("investigate", "DONE")
                .does("mayorDirective", "NO_FURTHER_ACTION")
                .waitsFor("notifyReporter");
        assertThat(office.doneFor(complaint.id))
                .extracting(line -> line.split(" ")[0])
                .containsExactly("layBeforeMayor", "resumeInquiry", "layBeforeMayor");
    }

    @Test
    void anExtensionIsDecidedBesideTheInvestigation() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        assertThat(complaint.hears(CaseMessage.EXTENSION_REQUESTED)).isTrue();
        complaint
                .waitsFor("investigate", "decideExtension")
                .does("decideExtension", "GRANTED")
                .waitsFor("investigate")
                .does("investigate", "DONE")
                .waitsFor("mayorDirective");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowWasWalked() {
        assertWalked("inquiry");
        assertWalked("endorsement");
    }
}
