package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;

@Controller
class SignInController {

    private final SignIn signIn;
    private final Keyring keyring;
    private final SecurityContextRepository contexts;
    private final Problems problems;
    private final MessageSource messages;

    SignInController(
            SignIn signIn,
            Keyring keyring,
            SecurityContextRepository contexts,
            Problems problems,
            MessageSource messages) {
        this.signIn = signIn;
        this.keyring = keyring;
        this.contexts = contexts;
        this.problems = problems;
        this.messages = messages;
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
        try {
            Officer officer = signIn.signIn(username, password);
            remember(officer, request, response);
            return "redirect:" + (keyring.mustChangePassword(officer.id()) ? desk(org) + "/password" : wanted(org, to));
        } catch (Problem problem) {
            fill(model, org, to, username);
            return problems.again("signin/signin", model, problem);
        }
    }

    @PostMapping("/{org}/signout")
    String signOut(@PathVariable String org, HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        if (request.getSession(false) != null) {
            request.getSession(false).invalidate();
        }
        return "redirect:/" + org;
    }

    @GetMapping("/{org}/desk/password")
    String passwordForm(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model) {
        model.addAttribute("org", org);
        model.addAttribute("shortest", Keyring.SHORTEST_PASSWORD);
        model.addAttribute("must", keyring.mustChangePassword(officer.id()));
        return "signin/password";
    }

    @PostMapping("/{org}/desk/password")
    Object changePassword(
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
            remember(signIn.changePassword(officer, present, chosen), request, response);
            redirect.addFlashAttribute("done", messages.getMessage("password.changed", new Object[0], locale));
            return "redirect:" + desk(org);
        } catch (Problem problem) {
            passwordForm(org, officer, model);
            return problems.again("signin/password", model, problem);
        }
    }

    private void remember(Officer officer, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId(); // against a session that somebody else prepared
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                officer, null, AuthorityUtils.createAuthorityList("OFFICER")));
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
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

    /** Only ever an address of the same organisation's desk. */
    private static String wanted(String org, @Nullable String to) {
        return to != null && to.startsWith(desk(org) + "/") && !to.contains("..") ? to : desk(org);
    }

    private static String desk(String org) {
        return "/" + org + "/desk";
    }
}
