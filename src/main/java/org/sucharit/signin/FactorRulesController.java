package org.sucharit.signin;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.context.MessageSource;
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
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostView;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Link;
import org.sucharit.vault.Officer;

/** The administrator's part: which posts need a second factor, and whoever lost theirs. */
@Controller
@RequestMapping("/{org}/desk/admin")
class FactorRulesController {

    private final FactorRules rules;
    private final SecondFactors factors;
    private final Sessions sessions;
    private final People people;
    private final MessageSource messages;

    FactorRulesController(
            FactorRules rules, SecondFactors factors, Sessions sessions, People people, MessageSource messages) {
        this.rules = rules;
        this.factors = factors;
        this.sessions = sessions;
        this.people = people;
        this.messages = messages;
    }

    @GetMapping("/factors")
    String form(@PathVariable String org, Model model, Locale locale) {
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(new Link(text("admin.title", locale), at(org))))
                .addAttribute(
                        "choices",
                        rules.posts().stream()
                                .map(post -> choice(post, locale))
                                .toList())
                .addAttribute("asking", rules.asking());
        return "signin/factor-rules";
    }

    @PostMapping("/factors")
    String save(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") List<String> posts,
            Locale locale,
            RedirectAttributes redirect) {
        rules.ask(posts, officer.id());
        redirect.addFlashAttribute("done", text("factor.rules.saved", locale));
        return "redirect:" + at(org) + "/factors";
    }

    @PostMapping("/people/{id}/factors")
    String remove(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            Locale locale,
            RedirectAttributes redirect) {
        PersonId person = people.find(new PersonId(id)).orElseThrow(Problem::notFound).id();
        factors.removeAll(person, officer.id());
        sessions.end(person, signed -> true);
        redirect.addFlashAttribute("done", text("factor.lost.done", locale));
        return "redirect:" + at(org) + "/people/" + id;
    }

    private static Choice choice(PostView post, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        return new Choice(
                post.id().toString(),
                english ? post.titleEn() : post.titleTh(),
                english ? post.unit().nameEn() : post.unit().nameTh());
    }

    private static String at(String org) {
        return "/" + org + "/desk/admin";
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, new Object[0], locale);
    }
}
