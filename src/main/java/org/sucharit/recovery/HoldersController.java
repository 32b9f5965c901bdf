package org.sucharit.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Words;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;
import org.sucharit.vault.SheetSets;
import org.sucharit.vault.SheetSets.Keeper;

/** Where the administrator names who is to hold the recovery sheets. It tells nothing of any case, not even how many. */
@Controller
@RequestMapping("/{org}/desk/admin/recovery")
class HoldersController {

    private static final List<Integer> PLACES =
            IntStream.rangeClosed(1, SheetSets.MOST_SHEETS).boxed().toList();

    private final Holders holders;
    private final SheetSets sets;
    private final Duty duty;
    private final Names names;
    private final Problems problems;

    HoldersController(Holders holders, SheetSets sets, Duty duty, Names names, Problems problems) {
        this.holders = holders;
        this.sets = sets;
        this.duty = duty;
        this.names = names;
        this.problems = problems;
    }

    @GetMapping
    String form(@PathVariable String org, Model model) {
        return form(org, Typed.nothing().with("needed", SheetSets.FEWEST_NEEDED), model);
    }

    @PostMapping
    Object name(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            holders.name(officer, typed.whole("needed").orElse(0), keepers(typed));
            redirect.addFlashAttribute("done", names.text("recovery.holders.done"));
            return "redirect:/" + org + "/desk/admin/recovery";
        } catch (Problem problem) {
            return problems.again(form(org, typed, model), model, problem);
        }
    }

    private String form(String org, Typed typed, Model model) {
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(names.link("admin.title", "/" + org + "/desk/admin")))
                .addAttribute("active", sets.active().map(names::screen).orElse(null))
                .addAttribute("prepared", sets.prepared().map(names::screen).orElse(null))
                .addAttribute(
                        "officers",
                        duty.officers().stream()
                                .map(person -> Choice.of(person.id(), names.of(person)))
                                .toList())
                .addAttribute("places", PLACES)
                .addAttribute("typed", typed);
        return "recovery/holders";
    }

    /** Rows left empty are none; the others keep their place in the form, so that what is wrong stands beside them. */
    private static List<Keeper> keepers(Typed typed) {
        List<Keeper> keepers = new ArrayList<>();
        Words check = Words.check();
        boolean gap = false;
        for (int place : PLACES) {
            String holder = typed.given("holder" + place);
            String authority = typed.given("authority" + place);
            if (holder == null) {
                check.that(authority == null, "holder" + place, "recovery.whoBrings");
                gap = true;
                continue;
            }
            check.that(!gap, "holder" + place, "recovery.gap");
            PersonId person = person(holder);
            check.that(person != null, "holder" + place, "choose");
            if (person != null) {
                keepers.add(new Keeper(person, authority));
            }
        }
        check.orThrow();
        return keepers;
    }

    private static @Nullable PersonId person(String text) {
        try {
            return PersonId.of(text);
        } catch (IllegalArgumentException notOne) {
            return null;
        }
    }
}
