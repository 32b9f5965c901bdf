package org.sucharit.administration;

import java.time.LocalDate;
import java.util.List;
import org.springframework.format.annotation.DateTimeFormat;
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
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holidays;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;

/** The holidays of a year, which the days of terms are counted by. */
@Controller
@RequestMapping("/{org}/desk/admin/holidays")
class HolidaysController {

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2100;

    private final Holidays holidays;
    private final Problems problems;
    private final Saved saved;
    private final Time time;

    HolidaysController(Holidays holidays, Problems problems, Saved saved, Time time) {
        this.holidays = holidays;
        this.problems = problems;
        this.saved = saved;
        this.time = time;
    }

    /** @param year of the common era; this year where it is 0 */
    @GetMapping
    String list(@PathVariable String org, @RequestParam(defaultValue = "0") int year, Model model) {
        return list(org, year == 0 ? time.today().getYear() : year, model, Typed.nothing());
    }

    @PostMapping
    Object add(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        LocalDate written = typed.date("day").date();
        try {
            LocalDate day = typed.date("day").require("day");
            holidays.add(day, typed.text("nameTh").strip(), officer.id());
            return saved.and(redirect, "holidayAdded", address(org, day.getYear()));
        } catch (Problem problem) {
            int year = written == null ? time.today().getYear() : written.getYear();
            return problems.again(list(org, year, model, typed), model, problem);
        }
    }

    @PostMapping("/{day}/remove")
    String remove(
            @PathVariable String org,
            @PathVariable @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @AuthenticationPrincipal Officer officer,
            RedirectAttributes redirect) {
        holidays.remove(day, officer.id());
        return saved.and(redirect, "holidayRemoved", address(org, day.getYear()));
    }

    private String list(String org, int asked, Model model, Typed typed) {
        int year = Math.clamp(asked, FIRST_YEAR, LAST_YEAR);
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(saved.link("admin.title", "/" + org + "/desk/admin")))
                .addAttribute("year", year)
                .addAttribute("holidays", holidays.ofYear(year))
                .addAttribute("typed", typed);
        return "administration/holidays";
    }

    private static String address(String org, int year) {
        return "/" + org + "/desk/admin/holidays?year=" + year;
    }
}
