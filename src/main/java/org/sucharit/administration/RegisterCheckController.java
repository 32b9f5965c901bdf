package org.sucharit.administration;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.register.audit.Fault;
import org.sucharit.register.audit.NightlyCheck;
import org.sucharit.screen.Problems;

/**
 * Checks the register on demand. The administrator is told what is wrong and in which table; the names of rows, which
 * would tell them of cases and of who holds them, stand in the log and in the report of the command.
 */
@Controller
@RequestMapping("/{org}/desk/admin/register")
class RegisterCheckController {

    private static final String VIEW = "administration/register";

    /** @param where a table, or a place in the register */
    public record Found(Fault.Kind kind, String where, long count) {}

    private final NightlyCheck check;
    private final Problems problems;
    private final Saved saved;

    RegisterCheckController(NightlyCheck check, Problems problems, Saved saved) {
        this.check = check;
        this.problems = problems;
        this.saved = saved;
    }

    @GetMapping
    String page(@PathVariable String org, Model model) {
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(saved.link("admin.title", "/" + org + "/desk/admin")));
        return VIEW;
    }

    @PostMapping
    Object check(@PathVariable String org, Model model) {
        page(org, model);
        try {
            model.addAttribute("faults", summed(check.now(CurrentOrganisation.get())));
            return VIEW;
        } catch (Problem problem) {
            return problems.again(VIEW, model, problem);
        }
    }

    private static List<Found> summed(List<Fault> faults) {
        Map<Fault.Kind, Map<String, Long>> summed = faults.stream()
                .collect(Collectors.groupingBy(
                        Fault::kind,
                        TreeMap::new,
                        Collectors.groupingBy(
                                fault -> fault.what().split(" ")[0], TreeMap::new, Collectors.counting())));
        return summed.entrySet().stream()
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(where -> new Found(kind.getKey(), where.getKey(), where.getValue())))
                .toList();
    }
}
