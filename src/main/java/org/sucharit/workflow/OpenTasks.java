package org.sucharit.workflow;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.identitylink.api.IdentityLinkInfo;
import org.flowable.identitylink.api.IdentityLinkType;
import org.flowable.task.api.Task;
import org.flowable.task.api.TaskQuery;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;

/** Reads the open tasks of the current organisation. */
@Component
class OpenTasks {

    /** From the person's few links to their tasks; the engine's own query goes the other way, over all tasks. */
    private static final String OF_PERSON = """
            select task.* from act_ru_identitylink link join act_ru_task task on task.id_ = link.task_id_
            where link.user_id_ = #{person} and link.type_ = 'candidate' and task.tenant_id_ = #{organisation}
            order by task.due_date_, task.id_""";

    private final TaskService tasks;
    private final RuntimeService processes;

    OpenTasks(TaskService tasks, RuntimeService processes) {
        this.tasks = tasks;
        this.processes = processes;
    }

    Slice<OpenTask> of(PersonId person, Pageable page) {
        List<Task> found = tasks.createNativeTaskQuery()
                .sql(OF_PERSON)
                .parameter("person", person.toString())
                .parameter("organisation", CurrentOrganisation.get().toString())
                .listPage(Math.toIntExact(page.getOffset()), page.getPageSize() + 1);
        List<String> ids =
                found.stream().limit(page.getPageSize()).map(Task::getId).toList();
        List<OpenTask> content = ids.isEmpty() ? List.of() : read(query().taskIds(ids));
        return new SliceImpl<>(content, page, found.size() > page.getPageSize());
    }

    List<OpenTask> of(CaseId caseId) {
        return read(query().processInstanceBusinessKey(caseId.toString()));
    }

    Optional<OpenTask> find(TaskId task) {
        return read(query().taskId(task.toString())).stream().findFirst();
    }

    /** As {@link #find}, and until the transaction ends nobody else finds it so. */
    Optional<OpenTask> lock(TaskId task) {
        tasks.createNativeTaskQuery()
                .sql("select * from act_ru_task where id_ = #{id} for update")
                .parameter("id", task.toString())
                .list();
        return find(task);
    }

    private TaskQuery query() {
        return tasks.createTaskQuery().taskTenantId(CurrentOrganisation.get().toString());
    }

    private List<OpenTask> read(TaskQuery query) {
        List<Task> found = query.includeIdentityLinks()
                .orderByTaskDueDate()
                .asc()
                .orderByTaskId()
                .asc()
                .list();
        Map<String, CaseId> cases = casesOf(found);
        return found.stream()
                .map(task -> read(task, Objects.requireNonNull(cases.get(task.getProcessInstanceId()))))
                .toList();
    }

    private Map<String, CaseId> casesOf(List<Task> found) {
        Set<String> ids = found.stream().map(Task::getProcessInstanceId).collect(toSet());
        return ids.isEmpty()
                ? Map.of()
                : processes.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                        .collect(toMap(ProcessInstance::getId, process -> CaseId.of(process.getBusinessKey())));
    }

    private static OpenTask read(Task task, CaseId caseId) {
        return new OpenTask(
                TaskId.of(task.getId()),
                caseId,
                task.getTaskDefinitionKey(),
                task.getCreateTime().toInstant(),
                task.getDueDate().toInstant(),
                task.getAssignee() == null ? null : PersonId.of(task.getAssignee()),
                task.getIdentityLinks().stream()
                        .filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                        .map(IdentityLinkInfo::getUserId)
                        .map(PersonId::of)
                        .collect(toSet()),
                task.getCategory());
    }
}
