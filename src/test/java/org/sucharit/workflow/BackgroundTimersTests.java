package org.sucharit.workflow;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.OrganisationId;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:timers",
            "flowable.async-executor-activate=true",
            "flowable.process.async.executor.default-timer-job-acquire-wait-time=100ms",
            "flowable.process.async.executor.default-async-job-acquire-wait-time=100ms"
        })
class BackgroundTimersTests extends ProcessTest {

    @Test
    void timersFireByTheWoundClockWithinTheirOrganisation() {
        CaseId id = CaseId.random();
        OrganisationId organisation = OrganisationId.random();
        office.strikes(
                id,
                new Office.Strike(time.now().plus(Duration.ofDays(53)), "CHIEF_ADMINISTRATOR"),
                new Office.Strike(time.now().plus(Duration.ofDays(60)), "MAYOR"));
        complaint(id, organisation, "ORDINARY");
        clock.windTo(clock.instant().plus(Duration.ofDays(61)));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> office.doneFor(id)
                        .equals(List.of("toChiefAdministrator in " + organisation, "toMayor in " + organisation)));
    }
}
