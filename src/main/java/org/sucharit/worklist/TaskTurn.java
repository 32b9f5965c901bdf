package org.sucharit.worklist;

import java.util.Map;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.TaskId;

/**
 * One try at a task: the organisation and the task that the address names, and who tries.
 *
 * @param flash what the page after the redirect is to say
 */
record TaskTurn(String org, TaskId task, Officer officer, Map<String, Object> flash) {}
