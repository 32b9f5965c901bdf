package org.sucharit.worklist;

import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.assignment.HandingOver;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** Hands one's cases over to who comes after, in one step. */
@Controller
@RequestMapping("/{org}/desk/handover")
class HandOverController {

    private static final String VIEW = "worklist/handover";

    private final HandingOver handingOver;
    private final CaseText text;
    private final Thai thai;
    private final Problems problems;

    HandOverController(HandingOver handingOver, CaseText text, Thai thai, Problems problems) {
        this.handingOver = handingOver;
        this.text = text;
        this.thai = thai;
        this.problems = problems;
    }

    @GetMapping
    String form(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model) {
        model.addAttribute("org", org)
                .addAttribute("held", thai.number(handingOver.held(officer)))
                .addAttribute("successors", CaseText.choices(handingOver.successors(officer)))
                .addAttribute("crumbs", List.of(new Link(text.of("desk.title"), "/" + org + "/desk")));
        return VIEW;
    }

    @PostMapping
    Object handOver(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String to,
            Model model,
            RedirectAttributes redirect) {
        try {
            HandingOver.Done done = handingOver.handOver(officer, person(to));
            redirect.addFlashAttribute(
                    "done", text.of("handover.done", thai.number(done.given()), thai.number(done.returned())));
            return "redirect:/" + org + "/desk";
        } catch (Problem problem) {
            form(org, officer, model);
            model.addAttribute("to", to);
            return problems.again(VIEW, model, problem);
        }
    }

    private static PersonId person(String to) {
        try {
            return PersonId.of(to);
        } catch (IllegalArgumentException nobody) {
            throw Problem.invalid("to", "handover.to");
        }
    }
}
