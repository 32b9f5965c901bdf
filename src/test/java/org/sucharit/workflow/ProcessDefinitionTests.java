package org.sucharit.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flowable.bpmn.model.Activity;
import org.flowable.bpmn.model.BoundaryEvent;
import org.flowable.bpmn.model.BpmnModel;
import org.flowable.bpmn.model.CallActivity;
import org.flowable.bpmn.model.EventGateway;
import org.flowable.bpmn.model.ExclusiveGateway;
import org.flowable.bpmn.model.FlowElement;
import org.flowable.bpmn.model.FlowNode;
import org.flowable.bpmn.model.GraphicInfo;
import org.flowable.bpmn.model.ImplementationType;
import org.flowable.bpmn.model.Message;
import org.flowable.bpmn.model.SequenceFlow;
import org.flowable.bpmn.model.ServiceTask;
import org.flowable.bpmn.model.SubProcess;
import org.flowable.bpmn.model.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The conventions that every model keeps. */
class ProcessDefinitionTests {

    static Stream<Arguments> models() {
        return ProcessModels.all().entrySet().stream().map(model -> Arguments.of(model.getKey(), model.getValue()));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theProcessIsNamedLikeItsFileAndSaysWhatItIs(String name, BpmnModel model) {
        assertThat(model.getProcesses()).singleElement().satisfies(process -> {
            assertThat(process.getId()).isEqualTo(name);
            assertThat(process.getName()).isNotBlank();
            assertThat(process.getDocumentation()).isNotBlank();
        });
    }

    @ParameterizedTest
    @MethodSource("models")
    void idsAreLowerCamel(String name, BpmnModel model) {
        assertThat(ProcessModels.elements(model))
                .allSatisfy(element -> assertThat(element.getId()).matches("[a-z][A-Za-z0-9]*"));
    }

    @ParameterizedTest
    @MethodSource("models")
    void gatewaysThatDecideAreQuestionsAndTheirFlowsAnswers(String name, BpmnModel model) {
        for (ExclusiveGateway gateway : of(model, ExclusiveGateway.class)) {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
            assertThat(gateway.getOutgoingFlows()).as(gateway.getId()).allSatisfy(flow -> {
                assertThat(flow.getName()).isNotBlank();
                assertThat(flow.getConditionExpression() == null)
                        .isEqualTo(flow.getId().equals(gateway.getDefaultFlow()));
            });
        }
        for (EventGateway gateway : of(model, EventGateway.class)) {
            assertThat(gateway.getName()).as(gateway.getId()).endsWith("?");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void aConditionComparesOneAnswer(String name, BpmnModel model) {
        assertThat(of(model, SequenceFlow.class))
                .extracting(SequenceFlow::getConditionExpression)
                .allSatisfy(condition -> assertThat(condition)
                        .satisfiesAnyOf(
                                none -> assertThat(none).isNull(),
                                some -> assertThat(some)
                                        .matches("\\$\\{(outcome|route|screening|directive|strike) == '[A-Z_]+'}")));
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyUserTaskHasItsGroupItsTermAndItsSource(String name, BpmnModel model) {
        for (UserTask task : of(model, UserTask.class)) {
            assertThat(task.getName()).as(task.getId()).isNotBlank();
            assertThat(task.getCandidateGroups()).as(task.getId()).hasSize(1);
            assertThat(task.getDueDate()).isEqualTo("${deadlines.taskDue(caseId, '%s')}".formatted(task.getId()));
            assertThat(task.getDocumentation()).as(task.getId()).matches("Form: \\S.*\\nTerm: \\S.*\\nSource: \\S.*");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void serviceTasksCallABeanByName(String name, BpmnModel model) {
        for (ServiceTask task : of(model, ServiceTask.class)) {
            assertThat(task.getImplementationType())
                    .as(task.getId())
                    .isEqualTo(ImplementationType.IMPLEMENTATION_TYPE_EXPRESSION);
            assertThat(task.getImplementation()).matches("\\$\\{[a-z]+\\.[a-z][A-Za-z]*\\(caseId\\)}");
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void noModelNamesAClass(String name, BpmnModel model) throws Exception {
        assertThat(ProcessModels.FOLDER.resolve(name + ".bpmn20.xml"))
                .content()
                .doesNotContain("flowable:class", "delegateExpression", "org.sucharit.", "<scriptTask", "<script>");
    }

    @ParameterizedTest
    @MethodSource("models")
    void aCalledProcessExistsAndCarriesTheCaseOn(String name, BpmnModel model) {
        for (CallActivity call : of(model, CallActivity.class)) {
            assertThat(ProcessModels.all()).containsKey(call.getCalledElement());
            assertThat(call.isInheritBusinessKey()).as(call.getId()).isTrue();
            assertThat(call.getInParameters())
                    .anySatisfy(parameter -> assertThat(parameter.getTarget()).isEqualTo("caseId"));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theModelsKnowTheMessagesThatTheFacadeSends(String name, BpmnModel model) {
        List<String> known = Stream.concat(
                        Arrays.stream(CaseMessage.values()).map(CaseMessage::messageName), Stream.of("caseReopened"))
                .toList();
        assertThat(model.getMessages()).extracting(Message::getName).isSubsetOf(known);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everythingIsDrawn(String name, BpmnModel model) {
        for (FlowElement element : ProcessModels.elements(model)) {
            if (element instanceof SequenceFlow) {
                assertThat(model.getFlowLocationGraphicInfo(element.getId()))
                        .as(element.getId())
                        .hasSizeGreaterThanOrEqualTo(2);
            } else {
                assertThat(model.getGraphicInfo(element.getId()))
                        .as(element.getId())
                        .isNotNull();
            }
            boolean besideItsName = !(element instanceof Activity);
            if (besideItsName && element.getName() != null) {
                assertThat(model.getLabelGraphicInfo(element.getId()))
                        .as(element.getId())
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void nothingIsDrawnOverSomethingElse(String name, BpmnModel model) {
        List<FlowNode> nodes = of(model, FlowNode.class);
        for (FlowNode one : nodes) {
            for (FlowNode other : nodes) {
                boolean siblings = one != other && one.getParentContainer() == other.getParentContainer();
                boolean attached = one instanceof BoundaryEvent || other instanceof BoundaryEvent;
                if (siblings && !attached) {
                    assertThat(overlap(model.getGraphicInfo(one.getId()), model.getGraphicInfo(other.getId())))
                            .as(one.getId() + " over " + other.getId())
                            .isFalse();
                }
            }
        }
        Map<String, GraphicInfo> labels = model.getLabelLocationMap();
        labels.forEach((labelled, label) -> {
            for (FlowNode node : nodes) {
                if (!(node instanceof SubProcess)) {
                    assertThat(overlap(label, model.getGraphicInfo(node.getId())))
                            .as("label of " + labelled + " over " + node.getId())
                            .isFalse();
                }
            }
            labels.forEach((otherLabelled, other) -> assertThat(label != other && overlap(label, other))
                    .as("labels of " + labelled + " and " + otherLabelled)
                    .isFalse());
        });
    }

    private static boolean overlap(GraphicInfo one, GraphicInfo other) {
        return one.getX() < other.getX() + other.getWidth()
                && other.getX() < one.getX() + one.getWidth()
                && one.getY() < other.getY() + other.getHeight()
                && other.getY() < one.getY() + one.getHeight();
    }

    private static <T extends FlowElement> List<T> of(BpmnModel model, Class<T> type) {
        return ProcessModels.elements(model).stream()
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
