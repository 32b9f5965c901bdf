package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
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
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.People;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;
import org.sucharit.vault.PasswordRules;

/** Another password; whoever is signed in elsewhere by the old one is signed out there. */
@Controller
@RequestMapping("/{org}/desk/password")
class PasswordController {

    private static final String FORM = "signin/password";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Devices devices;
    private final People people;
    private final Keyring keyring;
    private final Problems problems;
    private final MessageSource messages;

    PasswordController(
            SignIn signIn,
            Sessions sessions,
            Devices devices,
            People people,
            Keyring keyring,
            Problems problems,
            MessageSource messages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
        this.people = people;
        this.keyring = keyring;
        this.problems = problems;
        this.messages = messages;
    }

    @GetMapping
    String form(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model) {
        model.addAttribute("org", org);
        model.addAttribute("shortest", PasswordRules.SHORTEST);
        model.addAttribute("must", keyring.mustChangePassword(officer.id()));
        return FORM;
    }

    @PostMapping
    Object change(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam String present,
            @RequestParam String chosen,
            @RequestParam String again,
            Locale locale,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            if (!chosen.equals(again)) {
                throw Problem.invalid("again", "password.again");
            }
            Officer changed = signIn.changePassword(officer, present, chosen, from(officer, request));
            Sessions.Present here = OfficerContexts.present(request);
            if (changed != officer && here != null) {
                sessions.open(
                        here, changed, here.signed().factor(), here.signed().lacks(), request, response);
            }
            sessions.end(officer.id(), OfficerContexts.others(request));
            redirect.addFlashAttribute("done", messages.getMessage("password.changed", new Object[0], locale));
            return "redirect:" + Addresses.desk(org);
        } catch (Problem problem) {
            form(org, officer, model);
            return problems.again(FORM, model, problem);
        }
    }

    private Devices.From from(Officer officer, HttpServletRequest request) {
        return devices.from(people.get(officer.id()).username(), request);
    }
}
