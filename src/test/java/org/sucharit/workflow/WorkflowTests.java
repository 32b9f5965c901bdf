package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;

class WorkflowTests extends ProcessTest {

    @Autowired
    JdbcTemplate database;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void anotherOrganisationSeesAndMovesNothing() {
        RunningCase complaint = complaint("ORDINARY");
        OpenTask task = complaint.task("screenComplaint");
        PersonId person = task.candidates().iterator().next();
        RunningCase asAnother = new RunningCase(complaint.id, OrganisationId.random());

        assertThat(asAnother.tasks()).isEmpty();
        assertThat(asAnother.runs()).isFalse();
        assertThat(asAnother.hears(CaseMessage.REPRISAL_REPORTED)).isFalse();
        CurrentOrganisation.run(asAnother.organisation, () -> {
            assertThat(workflow.task(task.id())).isEmpty();
            assertThat(workflow.tasksOf(person, PageRequest.of(0, 10))).isEmpty();
            assertThat(workflow.clockOf(complaint.id)).isEmpty();
            workflow.narrow(complaint.id);
            assertConflict("taskGone", () -> workflow.complete(task.id(), person, "MERGED"));
        });
        complaint.waitsFor("screenComplaint");
    }

    @Test
    void everyRowOfTheEngineBelongsToTheOrganisationAndEveryProcessNamesItsCase() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        office.posts(complaint.id, "OFFICE_HEAD");
        complaint.does("investigate", "DONE").waitsFor("giveOpinion");
        RunningCase outside = complaint(CaseId.random(), complaint.organisation, "EXECUTIVE")
                .does("screenComplaint", "ACCEPTED_INQUIRY")
                .does("prepareReferral", "DONE")
                .does("recordSent", "DONE");
        for (String table : List.of(
                "act_ru_execution", "act_ru_task", "act_ru_timer_job", "act_ru_event_subscr", "act_ru_actinst")) {
            assertThat(database.queryForList("select distinct coalesce(tenant_id_, '') from " + table, String.class))
                    .as(table)
                    .contains(complaint.organisation.toString())
                    .doesNotContain("");
        }
        assertThat(database.queryForList(
                        "select business_key_ from act_ru_execution where parent_id_ is null and tenant_id_ = ?",
                        String.class,
                        complaint.organisation.toString()))
                .hasSize(5)
                .containsOnly(complaint.id.toString(), outside.id.toString());
    }

    @Test
    void theEngineKeepsNoHistoryAndNoListOfThoseWhoTookPart() {
        complaint("ORDINARY").underInvestigation();
        for (String table : List.of("act_hi_procinst", "act_hi_taskinst", "act_hi_varinst", "act_hi_identitylink")) {
            assertThat(database.queryForObject("select count(*) from " + table, Long.class))
                    .as(table)
                    .isZero();
        }
        assertThat(database.queryForList("select distinct type_ from act_ru_identitylink", String.class))
                .containsExactly("candidate");
    }

    @Test
    void aTaskBelongsToThePeopleWhoAreNamedForItsGroup() {
        CaseId id = CaseId.random();
        PersonId first = PersonId.random();
        PersonId second = PersonId.random();
        office.staff(id, "intake", first, second);
        RunningCase complaint = complaint(id, OrganisationId.random(), "ORDINARY");
        OpenTask task = complaint.task("screenComplaint");
        assertThat(task.group()).isEqualTo("intake");
        assertThat(task.caseId()).isEqualTo(id);
        assertThat(task.assignee()).isNull();
        assertThat(task.candidates()).containsExactlyInAnyOrder(first, second);
        assertThat(Duration.between(task.createdAt(), task.dueAt()))
                .isCloseTo(Duration.ofDays("screenComplaint".length()), Duration.ofSeconds(5));
        CurrentOrganisation.run(complaint.organisation, () -> {
            assertThat(workflow.task(task.id())).contains(task);
            assertThat(workflow.tasksOf(first, PageRequest.of(0, 10))).containsExactly(task);
        });
    }

    @Test
    void aStepThatWouldOpenATaskForNobodyIsUndone() {
        RunningCase complaint = complaint("ORDINARY");
        office.staff(complaint.id, "confirmer");
        assertThatIllegalStateException()
                .isThrownBy(() -> complaint.does("screenComplaint", "NO_ACTION"))
                .withMessageContaining("confirmer");
        complaint.waitsFor("screenComplaint");
    }

    @Test
    void narrowingTakesATaskFromThoseKeptOut() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        PersonId investigator = office.of("investigator");
        assertThat(complaint.task("investigate").assignee()).isEqualTo(investigator);
        PersonId other = PersonId.random();
        office.staff(complaint.id, "investigator", other);
        CurrentOrganisation.run(complaint.organisation, () -> workflow.narrow(complaint.id));
        OpenTask task = complaint.task("investigate");
        assertThat(task.assignee()).isNull();
        assertThat(task.candidates()).containsExactly(other);
        CurrentOrganisation.run(complaint.organisation, () -> {
            assertThat(workflow.tasksOf(investigator, PageRequest.of(0, 10))).isEmpty();
            assertConflict("taskGone", () -> workflow.complete(task.id(), investigator, "DONE"));
        });
    }

    @Test
    void anAssigneeWhoIsKeptOutDoesNotGetTheTask() {
        RunningCase complaint = complaint("ORDINARY").does("screenComplaint", "ACCEPTED_INQUIRY");
        complaint.does(
                "assignInvestigator",
                "DONE",
                Map.of("investigatorId", PersonId.random().toString()));
        OpenTask task = complaint.task("acceptAssignment");
        assertThat(task.assignee()).isNull();
        assertThat(task.candidates()).containsExactly(office.of("investigator"));
    }

    @Test
    void aTaskDoneOrNotOnesOwnOrMadeUpGetsOneAnswer() {
        RunningCase complaint = complaint("ORDINARY");
        OpenTask task = complaint.task("screenComplaint");
        PersonId clerk = task.candidates().iterator().next();
        CurrentOrganisation.run(complaint.organisation, () -> {
            assertConflict("taskGone", () -> workflow.complete(task.id(), PersonId.random(), "MERGED"));
            assertConflict(
                    "taskGone",
                    () -> workflow.complete(new TaskId(CaseId.random().value()), clerk, "MERGED"));
            workflow.complete(task.id(), clerk, "MERGED");
            assertConflict("taskGone", () -> workflow.complete(task.id(), clerk, "MERGED"));
        });
    }

    @Test
    void oneOfTwoWhoActAtOnceWins() throws Exception {
        for (int round = 0; round < 5; round++) {
            CaseId id = CaseId.random();
            PersonId first = PersonId.random();
            PersonId second = PersonId.random();
            office.staff(id, "intake", first, second);
            RunningCase complaint = complaint(id, OrganisationId.random(), "ORDINARY");
            OpenTask task = complaint.task("screenComplaint");
            CyclicBarrier start = new CyclicBarrier(2);
            List<String> answers = new ArrayList<>();
            try (ExecutorService both = Executors.newFixedThreadPool(2)) {
                List<Future<String>> running = new ArrayList<>();
                for (PersonId person : List.of(first, second)) {
                    Callable<String> act = () -> {
                        start.await();
                        try {
                            workflow.complete(task.id(), person, "NO_ACTION");
                            return "done";
                        } catch (Problem problem) {
                            return problem.code();
                        }
                    };
                    running.add(both.submit(() -> CurrentOrganisation.call(complaint.organisation, act::call)));
                }
                for (Future<String> answer : running) {
                    answers.add(answer.get());
                }
            }
            assertThat(answers).containsExactlyInAnyOrder("done", "taskGone");
            complaint.waitsFor("confirmScreening");
        }
    }

    @Test
    void noTextOfAPersonBecomesAVariable() {
        RunningCase complaint = complaint("ORDINARY");
        for (String text : List.of("the mayor took money", "ทุจริต", "", "x".repeat(65))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> complaint.does("screenComplaint", "MERGED", Map.of("reason", text)));
            assertThatIllegalArgumentException().isThrownBy(() -> complaint.does("screenComplaint", text));
        }
        complaint.waitsFor("screenComplaint");
    }

    @Test
    void aProblemOfAStepReachesTheCallerAndUndoesTheStep() {
        RunningCase complaint = complaint("ORDINARY").underInvestigation();
        office.failing(complaint.id, true);
        assertConflict("refused", () -> complaint.does("investigate", "DONE"));
        complaint.waitsFor("investigate");
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Ticking.class);
    }

    @Test
    void whatTheCallerUndoesIsUndoneInTheEngineToo() {
        RunningCase complaint = complaint("ORDINARY");
        RunningCase neverStarted = new RunningCase(CaseId.random(), complaint.organisation);
        transaction.executeWithoutResult(status -> {
            complaint.does("screenComplaint", "MERGED").waitsFor("notifyReporter");
            CurrentOrganisation.run(complaint.organisation, () -> workflow.start(neverStarted.command("ORDINARY")));
            status.setRollbackOnly();
        });
        complaint.waitsFor("screenComplaint");
        assertThat(neverStarted.runs()).isFalse();
    }

    @Test
    void theWorklistIsPagedAndBeginsWithTheMostUrgent() {
        OrganisationId organisation = OrganisationId.random();
        PersonId clerk = PersonId.random();
        List<CaseId> cases = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            CaseId id = CaseId.random();
            office.staff(id, "intake", clerk);
            clock.windTo(clock.instant().minus(Duration.ofDays(1)));
            complaint(id, organisation, "ORDINARY");
            cases.addFirst(id);
        }
        CurrentOrganisation.run(organisation, () -> {
            Slice<OpenTask> first = workflow.tasksOf(clerk, PageRequest.of(0, 3));
            Slice<OpenTask> second = workflow.tasksOf(clerk, PageRequest.of(1, 3));
            assertThat(first).extracting(OpenTask::caseId).containsExactlyElementsOf(cases.subList(0, 3));
            assertThat(first.hasNext()).isTrue();
            assertThat(second).extracting(OpenTask::caseId).containsExactlyElementsOf(cases.subList(3, 5));
            assertThat(second.hasNext()).isFalse();
        });
    }

    @Test
    void aStrikeThatKeepsFailingIsShownAndMayBeTriedAgain() {
        CaseId id = CaseId.random();
        office.strikes(id, new Office.Strike(time.now().plus(Duration.ofDays(1)), "MAYOR"));
        RunningCase complaint = complaint(id, OrganisationId.random(), "ORDINARY");
        office.failing(id, true);
        for (int attempt = 0; attempt < EngineConfiguration.TRIES; attempt++) {
            office.strikes(id, new Office.Strike(time.now(), "MAYOR"));
            assertThatThrownBy(() -> wait(Duration.ofDays(1))).hasRootCauseInstanceOf(Problem.class);
        }
        wait(Duration.ofDays(1));
        assertThat(complaint.clock()).isInstanceOf(CaseClock.Ticking.class);
        office.failing(id, false);
        office.strikes(id, new Office.Strike(time.now(), "MAYOR"));
        CurrentOrganisation.run(complaint.organisation, () -> {
            List<FailedStep> failed =
                    workflow.failedSteps(PageRequest.of(0, 10)).getContent();
            assertThat(failed).singleElement().satisfies(step -> {
                assertThat(step.caseId()).isEqualTo(id);
                assertThat(step.step()).isEqualTo("strike");
            });
            CurrentOrganisation.run(OrganisationId.random(), () -> {
                assertThat(workflow.failedSteps(PageRequest.of(0, 10))).isEmpty();
                workflow.retry(failed.getFirst());
            });
            assertThat(workflow.failedSteps(PageRequest.of(0, 10))).hasSize(1);
            workflow.retry(failed.getFirst());
            workflow.retry(failed.getFirst());
            assertThat(workflow.failedSteps(PageRequest.of(0, 10))).isEmpty();
        });
        beans.getBean(Timers.class).fireDue();
        assertThat(office.doneFor(id)).containsExactly("toMayor in " + complaint.organisation);
    }

    @Test
    void aRunningCaseIsNeitherStartedNorReopened() {
        RunningCase complaint = complaint("ORDINARY");
        CurrentOrganisation.run(complaint.organisation, () -> {
            assertThatIllegalStateException().isThrownBy(() -> workflow.start(complaint.command("ORDINARY")));
            assertThatIllegalStateException().isThrownBy(() -> workflow.reopen(complaint.command("ORDINARY")));
        });
        CurrentOrganisation.run(
                OrganisationId.random(),
                () -> assertThatIllegalArgumentException()
                        .isThrownBy(() -> workflow.start(complaint.command("ORDINARY"))));
    }

    @Test
    void anUnknownRouteGoesNowhere() {
        RunningCase complaint = complaint("EXECUTIV");
        assertThatThrownBy(() -> complaint.does("screenComplaint", "ACCEPTED_INQUIRY"))
                .hasMessageContaining("whoIsAccused");
        complaint.waitsFor("screenComplaint");
    }

    @Test
    void theWorklistHasItsIndexes() {
        assertThat(database.queryForList("""
                        select lower(index_name) from information_schema.indexes
                        where lower(table_name) in ('act_ru_task', 'act_ru_identitylink')""", String.class))
                .contains("ix_act_ru_task_due", "ix_act_ru_identitylink_user");
    }

    private static void assertConflict(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.code()).isEqualTo(code));
    }
}
