package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.People;
import org.sucharit.screen.Problems;
import org.sucharit.signin.Sessions.Present;
import org.sucharit.signin.SignInAttempts.Tried;
import org.sucharit.signin.Signed.Stage;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;

/** In by password, then by a second factor where the person has one; and out. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final Sessions sessions;
    private final Devices devices;
    private final SecondFactors factors;
    private final FactorRules rules;
    private final FactorPage factorPage;
    private final Passkeys passkeys;
    private final Keyring keyring;
    private final People people;
    private final Problems problems;

    SignInController(
            SignIn signIn,
            Sessions sessions,
            Devices devices,
            SecondFactors factors,
            FactorRules rules,
            FactorPage factorPage,
            Passkeys passkeys,
            Keyring keyring,
            People people,
            Problems problems) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
        this.factors = factors;
        this.rules = rules;
        this.factorPage = factorPage;
        this.passkeys = passkeys;
        this.keyring = keyring;
        this.people = people;
        this.problems = problems;
    }

    @GetMapping("/{org}/signin")
    String form(@PathVariable String org, @RequestParam(required = false) @Nullable String to, Model model) {
        mustBeThere();
        fill(model, org, to, "");
        return "signin/signin";
    }

    @PostMapping("/{org}/signin")
    Object signIn(
            @PathVariable String org,
            @RequestParam String username,
            @RequestParam String password,
            @RequestParam(required = false) @Nullable String to,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        mustBeThere();
        String name = SignIn.name(username);
        try {
            Officer officer = signIn.password(username, password, devices.from(name, request));
            if (factors.has(officer.id())) {
                sessions.begin(officer, Stage.HALF_WAY, false, request, response);
                return "redirect:/" + org + "/signin/factor" + (to == null ? "" : "?to=" + Addresses.wanted(org, to));
            }
            sessions.begin(officer, Stage.OPEN, rules.asks(officer.id()), request, response);
            return inside(officer, name, "", org, to, request, response);
        } catch (Problem problem) {
            fill(model, org, to, username);
            return problems.again("signin/signin", model, problem);
        }
    }

    @GetMapping("/{org}/signin/factor")
    String factorForm(
            @PathVariable String org,
            @RequestParam(required = false) @Nullable String to,
            Model model,
            HttpServletRequest request) {
        mustBeThere();
        Optional<Present> present = halfWay(request);
        if (present.isEmpty()) {
            return "redirect:/" + org + "/signin";
        }
        return factorPage.show(
                org, KeptForm.none(to), present.get().signed().personId(), model, request);
    }

    @PostMapping("/{org}/signin/factor")
    Object factor(
            @PathVariable String org,
            @RequestParam(defaultValue = "") String code,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        mustBeThere();
        Present present = halfWay(request).orElse(null);
        Officer officer = present == null ? null : present.officer();
        if (present == null || officer == null) {
            return "redirect:/" + org + "/signin"; // it took too long
        }
        KeptForm form = KeptForm.waiting(sent);
        String name = username(officer.id());
        try {
            String shown = signIn.tried(
                            new Tried("factor/" + officer.id(), devices.from(name, request)),
                            officer.id(),
                            () -> passkeys.sent(request)
                                    ? passkeys.verify(officer.id(), request)
                                    : factors.code(officer, code))
                    .orElseThrow(() -> Problem.invalid("code", "factor.wrong"));
            sessions.open(present, officer, shown, false, request, response);
            String led = inside(officer, name, shown, org, form.to(), request, response);
            return form.sending() ? form.again(org, model) : led;
        } catch (Problem problem) {
            String page = factorPage.show(org, form, officer.id(), model, request);
            return problems.again(page, model, problem);
        }
    }

    @PostMapping("/{org}/signout")
    String signOut(@PathVariable String org, HttpServletRequest request, HttpServletResponse response) {
        mustBeThere();
        sessions.find(request).ifPresent(present -> {
            if (present.signed().organisationId().equals(CurrentOrganisation.get())) {
                signIn.left(present.signed().personId());
            }
        });
        SecurityContextHolder.clearContext();
        sessions.end(request, response);
        response.setHeader("Clear-Site-Data", "\"cache\"");
        return "redirect:/" + org;
    }

    private String inside(
            Officer officer,
            String username,
            String factor,
            String org,
            @Nullable String to,
            HttpServletRequest request,
            HttpServletResponse response) {
        signIn.entered(officer, factor);
        devices.remember(username, request, response);
        return "redirect:"
                + (keyring.mustChangePassword(officer.id())
                        ? Addresses.desk(org) + "/password"
                        : Addresses.wanted(org, to));
    }

    private Optional<Present> halfWay(HttpServletRequest request) {
        return sessions.find(request)
                .filter(present -> present.signed().stage() == Stage.HALF_WAY)
                .filter(present -> present.signed().organisationId().equals(CurrentOrganisation.get()));
    }

    private String username(PersonId person) {
        return people.get(person).username();
    }

    private static void fill(Model model, String org, @Nullable String to, String username) {
        model.addAttribute("org", org);
        model.addAttribute("to", to);
        model.addAttribute("username", username);
    }

    private static void mustBeThere() {
        if (CurrentOrganisation.find().isEmpty()) {
            throw Problem.notFound();
        }
    }
}
