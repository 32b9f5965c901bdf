package org.sucharit.worklist;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Slice;
import org.springframework.data.domain.SliceImpl;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;
import org.sucharit.assignment.Newcomers;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.intake.BoxOpenings;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.PostKind;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;

/** The officer's home, and the list of the cases that the officer holds. */
@Controller
class DeskController {

    private final Newcomers newcomers;
    private final Worklist worklist;
    private final BoxOpenings openings;
    private final DeskDuty duty;
    private final DeskKey key;
    private final Problems problems;
    private final MessageSource messages;

    DeskController(
            Newcomers newcomers,
            Worklist worklist,
            BoxOpenings openings,
            DeskDuty duty,
            DeskKey key,
            Problems problems,
            MessageSource messages) {
        this.newcomers = newcomers;
        this.worklist = worklist;
        this.openings = openings;
        this.duty = duty;
        this.key = key;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping("/{org}/desk")
    String desk(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "1") int tasks,
            @RequestParam(defaultValue = "1") int cases,
            Model model) {
        newcomers.welcome(officer);
        String here = UriComponentsBuilder.fromPath("/" + org + "/desk")
                .queryParam("tasks", tasks)
                .queryParam("cases", cases)
                .toUriString();
        Slice<Worklist.Work> work = worklist.work(officer, DeskPage.of(tasks));
        Slice<CaseSummary> held = worklist.held(officer, null, false, DeskPage.of(cases));
        boolean clerk = duty.serves(officer, PostKind.INTAKE_CLERK);
        model.addAttribute("org", org)
                .addAttribute("work", work.getContent())
                .addAttribute("workPager", DeskPage.pager(work, here, "tasks"))
                .addAttribute("notices", worklist.notices(officer))
                .addAttribute("held", held.getContent())
                .addAttribute("heldPager", DeskPage.pager(held, here, "cases"))
                .addAttribute("clerk", clerk)
                .addAttribute("unsettled", clerk ? openings.unsettled() : List.of())
                .addAttribute("administrator", duty.serves(officer, PostKind.ADMINISTRATOR));
        key.show(officer, model);
        return "worklist/desk";
    }

    @GetMapping("/{org}/desk/cases")
    Object cases(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable CaseState state,
            @RequestParam(defaultValue = "false") boolean closed,
            @RequestParam(defaultValue = "1") int page,
            Model model,
            Locale locale) {
        String desk = "/" + org + "/desk";
        UriComponentsBuilder here =
                UriComponentsBuilder.fromPath(desk + "/cases").queryParam("closed", closed);
        if (state != null) {
            here.queryParam("state", state);
        }
        model.addAttribute("org", org)
                .addAttribute("number", number)
                .addAttribute("state", state)
                .addAttribute("closed", closed)
                .addAttribute("states", states(locale))
                .addAttribute("crumbs", List.of(new Link(text("desk.title", locale), desk)));
        try {
            Slice<CaseSummary> found = number.isBlank()
                    ? worklist.held(officer, state, closed, DeskPage.of(page))
                    : worklist.numbered(officer, number);
            show(model, found, here.toUriString());
            return "worklist/search";
        } catch (Problem problem) {
            show(model, new SliceImpl<>(List.of()), here.toUriString());
            return problems.again("worklist/search", model, problem);
        }
    }

    private static void show(Model model, Slice<CaseSummary> found, String here) {
        model.addAttribute("found", found.getContent()).addAttribute("pager", DeskPage.pager(found, here, "page"));
    }

    private List<Choice> states(Locale locale) {
        return Arrays.stream(CaseState.values())
                .map(state -> Choice.of(state, text("case.state." + state, locale)))
                .toList();
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
