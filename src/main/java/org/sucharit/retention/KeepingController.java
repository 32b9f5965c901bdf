package org.sucharit.retention;

import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** How long a case is kept: its hold, and the two steps of its destruction. */
@Controller
@RequestMapping("/{org}/desk/cases/{caseId}/keeping")
class KeepingController {

    private static final String VIEW = "retention/keeping";

    private final Retention retention;
    private final ObstacleText obstacles;
    private final CaseText text;
    private final Problems problems;

    KeepingController(Retention retention, ObstacleText obstacles, CaseText text, Problems problems) {
        this.retention = retention;
        this.obstacles = obstacles;
        this.text = text;
        this.problems = problems;
    }

    /** The case that the address names, and who asks for it. */
    record Turn(String org, CaseId caseId, Officer officer) {}

    @ModelAttribute
    Turn turn(@PathVariable String org, @PathVariable UUID caseId, @AuthenticationPrincipal Officer officer) {
        return new Turn(org, new CaseId(caseId), officer);
    }

    static String address(String org, CaseId id) {
        return "/" + org + "/desk/cases/" + id + "/keeping";
    }

    @GetMapping
    String page(@ModelAttribute(binding = false) Turn turn, Model model) {
        return fill(turn, model);
    }

    /** Whoever switches the language on a form shown again, or comes back to its address, sees how it stands. */
    @GetMapping({"/hold", "/lift", "/ask-lift", "/ask", "/withdraw", "/confirm"})
    String back(@ModelAttribute(binding = false) Turn turn) {
        return "redirect:" + address(turn.org(), turn.caseId());
    }

    @PostMapping("/hold")
    Object hold(
            @ModelAttribute(binding = false) Turn turn,
            @RequestParam(name = "holdReason", defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        return answer(turn, "hold", reason, model, redirect, () -> {
            retention.hold(turn.officer(), turn.caseId(), reason.strip());
            return after(turn);
        });
    }

    @PostMapping("/lift")
    Object lift(
            @ModelAttribute(binding = false) Turn turn,
            @RequestParam(name = "liftReason", defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        return answer(turn, "lift", reason, model, redirect, () -> {
            retention.lift(turn.officer(), turn.caseId(), reason.strip());
            return after(turn);
        });
    }

    @PostMapping("/ask-lift")
    Object askLift(@ModelAttribute(binding = false) Turn turn, Model model, RedirectAttributes redirect) {
        return answer(turn, "askLift", null, model, redirect, () -> {
            retention.askLift(turn.officer(), turn.caseId());
            return after(turn);
        });
    }

    @PostMapping("/ask")
    Object ask(
            @ModelAttribute(binding = false) Turn turn,
            @RequestParam(name = "askReason", defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        return answer(turn, "ask", reason, model, redirect, () -> {
            retention.ask(turn.officer(), turn.caseId(), reason.strip());
            return address(turn.org(), turn.caseId());
        });
    }

    /** Leads to the list, for who takes it back may have had the case open for the request alone. */
    @PostMapping("/withdraw")
    Object withdraw(@ModelAttribute(binding = false) Turn turn, Model model, RedirectAttributes redirect) {
        return answer(turn, "withdraw", null, model, redirect, () -> {
            retention.withdraw(turn.officer(), turn.caseId());
            return list(turn);
        });
    }

    @PostMapping("/confirm")
    Object confirm(@ModelAttribute(binding = false) Turn turn, Model model, RedirectAttributes redirect) {
        return answer(turn, "confirm", null, model, redirect, () -> {
            retention.confirm(turn.officer(), turn.caseId());
            return list(turn);
        });
    }

    /** Back to the page, or to the list where the case is no longer there for the officer. */
    private String after(Turn turn) {
        return retention.isOpenTo(turn.officer(), turn.caseId()) ? address(turn.org(), turn.caseId()) : list(turn);
    }

    private static String list(Turn turn) {
        return "/" + turn.org() + "/desk/retention";
    }

    private Object answer(
            Turn turn,
            String form,
            @Nullable String reason,
            Model model,
            RedirectAttributes redirect,
            Supplier<String> work) {
        try {
            String next = work.get();
            redirect.addFlashAttribute("done", text.of("keeping.done." + form));
            return "redirect:" + next;
        } catch (Problem problem) {
            fill(turn, model);
            model.addAttribute("form", form).addAttribute("typed", reason);
            return problems.again(VIEW, model, within(form, problem));
        }
    }

    /** The same problem with its one field named as the page names it. */
    private static Problem within(String form, Problem problem) {
        return problem.fields().isEmpty()
                ? problem
                : Problem.invalid(problem.fields().stream()
                        .map(field -> new Problem.Field(form + "Reason", field.code(), field.arguments()))
                        .toList());
    }

    private String fill(Turn turn, Model model) {
        Standing standing = retention.standing(turn.officer(), turn.caseId());
        String base = "/" + turn.org() + "/desk/cases/" + turn.caseId();
        Standing.Hold hold = standing.hold();
        Standing.Request request = standing.request();
        model.addAttribute("org", turn.org())
                .addAttribute("base", base)
                .addAttribute("standing", standing)
                .addAttribute("number", text.number(standing.summary().number()))
                .addAttribute("obstacles", obstacles.of(standing.obstacles()))
                .addAttribute("heldBy", hold == null ? null : text.name(hold.by()))
                .addAttribute("askedBy", request == null ? null : text.name(request.by()))
                .addAttribute(
                        "crumbs",
                        List.of(
                                new Link(text.of("case.crumb.desk"), "/" + turn.org() + "/desk"),
                                new Link(text.of("case.crumb.case"), base)));
        return VIEW;
    }
}
