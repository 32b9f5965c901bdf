package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.sucharit.kernel.PersonId;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GrievanceProcessTests extends ProcessTest {

    @Test
    void aSecondPersonConfirmsThatItIsDone() {
        PersonId officer = office.of("divisionOfficer");
        RunningCase complaint = complaint("ORDINARY")
                .does("screenComplaint", "ACCEPTED_GRIEVANCE")
                .does("assignDivision", "DONE", Map.of("officerId", officer.toString()));
        assertThat(complaint.task("handleGrievance").assignee()).isEqualTo(officer);
        complaint
                .does("handleGrievance", "DONE")
                .does("confirmDone", "RETURNED")
                .waitsFor("handleGrievance")
                .does("handleGrievance", "DONE")
                .does("confirmDone", "AGREED")
                .waitsFor("notifyReporter");
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowWasWalked() {
        assertWalked("grievance");
    }
}
