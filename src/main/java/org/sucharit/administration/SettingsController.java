package org.sucharit.administration;

import java.util.Arrays;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.DueDayRule;
import org.sucharit.organisation.Organisations;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;

/** What the organisation decides for itself, and the administrator's first page. */
@Controller
@RequestMapping("/{org}/desk/admin")
class SettingsController {

    private final Organisations organisations;
    private final Problems problems;
    private final Saved saved;

    SettingsController(Organisations organisations, Problems problems, Saved saved) {
        this.organisations = organisations;
        this.problems = problems;
        this.saved = saved;
    }

    @GetMapping
    String home(@PathVariable String org, Model model) {
        model.addAttribute("org", org);
        model.addAttribute("crumbs", List.of(saved.link("admin.desk", "/" + org + "/desk")));
        return "administration/home";
    }

    @GetMapping("/settings")
    String settings(@PathVariable String org, Model model) {
        return form(org, model, SettingsForm.of(organisations.current().settings()));
    }

    @PostMapping("/settings")
    Object save(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            organisations.change(SettingsForm.read(typed), officer.id());
            return saved.and(redirect, "settingsChanged", "/" + org + "/desk/admin/settings");
        } catch (Problem problem) {
            return problems.again(form(org, model, typed), model, problem);
        }
    }

    private String form(String org, Model model, Typed typed) {
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(saved.link("admin.title", "/" + org + "/desk/admin")))
                .addAttribute("letterhead", SettingsForm.LETTERHEAD)
                .addAttribute("terms", SettingsForm.TERMS)
                .addAttribute("rules", rules())
                .addAttribute("typed", typed);
        return "administration/settings";
    }

    private List<Choice> rules() {
        return Arrays.stream(DueDayRule.values())
                .map(rule -> new Choice(
                        rule.name(),
                        saved.text("admin.terms.dueDayRule." + rule),
                        saved.text("admin.terms.dueDayRule." + rule + ".note")))
                .toList();
    }
}
