package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
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
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.signin.Sessions.Present;
import org.sucharit.vault.Officer;

/** An officer's own second factors. Whatever they change here they confirm by their password. */
@Controller
@RequestMapping("/{org}/desk/signins")
class FactorsController {

    private static final String TOTP = "signin/totp";
    private static final String PASSKEY = "signin/passkey";
    private static final String REMOVE = "signin/factor-remove";
    private static final String CODES = "signin/codes";
    private static final String RENEW = "signin/codes-renew";
    private static final int LONGEST_LABEL = 60;

    private final SecondFactors factors;
    private final Passkeys passkeys;
    private final SignIn signIn;
    private final Sessions sessions;
    private final Devices devices;
    private final People people;
    private final Organisations organisations;
    private final Problems problems;
    private final MessageSource messages;

    FactorsController(
            SecondFactors factors,
            Passkeys passkeys,
            SignIn signIn,
            Sessions sessions,
            Devices devices,
            People people,
            Organisations organisations,
            Problems problems,
            MessageSource messages) {
        this.factors = factors;
        this.passkeys = passkeys;
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
        this.people = people;
        this.organisations = organisations;
        this.problems = problems;
        this.messages = messages;
    }

    @ModelAttribute
    void way(@PathVariable String org, Model model, Locale locale) {
        model.addAttribute("org", org);
        model.addAttribute("crumbs", List.of(new Link(text("signins.title", locale), at(org))));
    }

    @GetMapping("/totp")
    String totpForm(@AuthenticationPrincipal Officer officer, Model model) {
        return totpForm(officer, Totp.secret(), "", model);
    }

    @PostMapping("/totp")
    Object addTotp(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam String secret,
            @RequestParam String code,
            @RequestParam String label,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        byte[] bytes;
        try {
            bytes = Totp.secret(secret);
        } catch (IllegalArgumentException changed) {
            return "redirect:" + at(org) + "/totp";
        }
        return add(
                officer,
                password,
                () -> factors.addTotp(officer, bytes, code, label(label)),
                SecondFactor.Kind.TOTP,
                () -> totpForm(officer, bytes, label, model),
                model,
                request,
                response);
    }

    @GetMapping("/passkey")
    String passkeyForm(@AuthenticationPrincipal Officer officer, Model model, HttpServletRequest request) {
        model.addAttribute(
                "offer", passkeys.offer(officer.id(), people.get(officer.id()).username(), request));
        model.addAttribute("label", Browser.of(request.getHeader("User-Agent")));
        return PASSKEY;
    }

    @PostMapping("/passkey")
    Object addPasskey(
            @AuthenticationPrincipal Officer officer,
            @RequestParam String label,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        return add(
                officer,
                password,
                () -> factors.addPasskey(
                        officer.id(),
                        passkeys.read(officer.id(), people.get(officer.id()).username(), request),
                        label(label)),
                SecondFactor.Kind.PASSKEY,
                () -> passkeyForm(officer, model, request),
                model,
                request,
                response);
    }

    @GetMapping("/factors/{id}/remove")
    String removeForm(@PathVariable UUID id, @AuthenticationPrincipal Officer officer, Model model) {
        model.addAttribute(
                "factor",
                factors.of(officer.id()).stream()
                        .filter(factor -> factor.id().equals(id))
                        .findFirst()
                        .orElseThrow(Problem::notFound));
        return REMOVE;
    }

    @PostMapping("/factors/{id}/remove")
    Object remove(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            @RequestParam String password,
            Model model,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        try {
            confirm(officer, password, request);
            factors.remove(officer.id(), id);
            redirect.addFlashAttribute("done", text("factor.removed", locale));
            return "redirect:" + at(org);
        } catch (Problem problem) {
            return problems.again(removeForm(id, officer, model), model, problem);
        }
    }

    @GetMapping("/codes")
    String renewForm() {
        return RENEW;
    }

    @PostMapping("/codes")
    Object renew(
            @AuthenticationPrincipal Officer officer,
            @RequestParam String password,
            Model model,
            HttpServletRequest request) {
        try {
            confirm(officer, password, request);
            if (!factors.has(officer.id())) {
                throw Problem.conflict("factor.none");
            }
            model.addAttribute("codes", factors.renewCodes(officer.id()));
            return CODES;
        } catch (Problem problem) {
            return problems.again(RENEW, model, problem);
        }
    }

    private Object add(
            Officer officer,
            String password,
            Supplier<List<String>> adding,
            SecondFactor.Kind kind,
            Supplier<String> form,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            confirm(officer, password, request);
            List<String> codes = adding.get();
            sessions.end(officer.id(), OfficerContexts.others(request)); // none of them showed it
            Present present = OfficerContexts.present(request);
            if (present != null && present.signed().lacks()) {
                sessions.open(present, officer, kind.name(), false, request, response);
            }
            model.addAttribute("codes", codes);
            model.addAttribute("added", true);
            return CODES;
        } catch (Problem problem) {
            return problems.again(form.get(), model, problem);
        }
    }

    private void confirm(Officer officer, String password, HttpServletRequest request) {
        String name = people.get(officer.id()).username();
        signIn.again(officer.id(), password, devices.from(name, request));
    }

    private String totpForm(Officer officer, byte[] secret, String label, Model model) {
        PersonView person = people.get(officer.id());
        model.addAttribute("shared", Totp.base32(secret));
        model.addAttribute(
                "picture",
                Totp.picture(secret, "Sucharit " + organisations.current().shortName(), person.username()));
        model.addAttribute("label", label);
        return TOTP;
    }

    private static String label(String typed) {
        String label = typed.strip();
        if (label.isEmpty()) {
            throw Problem.invalid("label", "required");
        }
        if (label.length() > LONGEST_LABEL) {
            throw Problem.invalid("label", "tooLong", LONGEST_LABEL);
        }
        return label;
    }

    private static String at(String org) {
        return Addresses.desk(org) + "/signins";
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, new Object[0], locale);
    }
}
