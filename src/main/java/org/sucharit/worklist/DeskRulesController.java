package org.sucharit.worklist;

import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.sucharit.assignment.ConflictRule;
import org.sucharit.screen.Link;
import org.sucharit.screen.Thai;
import org.sucharit.wording.CaseText;

/** The table of who may not touch a case, for every officer to read: it is made from the rules that are carried out. */
@Controller
class DeskRulesController {

    /** @param way where the case goes; the same as ever where the rule changes nothing */
    record Row(String accused, String way, String keptOut, String law) {}

    private final CaseText text;
    private final Thai thai;

    DeskRulesController(CaseText text, Thai thai) {
        this.text = text;
        this.thai = thai;
    }

    @GetMapping("/{org}/desk/rules")
    String rules(@PathVariable String org, Model model) {
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(new Link(text.of("desk.title"), "/" + org + "/desk")))
                .addAttribute(
                        "rules",
                        Arrays.stream(ConflictRule.values()).map(this::row).toList());
        return "worklist/rules";
    }

    private Row row(ConflictRule rule) {
        return new Row(
                text.of("rule." + rule),
                rule.route().map(route -> text.of("rule.way." + route)).orElseGet(() -> text.of("rule.way.same")),
                text.of("rule." + rule + ".keeps"),
                text.of("rule.law", thai.digits(rule.sections())));
    }
}
