package org.sucharit.administration;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.FoundOrganisation;
import org.sucharit.organisation.OrganisationKind;
import org.sucharit.organisation.Settings;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Typed;
import org.sucharit.vault.PasswordRules;

/** The first page of a new installation; once it has an organisation there is no such page. */
@Controller
@RequestMapping("/setup")
class SetupController {

    private static final String FORM = "administration/setup";

    /** On from the start; an organisation switches on the others when somebody looks after them. */
    private static final Set<ChannelKind> CHANNELS =
            EnumSet.of(ChannelKind.BOX, ChannelKind.POST, ChannelKind.COUNTER, ChannelKind.WEB, ChannelKind.TELEPHONE);

    private final FirstRun firstRun;
    private final Problems problems;
    private final Saved saved;

    SetupController(FirstRun firstRun, Problems problems, Saved saved) {
        this.firstRun = firstRun;
        this.problems = problems;
        this.saved = saved;
    }

    @GetMapping
    String form(Model model) {
        firstRun.requireNone();
        return form(model, Typed.nothing());
    }

    @PostMapping
    Object found(@RequestParam MultiValueMap<String, String> fields, Model model, RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            FoundOrganisation organisation = organisation(typed);
            firstRun.found(typed.text("code"), organisation, administrator(typed), password(typed));
            return saved.and(redirect, "founded", "/" + organisation.shortName() + "/signin");
        } catch (Problem problem) {
            return problems.again(form(model, typed), model, problem);
        }
    }

    private static FoundOrganisation organisation(Typed typed) {
        OrganisationKind kind = Arrays.stream(OrganisationKind.values())
                .filter(one -> one.name().equals(typed.text("kind")))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("kind", "required"));
        return new FoundOrganisation(
                OrganisationId.random(),
                typed.text("shortName").strip(),
                kind,
                typed.text("nameTh").strip(),
                typed.text("nameEn").strip(),
                Settings.DEFAULTS,
                CHANNELS);
    }

    private static AddPerson administrator(Typed typed) {
        Words.check().line("personTh", typed.text("personTh")).orThrow();
        return new AddPerson(
                typed.text("username").strip(),
                typed.text("personTh").strip(),
                typed.text("personEn").strip(),
                typed.text("email").strip(),
                "");
    }

    private static String password(Typed typed) {
        if (!typed.text("chosen").equals(typed.text("again"))) {
            throw Problem.invalid("again", "password.again");
        }
        return typed.text("chosen");
    }

    private String form(Model model, Typed typed) {
        model.addAttribute("typed", typed)
                .addAttribute("shortest", PasswordRules.SHORTEST)
                .addAttribute(
                        "kinds",
                        Arrays.stream(OrganisationKind.values())
                                .map(kind -> Choice.of(kind, saved.text("setup.kind." + kind)))
                                .toList());
        return FORM;
    }
}
