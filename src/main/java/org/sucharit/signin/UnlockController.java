package org.sucharit.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.sucharit.signin.Signed.Stage;
import org.sucharit.vault.Officer;

/**
 * A session that lay idle forgets its key and asks for the password again, and for the second factor where there is one.
 * A form that was being sent comes back to be sent with one press.
 */
@Controller
class UnlockController {

    private static final String FORM = "signin/unlock";

    private final SignIn signIn;
    private final Sessions sessions;
    private final Devices devices;
    private final SecondFactors factors;
    private final FactorPage factorPage;
    private final People people;
    private final Problems problems;

    UnlockController(
            SignIn signIn,
            Sessions sessions,
            Devices devices,
            SecondFactors factors,
            FactorPage factorPage,
            People people,
            Problems problems) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
        this.factors = factors;
        this.factorPage = factorPage;
        this.people = people;
        this.problems = problems;
    }

    @PostMapping("/{org}/desk/lock")
    String lock(@PathVariable String org, HttpServletRequest request, HttpServletResponse response) {
        sessions.lock(request, response);
        return "redirect:/" + org + "/unlock";
    }

    @GetMapping("/{org}/unlock")
    String form(
            @PathVariable String org,
            @RequestParam(required = false) @Nullable String to,
            Model model,
            HttpServletRequest request) {
        if (at(Stage.HALF_WAY, request).isPresent()) {
            return "redirect:/" + org + "/signin/factor";
        }
        if (at(Stage.LOCKED, request).isEmpty()) {
            return "redirect:" + Addresses.wanted(org, to);
        }
        KeptForm.none(to).show(org, model);
        return FORM;
    }

    /** Reached from within, when a form came in on a locked session. */
    @PostMapping("/{org}/unlock/kept")
    String kept(@PathVariable String org, Model model, HttpServletRequest request) {
        Object address = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (address == null || at(Stage.LOCKED, request).isEmpty()) {
            throw Problem.notFound();
        }
        Optional<String> secret = KeptForm.secret(org, address.toString());
        if (secret.isPresent()) {
            return "redirect:/" + org + "/unlock?to=" + secret.get();
        }
        KeptForm.caught(address.toString(), request).show(org, model);
        return FORM;
    }

    @PostMapping("/{org}/unlock")
    Object unlock(
            @PathVariable String org,
            @RequestParam String password,
            @RequestParam MultiValueMap<String, String> sent,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response) {
        KeptForm form = KeptForm.waiting(sent);
        String wanted = Addresses.wanted(org, form.to());
        Present present = at(Stage.LOCKED, request).orElse(null);
        if (present == null) {
            return "redirect:" + wanted;
        }
        try {
            PersonId person = present.signed().personId();
            String name = people.find(person).orElseThrow(Problem::notFound).username();
            Officer officer = signIn.again(person, password, devices.from(name, request));
            if (factors.has(person)) {
                sessions.halfWay(present, officer, request, response);
                return form.sending()
                        ? factorPage.show(org, form, person, model, request)
                        : "redirect:/" + org + "/signin/factor?to=" + wanted;
            }
            sessions.open(
                    present,
                    officer,
                    present.signed().factor(),
                    present.signed().lacks(),
                    request,
                    response);
            return form.sending() ? form.again(org, model) : "redirect:" + wanted;
        } catch (Problem problem) {
            form.show(org, model);
            return problems.again(FORM, model, problem);
        }
    }

    private Optional<Present> at(Stage stage, HttpServletRequest request) {
        return sessions.find(request)
                .filter(present -> present.signed().stage() == stage)
                .filter(present -> CurrentOrganisation.find()
                        .filter(present.signed().organisationId()::equals)
                        .isPresent());
    }
}
