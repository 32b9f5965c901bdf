package org.sucharit.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.sucharit.register.Visits;
import org.sucharit.screen.Link;
import org.sucharit.vault.Officer;

/** Where an officer's account is signed in, with what, and who tried; and out from afar. */
@Controller
@RequestMapping("/{org}/desk/signins")
class SignInsController {

    private static final int RECENT = 20;

    private final Sessions sessions;
    private final SecondFactors factors;
    private final RecoveryCodes codes;
    private final Visits visits;
    private final MessageSource messages;

    SignInsController(
            Sessions sessions, SecondFactors factors, RecoveryCodes codes, Visits visits, MessageSource messages) {
        this.sessions = sessions;
        this.factors = factors;
        this.codes = codes;
        this.visits = visits;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            HttpServletRequest request,
            Locale locale,
            Model model) {
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(new Link(text("desk.title", locale), Addresses.desk(org))))
                .addAttribute("here", OfficerContexts.here(request))
                .addAttribute("lacks", OfficerContexts.lacks(request))
                .addAttribute("signIns", sessions.of(officer.id()))
                .addAttribute("factors", factors.of(officer.id()))
                .addAttribute("codes", codes.left(officer.id()))
                .addAttribute("visits", visits.of(officer.id(), RECENT));
        return "signin/signins";
    }

    /** @param id of one sign-in; without it all others than this */
    @PostMapping("/out")
    String signOut(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(required = false) @Nullable UUID id,
            HttpServletRequest request,
            Locale locale,
            RedirectAttributes redirect) {
        if (id == null) {
            sessions.end(officer.id(), OfficerContexts.others(request));
        } else {
            sessions.end(officer.id(), signed -> signed.id().equals(id));
        }
        redirect.addFlashAttribute("done", text("signins.out.done", locale));
        return "redirect:" + Addresses.desk(org) + "/signins";
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, new Object[0], locale);
    }
}
