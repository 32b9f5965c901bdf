package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.sucharit.assignment.Assignments;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Outcome;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.decision.Closing;
import org.sucharit.decision.Decisions;
import org.sucharit.decision.Endorsements;
import org.sucharit.intake.DecideScreening;
import org.sucharit.intake.Intake;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Registered;
import org.sucharit.intake.Screening;
import org.sucharit.investigation.Investigations;
import org.sucharit.kernel.CaseId;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.Workflow;

@SpringBootTest
@OnH2
@Import(Town.class)
class OneComplaintTests {

    @Autowired
    Town towns;

    @Autowired
    Intake intake;

    @Autowired
    Workflow workflow;

    @Autowired
    CaseFiles cases;

    @Autowired
    Screening screening;

    @Autowired
    Assignments assignments;

    @Autowired
    Investigations investigations;

    @Autowired
    Endorsements endorsements;

    @Autowired
    Decisions decisions;

    @Autowired
    Closing closing;

    @Test
    void goesFromTheBoxToTheMayorAndIsClosed() {
        Town.Founded town = towns.found();
        town.run(() -> {
            Registered registered = intake.register(new RegisterComplaint(
                    Kind.CORRUPTION,
                    ChannelKind.BOX,
                    LocalDate.now(),
                    "เรียกรับเงินค่าออกใบอนุญาต",
                    "เจ้าหน้าที่เรียกรับเงิน",
                    null,
                    null,
                    Map.of(
                            Particular.OPENED_ON, LocalDate.now().toString(),
                            Particular.PRESENT_ONE, "ข",
                            Particular.PRESENT_TWO, "ค"),
                    new Reporter.Anonymous(),
                    List.of(new Content.Accused(null, null, null, town.staff.person("finance"))),
                    Set.of(),
                    false,
                    List.of(),
                    town.staff.person("clerk")));
            CaseId id = registered.caseId();
            assertThat(registered.number().toString()).startsWith("1/");

            OpenTask task = only(id, "screenComplaint");
            screening.decide(
                    town.officer("clerk"),
                    task.id(),
                    new DecideScreening(
                            ScreeningOutcome.ACCEPTED_INQUIRY, null, "มีรายละเอียดเพียงพอ", null, null, List.of()));
            assignments.assign(
                    town.officer("personnel"),
                    only(id, "assignInvestigator").id(),
                    new Content.Assignment(town.staff.person("legal"), "สืบสวนโดยเร็ว"));
            assignments.accept(
                    town.officer("legal"), only(id, "acceptAssignment").id());
            investigations.conclude(
                    town.officer("legal"),
                    only(id, "investigate").id(),
                    new Content.Findings(Content.Findings.Result.SUBSTANTIATED, "ข้อเท็จจริง", "เหตุผล", "ข้อเสนอ"));
            endorsements.giveOpinion(
                    town.officer("office"), only(id, "giveOpinion").id(), Content.Opinion.View.AGREE, "");
            endorsements.giveOpinion(
                    town.officer("chief"), only(id, "giveOpinion").id(), Content.Opinion.View.AGREE, "เห็นควร");
            decisions.direct(
                    town.officer("mayor"), only(id, "mayorDirective").id(), Directive.DISCIPLINARY_INQUIRY, "");
            closing.notifyReporter(
                    town.officer("personnel"), only(id, "notifyReporter").id(), "ประกาศ", "พิจารณาแล้ว");

            assertThat(cases.file(id).state()).isEqualTo(CaseState.CLOSED);
            assertThat(cases.file(id).outcome()).contains(Outcome.DISCIPLINARY_INQUIRY);
        });
    }

    private OpenTask only(CaseId id, String step) {
        List<OpenTask> tasks = workflow.tasksOf(id);
        assertThat(tasks).extracting(OpenTask::step).containsExactly(step);
        return tasks.getFirst();
    }
}
