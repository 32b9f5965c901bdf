package org.sucharit.signin;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * A session that lay idle forgets its key and asks for the password again. A form that was being sent comes back to be
 * sent with one press; it waits in the officer's own page, not on the server.
 */
@Controller
class UnlockController {

    /** One field of a form that waits. */
    record Kept(String name, String value) {}

    private static final String FORM = "signin/unlock";
    private static final String KEPT = "kept.";
    private static final Set<String> NEVER_KEPT = Set.of("_csrf", "password", "present", "chosen", "again");

    private final SignIn signIn;
    private final Sessions sessions;
    private final Devices devices;
    private final People people;
    private final Problems problems;

    UnlockController(SignIn signIn, Sessions sessions, Devices devices, People people, Problems problems) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.devices = devices;
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
        if (locked(request).isEmpty()) {
            return "redirect:" + Addresses.wanted(org, to);
        }
        fill(model, org, to, List.of(), false);
        return FORM;
    }

    /** Reached from within, when a form came in on a locked session. */
    @PostMapping("/{org}/unlock/kept")
    String kept(@PathVariable String org, Model model, HttpServletRequest request) {
        Object address = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        if (address == null || locked(request).isEmpty()) {
            throw Problem.notFound();
        }
        List<Kept> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            for (String value : values) {
                if (!NEVER_KEPT.contains(name)) {
                    fields.add(new Kept(name, value));
                }
            }
        });
        String type = request.getContentType();
        boolean files = type != null && type.startsWith("multipart/");
        fill(model, org, address.toString(), fields, files);
        model.addAttribute("sending", true);
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
        String to = sent.getFirst("to");
        boolean sending = sent.containsKey("sending");
        Present present = locked(request).orElse(null);
        if (present == null) {
            return "redirect:" + Addresses.wanted(org, to);
        }
        List<Kept> fields = new ArrayList<>();
        sent.forEach((name, values) -> values.forEach(value -> {
            if (name.startsWith(KEPT)) {
                fields.add(new Kept(name.substring(KEPT.length()), value));
            }
        }));
        fill(model, org, to, fields, sent.containsKey("files"));
        if (sending) {
            model.addAttribute("sending", true);
        }
        try {
            PersonId person = present.signed().personId();
            String name = people.find(person)
                    .orElseThrow(Problem::notFound)
                    .username();
            Officer officer = signIn.again(person, password, devices.known(name, request));
            sessions.open(present, officer, present.signed().factor(), present.signed().lacks(), request, response);
            if (!sending) {
                return "redirect:" + Addresses.wanted(org, to);
            }
            model.addAttribute("to", Addresses.wanted(org, to));
            return "signin/kept";
        } catch (Problem problem) {
            return problems.again(FORM, model, problem);
        }
    }

    private Optional<Present> locked(HttpServletRequest request) {
        return sessions.find(request)
                .filter(present -> present.signed().stage() == Stage.LOCKED)
                .filter(present -> CurrentOrganisation.find()
                        .filter(present.signed().organisationId()::equals)
                        .isPresent());
    }

    private static void fill(Model model, String org, @Nullable String to, List<Kept> fields, boolean files) {
        model.addAttribute("org", org);
        model.addAttribute("to", to);
        model.addAttribute("fields", fields);
        model.addAttribute("files", files);
    }
}
