package org.sucharit.partner;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Slice;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Link;
import org.sucharit.screen.Pager;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;

/** The administrator gives keys to other agencies' systems, and takes them back. */
@Controller
@RequestMapping("/{org}/desk/admin/partners")
class PartnersController {

    private static final String LIST = "partner/partners";
    private static final String FORM = "partner/partner-new";
    private static final int SIZE = 20;
    private static final int LAST = 10_000;
    private static final int USUAL_QUOTA = 200;

    private final PartnerKeys keys;
    private final Problems problems;
    private final MessageSource messages;

    PartnersController(PartnerKeys keys, Problems problems, MessageSource messages) {
        this.keys = keys;
        this.problems = problems;
        this.messages = messages;
    }

    @ModelAttribute
    void way(@PathVariable String org, Model model, Locale locale) {
        String admin = "/" + org + "/desk/admin";
        model.addAttribute("org", org);
        model.addAttribute("crumbs", List.of(new Link(text("admin.title", locale), admin)));
    }

    @GetMapping
    String list(@PathVariable String org, @RequestParam(defaultValue = "1") int page, Model model) {
        String here = "/" + org + "/desk/admin/partners";
        Slice<PartnerKeys.View> found = keys.list(PageRequest.of(Math.clamp(page, 1, LAST) - 1, SIZE));
        model.addAttribute("partners", found.getContent())
                .addAttribute(
                        "pager",
                        new Pager(
                                page,
                                found.hasPrevious() ? here + "?page=" + (page - 1) : null,
                                found.hasNext() ? here + "?page=" + (page + 1) : null));
        return LIST;
    }

    @GetMapping("/new")
    String form(Model model, Locale locale) {
        return form(model, Typed.nothing().with("scopes", Scope.REPORT).with("dailyQuota", USUAL_QUOTA), locale);
    }

    /** The key is shown in the answer itself and nowhere else, so there is no page of it to come back to. */
    @PostMapping("/new")
    Object issue(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            Locale locale) {
        Typed typed = new Typed(fields);
        try {
            model.addAttribute("issued", keys.issue(officer.id(), command(typed)))
                    .addAttribute("name", typed.text("name").strip());
            return "partner/partner-issued";
        } catch (Problem problem) {
            return problems.again(form(model, typed, locale), model, problem);
        }
    }

    @PostMapping("/{id}/revoke")
    String revoke(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            RedirectAttributes redirect,
            Locale locale) {
        keys.revoke(officer.id(), id);
        redirect.addFlashAttribute("done", text("partner.revoked", locale));
        return "redirect:/" + org + "/desk/admin/partners";
    }

    private static PartnerKeys.IssueKey command(Typed typed) {
        List<Problem.Field> wrong = new ArrayList<>();
        LocalDate expiresOn = day(typed, wrong);
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        Arrays.stream(Scope.values())
                .filter(scope -> typed.all("scopes").contains(scope.name()))
                .forEach(scopes::add);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new PartnerKeys.IssueKey(
                typed.text("name").strip(),
                scopes,
                typed.whole("dailyQuota").orElse(0),
                expiresOn,
                typed.given("webhook"));
    }

    private static @Nullable LocalDate day(Typed typed, List<Problem.Field> wrong) {
        try {
            return typed.date("expiresOn").read("expiresOn").orElse(null);
        } catch (Problem problem) {
            wrong.addAll(problem.fields());
            return null;
        }
    }

    private String form(Model model, Typed typed, Locale locale) {
        model.addAttribute("typed", typed)
                .addAttribute(
                        "scopes",
                        Arrays.stream(Scope.values())
                                .map(scope -> Choice.of(scope, text("partner.scope." + scope, locale)))
                                .toList());
        return FORM;
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
