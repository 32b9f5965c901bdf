package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class OutsideAuthorityProcessTests extends ProcessTest {

    @Test
    void aReplyIsFollowedUpEveryThirtyDays() {
        RunningCase complaint = complaint("EXECUTIVE")
                .does("screenComplaint", "ACCEPTED_INQUIRY")
                .does("prepareReferral", "DONE")
                .does("recordSent", "DONE");
        for (int reminders = 1; reminders <= 3; reminders++) {
            wait(Duration.ofDays(30));
            assertThat(office.doneFor(complaint.id))
                    .hasSize(reminders)
                    .containsOnly("followUp in " + complaint.organisation);
        }
        complaint.waitsFor("recordReply").does("recordReply", "DONE").waitsFor("notifyReporter");
        wait(Duration.ofDays(30));
        assertThat(office.doneFor(complaint.id)).hasSize(3);
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyFlowWasWalked() {
        assertWalked("outsideAuthority");
    }
}
