package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelView;
import org.sucharit.organisation.PostKind;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** A pile of letters of one channel and one day: row by row, or as scans. */
@Controller
@RequestMapping("/{org}/desk/entry/{channel}/pile")
class DeskPileController {

    private static final String FORM = "worklist/pile";
    private static final String SCANS = "worklist/pile-scans";

    private final DeskPile pile;
    private final EntryForms forms;
    private final DeskDuty duty;
    private final Problems problems;
    private final Thai thai;
    private final CaseText caseText;
    private final MessageSource messages;

    DeskPileController(
            DeskPile pile,
            EntryForms forms,
            DeskDuty duty,
            Problems problems,
            Thai thai,
            CaseText caseText,
            MessageSource messages) {
        this.pile = pile;
        this.forms = forms;
        this.duty = duty;
        this.problems = problems;
        this.thai = thai;
        this.caseText = caseText;
        this.messages = messages;
    }

    @ModelAttribute
    void onlyClerks(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model, Locale locale) {
        duty.require(officer, PostKind.INTAKE_CLERK);
        String desk = "/" + org + "/desk";
        model.addAttribute("org", org);
        model.addAttribute(
                "crumbs",
                List.of(
                        new Link(text("desk.title", locale), desk),
                        new Link(text("entry.title", locale), desk + "/entry")));
    }

    @GetMapping
    String form(
            @PathVariable String channel,
            @RequestParam(required = false) @Nullable UUID opening,
            @RequestParam(required = false) @Nullable LocalDate received,
            Model model,
            Locale locale) {
        ChannelView chosen = channel(channel);
        fill(model, chosen, forms.blank(chosen, opening, received), DeskPile.ROWS, locale);
        return FORM;
    }

    @PostMapping
    Object register(
            @PathVariable String org,
            @PathVariable String channel,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "done") String then,
            MultipartHttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        ChannelView chosen = channel(channel);
        Typed typed = new Typed(fields);
        int rows = Math.clamp(typed.whole("rows").orElse(DeskPile.ROWS), 1, DeskPile.MOST_ROWS);
        model.addAttribute(
                "filesAgain",
                IntStream.range(0, rows)
                        .filter(row -> DeskPile.hasFiles(request.getMultiFileMap(), row))
                        .boxed()
                        .toList());
        if (then.equals("row")) {
            fill(model, chosen, typed, DeskPile.MOST_ROWS, locale);
            return FORM;
        }
        try {
            DeskPile.Outcome outcome = pile.register(officer, chosen, typed, rows, request.getMultiFileMap());
            return answer(FORM, org, chosen, without(typed, outcome), rows, outcome, model, redirect, locale);
        } catch (Problem problem) {
            fill(model, chosen, typed, rows, locale);
            return problems.again(FORM, model, problem);
        }
    }

    @GetMapping("/scans")
    String scans(
            @PathVariable String channel,
            @RequestParam(required = false) @Nullable UUID opening,
            @RequestParam(required = false) @Nullable LocalDate received,
            Model model,
            Locale locale) {
        ChannelView chosen = channel(channel);
        fill(model, chosen, forms.blank(chosen, opening, received), DeskPile.ROWS, locale);
        return SCANS;
    }

    @PostMapping("/scans")
    Object scans(
            @PathVariable String org,
            @PathVariable String channel,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            MultipartHttpServletRequest request,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        ChannelView chosen = channel(channel);
        Typed typed = new Typed(fields);
        try {
            DeskPile.Outcome outcome = pile.scans(officer, chosen, typed, request.getFiles("scans"));
            return answer(SCANS, org, chosen, typed, DeskPile.ROWS, outcome, model, redirect, locale);
        } catch (Problem problem) {
            fill(model, chosen, typed, DeskPile.ROWS, locale);
            return problems.again(SCANS, model, problem);
        }
    }

    /** Where the rest was stopped, the rows that are registered are gone from the form, and the others stand in it. */
    private Object answer(
            String view,
            String org,
            ChannelView channel,
            Typed rest,
            int rows,
            DeskPile.Outcome outcome,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Object[] count = {thai.number(outcome.slips().size())};
        if (outcome.trouble().isEmpty()) {
            String numbers = outcome.slips().values().stream()
                    .map(slip -> caseText.number(slip.number()))
                    .collect(Collectors.joining(", "));
            redirect.addFlashAttribute("done", messages.getMessage("pile.done", count, locale) + ": " + numbers);
            return "redirect:/" + org + "/desk/entry/" + channel.id() + (view.equals(SCANS) ? "/pile/scans" : "/pile");
        }
        fill(model, channel, rest, rows, locale);
        if (!outcome.slips().isEmpty()) {
            model.addAttribute("stopped", messages.getMessage("pile.stopped", count, locale));
        }
        return problems.again(view, model, outcome.trouble().getFirst());
    }

    private static Typed without(Typed typed, DeskPile.Outcome outcome) {
        Typed rest = typed;
        for (int row : outcome.slips().keySet()) {
            for (String field : List.copyOf(typed.fields().keySet())) {
                rest = field.startsWith(DeskPile.at(row, "")) ? rest.with(field, "") : rest;
            }
        }
        return rest;
    }

    private void fill(Model model, ChannelView channel, Typed typed, int rows, Locale locale) {
        Typed named = typed;
        for (int row : IntStream.range(0, rows).toArray()) {
            String once = DeskPile.at(row, DeskOnce.FIELD);
            named = named.given(once) == null ? named.with(once, UUID.randomUUID()) : named;
        }
        forms.fill(model, channel, named);
        model.addAttribute("rows", rows).addAttribute("most", DeskPile.MOST_ROWS);
    }

    private ChannelView channel(String id) {
        ChannelView channel = forms.channel(id);
        if (!DeskPile.isFor(channel.kind())) {
            throw Problem.notFound();
        }
        return channel;
    }

    private String text(String code, Locale locale) {
        return Objects.requireNonNull(messages.getMessage(code, null, locale));
    }
}
