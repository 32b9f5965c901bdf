package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.sucharit.kernel.PersonId;

/** The page that asks for a second factor, at sign-in and after a lock. */
@Component
class FactorPage {

    private final SecondFactors factors;
    private final Passkeys passkeys;

    FactorPage(SecondFactors factors, Passkeys passkeys) {
        this.factors = factors;
        this.passkeys = passkeys;
    }

    String show(String org, KeptForm form, PersonId person, Model model, HttpServletRequest request) {
        form.show(org, model);
        model.addAttribute(
                "apps", factors.of(person).stream().anyMatch(factor -> factor.kind() == SecondFactor.Kind.TOTP));
        model.addAttribute("passkey", passkeys.ask(person, request).orElse(null));
        return "signin/factor";
    }
}
