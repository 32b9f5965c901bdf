package org.sucharit.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.support.RequestContextUtils;
import org.sucharit.document.Rendered;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.TaskId;

/** What the controllers of the tasks have in common. */
@RequestMapping("/{org}/desk/tasks/{taskId}")
abstract class TaskController {

    private final TaskAnswers answers;

    TaskController(TaskAnswers answers) {
        this.answers = answers;
    }

    @ModelAttribute
    TaskTurn turn(
            @PathVariable String org,
            @PathVariable UUID taskId,
            @AuthenticationPrincipal Officer officer,
            HttpServletRequest request) {
        return new TaskTurn(org, new TaskId(taskId), officer, RequestContextUtils.getOutputFlashMap(request));
    }

    /** Does the work, and answers with the case; where something is wrong, with the same page and {@code form} in it. */
    Object answer(TaskTurn turn, Object form, Model model, Consumer<TaskId> work) {
        return answers.answer(turn, form, model, work);
    }

    /** Shows the paper that the form would give rise to, and does nothing. */
    Object preview(TaskTurn turn, Object form, Model model, Function<TaskId, Rendered> paper) {
        return previewFile(turn, form, model, task -> paper.apply(task).pdf());
    }

    /** As {@link #preview}, of several papers that are one PDF file already. */
    Object previewFile(TaskTurn turn, Object form, Model model, Function<TaskId, byte[]> papers) {
        return answers.preview(turn, form, model, papers);
    }
}
