package org.sucharit.recovery;

import java.util.List;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;

/** Where officers vouch for the new keys of colleagues whom they have met. */
@Controller
@RequestMapping("/{org}/desk/people")
class VouchController {

    private final Vouchers vouchers;
    private final Care care;
    private final Names names;
    private final Problems problems;

    VouchController(Vouchers vouchers, Care care, Names names, Problems problems) {
        this.vouchers = vouchers;
        this.care = care;
        this.names = names;
        this.problems = problems;
    }

    @GetMapping
    String list(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model) {
        return list(org, officer, "", "", model);
    }

    @PostMapping("/{id}/vouch")
    Object vouch(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            @RequestParam String number,
            Model model,
            RedirectAttributes redirect) {
        PersonId person = new PersonId(id);
        try {
            vouchers.vouch(officer, person, number);
            care.take(officer);
            redirect.addFlashAttribute("done", names.text("vouch.done", names.of(person)));
            return "redirect:/" + org + "/desk/people";
        } catch (Problem problem) {
            return problems.again(list(org, officer, id.toString(), number, model), model, problem);
        }
    }

    private String list(String org, Officer officer, String typedFor, String number, Model model) {
        if (!vouchers.may(officer)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden");
        }
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(names.link("desk.title", "/" + org + "/desk")))
                .addAttribute(
                        "waiting",
                        vouchers.waiting(officer).stream()
                                .map(one -> new Row(
                                        one.person().id().toString(),
                                        names.of(one.person()),
                                        one.state().name()))
                                .toList())
                .addAttribute("typedFor", typedFor)
                .addAttribute("number", number);
        return "recovery/vouch";
    }

    /** @param state why the key does not count */
    record Row(String id, String name, String state) {}
}
