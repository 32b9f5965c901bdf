package org.sucharit.workflow;

import java.util.List;
import java.util.Set;
import org.flowable.engine.delegate.DelegateExecution;
import org.flowable.engine.interceptor.CreateUserTaskAfterContext;
import org.flowable.engine.interceptor.CreateUserTaskBeforeContext;
import org.flowable.engine.interceptor.CreateUserTaskInterceptor;
import org.flowable.spring.SpringProcessEngineConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;

/**
 * Puts people in the place of a task's group before the task is made. The group stays as the task's category, so that
 * they can be asked for anew.
 */
@Component
class TaskCandidates implements CreateUserTaskInterceptor {

    /** Asked for late, because whoever names the people may itself use the workflow. */
    private final ObjectProvider<Candidates> candidates;

    private final ObjectProvider<SpringProcessEngineConfiguration> engine;

    TaskCandidates(ObjectProvider<Candidates> candidates, ObjectProvider<SpringProcessEngineConfiguration> engine) {
        this.candidates = candidates;
        this.engine = engine;
    }

    @Override
    public void beforeCreateUserTask(CreateUserTaskBeforeContext task) {
        DelegateExecution execution = task.getExecution();
        String step = task.getUserTask().getId();
        if (task.getCandidateGroups().size() != 1) {
            throw new IllegalStateException(step + " needs one candidate group");
        }
        String group = evaluate(task.getCandidateGroups().getFirst(), execution);
        CaseId caseId = CaseId.of((String) execution.getVariable("caseId"));
        Set<PersonId> people = of(caseId, group, step);
        task.setCategory(group);
        task.setCandidateGroups(List.of());
        task.setCandidateUsers(people.stream().map(PersonId::toString).toList());
        task.setAssignee(assignee(task, people));
    }

    @Override
    public void afterCreateUserTask(CreateUserTaskAfterContext task) {}

    Set<PersonId> of(CaseId caseId, String group, String step) {
        Set<PersonId> people = candidates.getObject().candidates(caseId, group, step);
        if (people.isEmpty()) {
            throw new IllegalStateException("Nobody in " + group + " can do " + step + " of case " + caseId);
        }
        return people;
    }

    private @Nullable String assignee(CreateUserTaskBeforeContext task, Set<PersonId> people) {
        if (task.getAssignee() == null) {
            return null;
        }
        String assignee = evaluate(task.getAssignee(), task.getExecution());
        return people.contains(PersonId.of(assignee)) ? assignee : null;
    }

    private String evaluate(String expression, DelegateExecution execution) {
        return engine.getObject()
                .getExpressionManager()
                .createExpression(expression)
                .getValue(execution)
                .toString();
    }
}
