package org.sucharit.workflow;

import org.flowable.engine.impl.persistence.entity.ExecutionEntity;
import org.flowable.engine.interceptor.IdentityLinkInterceptor;
import org.flowable.identitylink.service.impl.persistence.entity.IdentityLinkEntity;
import org.flowable.task.service.impl.persistence.entity.TaskEntity;

/**
 * Stops the engine from listing on each process everyone who ever had to do with it: who took part in a case is known
 * to its register and its grants, and to nobody else.
 */
class NoParticipants implements IdentityLinkInterceptor {

    @Override
    public void handleCompleteTask(TaskEntity task) {}

    @Override
    public void handleAddIdentityLinkToTask(TaskEntity task, IdentityLinkEntity link) {}

    @Override
    public void handleAddAssigneeIdentityLinkToTask(TaskEntity task, String assignee) {}

    @Override
    public void handleAddOwnerIdentityLinkToTask(TaskEntity task, String owner) {}

    @Override
    public void handleCreateProcessInstance(ExecutionEntity process) {}

    @Override
    public void handleCreateSubProcessInstance(ExecutionEntity process, ExecutionEntity caller) {}
}
