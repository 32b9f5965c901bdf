package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.common.engine.api.delegate.event.AbstractFlowableEventListener;
import org.flowable.common.engine.api.delegate.event.FlowableEngineEventType;
import org.flowable.common.engine.api.delegate.event.FlowableEvent;
import org.flowable.engine.RepositoryService;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.delegate.event.FlowableSequenceFlowTakenEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.test.context.TestPropertySource;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;

/** The engine alone, with {@link Office} around it, for tests that walk a model from start to end. */
@ApplicationModuleTest(verifyAutomatically = false, webEnvironment = WebEnvironment.NONE)
@Import(Office.class)
@TestPropertySource(
        properties = {"spring.datasource.url=jdbc:h2:mem:workflow", "flowable.async-executor-activate=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ProcessTest {

    @Autowired
    Workflow workflow;

    @Autowired
    Office office;

    @Autowired
    WoundClock clock;

    @Autowired
    Time time;

    @Autowired
    RuntimeService processes;

    @Autowired
    RepositoryService models;

    @Autowired
    BeanFactory beans;

    private final ConcurrentMap<String, Set<String>> walked = new ConcurrentHashMap<>();
    private final Walked listener = new Walked();

    @BeforeEach
    void watch() {
        processes.addEventListener(listener, FlowableEngineEventType.SEQUENCEFLOW_TAKEN);
    }

    @AfterEach
    void stopWatching() {
        processes.removeEventListener(listener);
        clock.release();
    }

    /** Holds that the tests of this class took every sequence flow of a model. */
    void assertWalked(String model) {
        assertThat(walked.getOrDefault(model, Set.of())).containsExactlyInAnyOrderElementsOf(flowsOf(model));
    }

    private Set<String> flowsOf(String model) {
        String id = models.createProcessDefinitionQuery()
                .processDefinitionKey(model)
                .latestVersion()
                .singleResult()
                .getId();
        Set<String> flows = new TreeSet<>();
        collect(models.getBpmnModel(id).getMainProcess().getFlowElements(), flows);
        return flows;
    }

    private static void collect(Collection<FlowElement> elements, Set<String> flows) {
        for (FlowElement element : elements) {
            if (element instanceof SequenceFlow) {
                flows.add(element.getId());
            } else if (element instanceof SubProcess inner) {
                collect(inner.getFlowElements(), flows);
            }
        }
    }

    /** Lets time pass and everything happen that falls due on the way. */
    void wait(Duration duration) {
        clock.windTo(clock.instant().plus(duration).plusSeconds(1));
        beans.getBean(Timers.class).fireDue();
    }

    /** A case of a new organisation, in the hands of the engine. */
    RunningCase complaint(String route) {
        return complaint(CaseId.random(), OrganisationId.random(), route);
    }

    RunningCase complaint(CaseId caseId, OrganisationId organisation, String route) {
        RunningCase running = new RunningCase(caseId, organisation);
        CurrentOrganisation.run(organisation, () -> workflow.start(running.command(route)));
        return running;
    }

    /** One case, spoken to as its organisation. */
    final class RunningCase {

        final CaseId id;
        final OrganisationId organisation;

        RunningCase(CaseId id, OrganisationId organisation) {
            this.id = id;
            this.organisation = organisation;
        }

        StartComplaint command(String route) {
            return new StartComplaint(id, organisation, "CORRUPTION", "WEB", LocalDate.of(2026, 10, 6), route);
        }

        List<OpenTask> tasks() {
            return CurrentOrganisation.in(organisation, () -> workflow.tasksOf(id));
        }

        OpenTask task(String step) {
            return tasks().stream()
                    .filter(task -> task.step().equals(step))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(step + " is not among " + tasks()));
        }

        RunningCase does(String step, String outcome) {
            return does(step, outcome, Map.of());
        }

        RunningCase does(String step, String outcome, Map<String, String> variables) {
            OpenTask task = task(step);
            PersonId by = task.candidates().iterator().next();
            CurrentOrganisation.run(organisation, () -> workflow.complete(task.id(), by, outcome, variables));
            return this;
        }

        boolean hears(CaseMessage message) {
            return CurrentOrganisation.in(organisation, () -> workflow.send(id, message));
        }

        RunningCase reopened(String route) {
            CurrentOrganisation.run(organisation, () -> workflow.reopen(command(route)));
            return this;
        }

        CaseClock clock() {
            return CurrentOrganisation.in(organisation, () -> workflow.clockOf(id))
                    .orElseThrow();
        }

        RunningCase waitsFor(String... steps) {
            assertThat(tasks()).extracting(OpenTask::step).containsExactlyInAnyOrder(steps);
            return this;
        }

        boolean runs() {
            return CurrentOrganisation.in(organisation, () -> workflow.running(id));
        }

        /** Past the last task: closed within the rebuttal window, then over with all its parts. */
        void closes() {
            does("notifyReporter", "DONE").waitsFor();
            assertThat(runs()).isTrue();
            assertThat(clock()).isInstanceOf(CaseClock.Stopped.class);
            ProcessTest.this.wait(Office.REBUTTAL);
            assertThat(runs()).isFalse();
            assertThat(processes
                            .createProcessInstanceQuery()
                            .processInstanceBusinessKey(id.toString())
                            .count())
                    .isZero();
        }

        RunningCase underInvestigation() {
            String investigator = office.of("investigator").toString();
            return does("screenComplaint", "ACCEPTED_INQUIRY")
                    .does("assignInvestigator", "DONE", Map.of("investigatorId", investigator))
                    .does("acceptAssignment", "ACCEPTED");
        }

        RunningCase referredOutside() {
            return waitsFor("prepareReferral")
                    .does("prepareReferral", "DONE")
                    .does("recordSent", "DONE")
                    .does("recordReply", "DONE");
        }
    }

    private final class Walked extends AbstractFlowableEventListener {

        @Override
        public void onEvent(FlowableEvent event) {
            if (event instanceof FlowableSequenceFlowTakenEvent flow) {
                walked.computeIfAbsent(
                                flow.getProcessDefinitionId().split(":", 2)[0], model -> ConcurrentHashMap.newKeySet())
                        .add(flow.getId());
            }
        }

        @Override
        public boolean isFailOnException() {
            return true;
        }
    }
}
