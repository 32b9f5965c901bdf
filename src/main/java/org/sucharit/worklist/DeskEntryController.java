package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import org.sucharit.document.Rendered;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelView;
import org.sucharit.organisation.PostKind;
import org.sucharit.screen.Link;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;

/** The intake clerk writes down what arrives: the channel first, then what that channel carries. */
@Controller
@RequestMapping("/{org}/desk/entry")
class DeskEntryController {

    private static final String FORM = "worklist/entry";
    private static final String REGISTERED = "registered";

    private final DeskRegistration registration;
    private final EntryForms forms;
    private final DeskDuty duty;
    private final Problems problems;
    private final MessageSource messages;

    DeskEntryController(
            DeskRegistration registration, EntryForms forms, DeskDuty duty, Problems problems, MessageSource messages) {
        this.registration = registration;
        this.forms = forms;
        this.duty = duty;
        this.problems = problems;
        this.messages = messages;
    }

    @ModelAttribute
    void onlyClerks(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model, Locale locale) {
        duty.require(officer, PostKind.INTAKE_CLERK);
        model.addAttribute("org", org);
        model.addAttribute("crumbs", List.of(new Link(text("desk.title", locale), "/" + org + "/desk")));
    }

    @GetMapping
    String channels(Model model) {
        model.addAttribute("channels", registration.channels());
        return "worklist/entry-channel";
    }

    @GetMapping("/{channel}")
    String form(
            @PathVariable String channel,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(required = false) @Nullable UUID opening,
            @RequestParam(required = false) @Nullable LocalDate received,
            Model model,
            Locale locale) {
        ChannelView chosen = forms.channel(channel);
        forms.fill(model, chosen, forms.blank(chosen, opening, received));
        showRegistered(model, officer);
        return FORM;
    }

    @PostMapping("/{channel}")
    Object register(
            @PathVariable String org,
            @PathVariable String channel,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(defaultValue = "done") String then,
            @RequestParam(required = false) @Nullable List<MultipartFile> files,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        ChannelView chosen = forms.channel(channel);
        boolean readBack = then.equals("readBack") && DeskReadBack.isFor(chosen.kind());
        Typed typed = readBack ? DeskReadBack.read(new Typed(fields)) : new Typed(fields);
        forms.fill(model, chosen, typed);
        if (readBack) {
            return FORM;
        }
        if (then.equals("row")) {
            model.addAttribute("rows", DeskEntry.rows(typed) + 1);
            return FORM;
        }
        String answer = "/" + org + "/desk/entry/" + (then.equals("next") ? next(chosen, typed) : REGISTERED);
        try {
            DeskSlip slip = registration.register(officer, chosen, typed, files == null ? List.of() : files);
            redirect.addFlashAttribute(REGISTERED, slip.text());
            return "redirect:" + answer;
        } catch (Problem problem) {
            // Who pressed twice sees this answer and not the first, which waits with the receipt where it was sent to.
            model.addAttribute("firstAnswer", problem.code().equals("entry.twice") ? answer : null);
            return problems.again(FORM, model, problem);
        }
    }

    /** Shown once: the receipt is kept nowhere, so whoever loads the page again is led back to the desk. */
    @GetMapping("/" + REGISTERED)
    String registered(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model) {
        if (!model.containsAttribute(REGISTERED)) {
            return "redirect:/" + org + "/desk";
        }
        showRegistered(model, officer);
        return "worklist/entry-registered";
    }

    /** The slip for the reporter, made from the receipt that the page still shows. */
    @PostMapping("/slip")
    ResponseEntity<byte[]> slip(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam String receipt,
            Locale locale) {
        String follow = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/" + org + "/follow")
                .toUriString();
        Rendered slip = registration.slip(officer, receipt, follow).orElseThrow(Problem::notFound);
        return PdfAnswer.of(text("document.RECEIPT_SLIP", locale) + ".pdf", slip.pdf());
    }

    private void showRegistered(Model model, Officer officer) {
        if (model.getAttribute(REGISTERED) instanceof String text) {
            DeskSlip slip = DeskSlip.read(text);
            model.addAttribute(REGISTERED, slip);
            model.addAttribute("doubles", registration.likelyDoubles(officer, slip.caseId()));
        }
    }

    /** The next of a pile came on the same day, out of the same box. */
    private static String next(ChannelView channel, Typed typed) {
        UriComponentsBuilder next = UriComponentsBuilder.fromPath(channel.id().toString());
        LocalDate received = typed.date("receivedOn").date();
        if (received != null) {
            next.queryParam("received", received);
        }
        String opening = typed.given("opening");
        if (opening != null) {
            next.queryParam("opening", opening);
        }
        return next.encode().toUriString();
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
