package org.sucharit.recovery;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
import org.sucharit.kernel.Problem;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Recovery;
import org.sucharit.vault.Recovery.Known;
import org.sucharit.vault.Sheet;
import org.sucharit.vault.SheetSets;
import org.sucharit.vault.Vouching;

/**
 * The officer's page of recovery: their own sheet, how many cases the sheets bring back, and the ceremony. What was typed
 * of a sheet travels in the form from one step of the ceremony to the next and is kept nowhere.
 */
@Controller
@RequestMapping("/{org}/desk/recovery")
class RecoveryController {

    /** A sheet that lies there already, to be sent again with the next. */
    record Shown(String code, int set, int place, String keeper) {}

    /** How far the sheets of one set are. */
    record Progress(int set, int there, int needed) {

        public boolean complete() {
            return there >= needed;
        }
    }

    private final Holders holders;
    private final Ceremony ceremony;
    private final Care care;
    private final Recovery recovery;
    private final SheetSets sets;
    private final Vouching vouching;
    private final Duty duty;
    private final Names names;
    private final Problems problems;

    RecoveryController(
            Holders holders,
            Ceremony ceremony,
            Care care,
            Recovery recovery,
            SheetSets sets,
            Vouching vouching,
            Duty duty,
            Names names,
            Problems problems) {
        this.holders = holders;
        this.ceremony = ceremony;
        this.care = care;
        this.recovery = recovery;
        this.sets = sets;
        this.vouching = vouching;
        this.duty = duty;
        this.names = names;
        this.problems = problems;
    }

    @ModelAttribute
    void forThoseWhoWorkOnCases(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model) {
        duty.require(officer);
        model.addAttribute("org", org).addAttribute("crumbs", List.of(names.link("desk.title", "/" + org + "/desk")));
    }

    @GetMapping
    String overview(@AuthenticationPrincipal Officer officer, Model model) {
        boolean counts = vouching.counts(officer);
        model.addAttribute("active", sets.active().map(names::screen).orElse(null))
                .addAttribute("mine", toPrint(officer))
                .addAttribute("counts", counts)
                .addAttribute("coverage", counts ? recovery.coverage() : null)
                .addAttribute("waits", counts && care.waits(officer));
        return "recovery/overview";
    }

    private @Nullable Object toPrint(Officer officer) {
        return sets.prepared().stream()
                .flatMap(set -> names.screen(set).sheets().stream()
                        .filter(sheet -> sheet.printedAt() == null)
                        .filter(sheet -> set.sheets()
                                .get(sheet.place() - 1)
                                .keeper()
                                .holder()
                                .equals(officer.id())))
                .findFirst()
                .orElse(null);
    }

    /** Prints the officer's own sheet, this once. */
    @PostMapping("/sheet")
    Object print(@AuthenticationPrincipal Officer officer, Model model) {
        try {
            return PdfAnswer.of(names.text("recovery.sheet.file") + ".pdf", holders.print(officer));
        } catch (Problem problem) {
            return problems.again(overview(officer, model), model, problem);
        }
    }

    /** Shares the keys of the cases that the officer can open among the sheets in force. */
    @PostMapping("/cover")
    String cover(@PathVariable String org, @AuthenticationPrincipal Officer officer, RedirectAttributes redirect) {
        int seen = care.take(officer);
        redirect.addFlashAttribute("done", names.text("recovery.cover.done", Integer.toString(seen)));
        return "redirect:/" + org + "/desk/recovery";
    }

    @GetMapping("/ceremony")
    String ceremony(Model model) {
        return ceremony(List.of(), "", model);
    }

    /** Takes one more sheet, or tells which group of it is wrong. */
    @PostMapping("/ceremony")
    Object add(@RequestParam(defaultValue = "") List<String> sheet, @RequestParam String code, Model model) {
        List<Known> there = known(sheet);
        try {
            Known one = recovery.recognise(Sheet.parse("code", code))
                    .orElseThrow(() -> Problem.invalid("code", "recovery.unknownSheet"));
            if (there.stream().anyMatch(other -> other.id().equals(one.id()))) {
                throw Problem.invalid("code", "recovery.sameSheet");
            }
            there.add(one);
            return ceremony(there, "", model);
        } catch (Problem problem) {
            return problems.again(ceremony(there, code, model), model, problem);
        }
    }

    @PostMapping("/ceremony/finish")
    Object finish(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") List<String> sheet,
            Model model,
            RedirectAttributes redirect) {
        List<Known> there = known(sheet);
        try {
            Ceremony.Outcome outcome = ceremony.bringBack(officer, there);
            redirect.addFlashAttribute(
                    "done",
                    names.text(
                            outcome.damaged() == 0 ? "recovery.ceremony.done" : "recovery.ceremony.damaged",
                            Integer.toString(outcome.cases()),
                            Integer.toString(outcome.damaged())));
            return "redirect:/" + org + "/desk/recovery";
        } catch (Problem problem) {
            return problems.again(ceremony(there, "", model), model, problem);
        }
    }

    private String ceremony(List<Known> there, String code, Model model) {
        model.addAttribute("sheets", there.stream().map(this::shown).toList())
                .addAttribute(
                        "progress",
                        Ceremony.bySet(there).entrySet().stream()
                                .map(set -> new Progress(
                                        set.getKey(),
                                        set.getValue().size(),
                                        set.getValue().getFirst().needed()))
                                .toList())
                .addAttribute(
                        "complete", Ceremony.bySet(there).values().stream().anyMatch(Ceremony::complete))
                .addAttribute("code", code);
        return "recovery/ceremony";
    }

    private Shown shown(Known known) {
        String authority = known.keeper().authority();
        String keeper = authority == null ? names.of(known.keeper().holder()) : authority;
        return new Shown(known.sheet().code(), known.set(), known.place(), keeper);
    }

    /** What the form sends again; each sheet once. */
    private List<Known> known(List<String> codes) {
        Map<UUID, Known> known = new LinkedHashMap<>();
        codes.stream()
                .filter(code -> !code.isBlank())
                .limit(2L * SheetSets.MOST_SHEETS)
                .flatMap(code -> recovery.recognise(Sheet.parse("code", code)).stream())
                .forEach(sheet -> known.putIfAbsent(sheet.id(), sheet));
        return new ArrayList<>(known.values());
    }
}
