package org.sucharit.worklist;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;
import org.sucharit.wording.CaseText;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.TaskId;
import org.sucharit.workflow.Workflow;

/**
 * How every form of a task is answered: it is done, and the case says what comes next; something is wrong, and the same
 * page shows it beside the fields; or somebody else was quicker, and a page says who and when.
 */
@Component
class TaskAnswers {

    private final Workflow workflow;
    private final Register register;
    private final CaseScreen screen;
    private final CaseText text;
    private final Problems problems;
    private final Thai thai;

    TaskAnswers(Workflow workflow, Register register, CaseScreen screen, CaseText text, Problems problems, Thai thai) {
        this.workflow = workflow;
        this.register = register;
        this.screen = screen;
        this.text = text;
        this.problems = problems;
        this.thai = thai;
    }

    /** @throws Problem not found, where the task or its case is not there for this officer */
    Object answer(TaskTurn turn, Object form, Model model, Consumer<TaskId> work) {
        CaseId caseId = caseOf(turn);
        try {
            work.accept(turn.task());
            turn.flash().put("done", done(turn, caseId));
            return "redirect:" + screen.after(turn.org(), turn.officer(), caseId, "now");
        } catch (OptimisticLockingFailureException sameInstant) {
            return tooLate(turn, caseId, model, Problem.conflict("changedMeanwhile"));
        } catch (Problem problem) {
            return again(turn, caseId, form, model, problem);
        }
    }

    /**
     * The papers that the form would give rise to, one PDF file, made from what is typed; where something is wrong the
     * form again, as if it had been sent. Nothing is done by it.
     */
    Object preview(TaskTurn turn, Object form, Model model, Function<TaskId, byte[]> papers) {
        CaseId caseId = caseOf(turn);
        try {
            return PdfAnswer.of(text.official("task.preview") + ".pdf", papers.apply(turn.task()));
        } catch (Problem problem) {
            return again(turn, caseId, form, model, problem);
        }
    }

    private Object again(TaskTurn turn, CaseId caseId, Object form, Model model, Problem problem) {
        if (problem.kind() != Problem.Kind.NOT_FOUND
                && workflow.task(turn.task()).isEmpty()) {
            return tooLate(turn, caseId, model, problem);
        }
        screen.fill(model, turn.org(), turn.officer(), caseId, turn.task().toString(), false);
        model.addAttribute("form", form);
        return problems.again(CaseScreen.VIEW, model, problem);
    }

    /** The case of a task, open or done. */
    CaseId caseOf(TaskTurn turn) {
        Optional<CaseId> open = workflow.task(turn.task()).map(OpenTask::caseId);
        if (open.isPresent()) {
            screen.mustBeOpenTo(turn.officer(), open.get());
            return open.get();
        }
        // Whose task it was as well may no longer read the case, and is still told who was first.
        return finishing(turn.task())
                .flatMap(entry -> Optional.ofNullable(entry.caseId()))
                .filter(done -> screen.isHeldBy(turn.officer(), done))
                .orElseThrow(Problem::notFound);
    }

    private ModelAndView tooLate(TaskTurn turn, CaseId caseId, Model model, Problem problem) {
        Problem told = finishing(turn.task())
                .map(done -> Problem.conflict(
                        "task.done", done.doneBy().map(text::name).orElse(""), done.at()))
                .orElse(problem);
        boolean reads = screen.isOpenTo(turn.officer(), caseId);
        model.addAttribute("org", turn.org())
                .addAttribute("reads", reads)
                .addAttribute("base", reads ? CasePages.base(turn.org(), caseId) : "/" + turn.org() + "/desk")
                .addAttribute("told", problems.text(told));
        ModelAndView page = new ModelAndView("worklist/task-gone", model.asMap());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private Optional<Entry> finishing(TaskId task) {
        return register.finishing(task.toString());
    }

    /** What comes next, and by when; nothing of a case that is no longer theirs to see. */
    private String done(TaskTurn turn, CaseId caseId) {
        if (!screen.isOpenTo(turn.officer(), caseId)) {
            return text.of("task.done.gone");
        }
        return workflow.tasksOf(caseId).stream()
                .max((one, other) -> one.createdAt().compareTo(other.createdAt()))
                .map(next ->
                        text.of("task.done.next", text.of("step." + next.step()), thai.date(Time.dayOf(next.dueAt()))))
                .orElseGet(() -> text.of("task.done.nothing"));
    }
}
