package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.document.Rendered;
import org.sucharit.intake.BoxOpenings;
import org.sucharit.intake.Particular;
import org.sucharit.intake.ReadBack;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.ChannelView;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.PostKind;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Link;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;
import org.sucharit.screen.ThaiDateField;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;

/** The intake clerk writes down what arrives: the channel first, then what that channel carries. */
@Controller
@RequestMapping("/{org}/desk/entry")
class DeskEntryController {

    private static final String FORM = "worklist/entry";
    private static final String REGISTERED = "registered";

    private final DeskRegistration registration;
    private final DeskReadBack readBack;
    private final DeskDuty duty;
    private final Problems problems;
    private final Thai thai;
    private final MessageSource messages;

    DeskEntryController(
            DeskRegistration registration,
            DeskReadBack readBack,
            DeskDuty duty,
            Problems problems,
            Thai thai,
            MessageSource messages) {
        this.registration = registration;
        this.readBack = readBack;
        this.duty = duty;
        this.problems = problems;
        this.thai = thai;
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
        ChannelView chosen = channel(channel);
        fill(model, chosen, blank(chosen, opening, received), locale);
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
        ChannelView chosen = channel(channel);
        boolean readBack = then.equals("readBack") && DeskReadBack.isFor(chosen.kind());
        Typed typed = readBack ? DeskReadBack.read(new Typed(fields)) : new Typed(fields);
        fill(model, chosen, typed, locale);
        if (readBack) {
            return FORM;
        }
        if (then.equals("row")) {
            model.addAttribute("rows", DeskEntry.rows(typed) + 1);
            return FORM;
        }
        try {
            DeskSlip slip = registration.register(officer, chosen, typed, files == null ? List.of() : files);
            redirect.addFlashAttribute(REGISTERED, slip.text());
            return "redirect:/" + org + "/desk/entry/" + (then.equals("next") ? next(chosen, typed) : REGISTERED);
        } catch (Problem problem) {
            // Who pressed twice sees this answer and not the first, which waits with the receipt where it was sent to.
            model.addAttribute("twice", problem.code().equals("entry.twice"));
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

    ChannelView channel(String id) {
        return registration.channels().stream()
                .filter(channel -> channel.id().toString().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
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

    Typed blank(ChannelView channel, @Nullable UUID opening, @Nullable LocalDate received) {
        Typed blank = Typed.nothing()
                .with(DeskOnce.FIELD, UUID.randomUUID())
                .with("receivedOn", ThaiDateField.of(Objects.requireNonNullElse(received, registration.today())));
        if (channel.kind() == ChannelKind.BOX) {
            List<BoxOpenings.View> openings = registration.openings();
            Optional<BoxOpenings.View> chosen = openings.stream()
                    .filter(one ->
                            opening == null ? one.missing() > 0 : one.id().equals(opening))
                    .findFirst();
            if (chosen.isPresent()) {
                blank = blank.with("opening", chosen.get().id());
                blank = received == null
                        ? blank.with("receivedOn", ThaiDateField.of(chosen.get().openedOn()))
                        : blank;
            }
        }
        return channel.kind() == ChannelKind.OTHER
                ? blank.with("particulars." + Particular.SOURCE, channel.nameTh())
                : blank;
    }

    void fill(Model model, ChannelView channel, Typed typed, Locale locale) {
        List<Holder> officers = registration.officers();
        model.addAllAttributes(Map.of(
                "channel",
                channel,
                "typed",
                typed,
                "rows",
                DeskEntry.rows(typed),
                "particulars",
                channel.kind() == ChannelKind.BOX ? List.of() : Particular.of(channel.kind()),
                "kinds",
                explained(Kind.values(), "kind.", locale),
                "modes",
                explained(Reporter.Mode.values(), "reporter.mode.", locale),
                "officers",
                officers.stream().map(holder -> choice(holder, locale)).toList()));
        model.addAttribute("pile", DeskPile.isFor(channel.kind()));
        if (DeskReadBack.isFor(channel.kind())) {
            model.addAttribute("answers", answers(locale));
            if (DeskReadBack.isRead(typed)) {
                model.addAttribute("sentences", readBack.sentences(typed, officers, locale));
            }
        }
        if (channel.kind() == ChannelKind.BOX) {
            model.addAttribute(
                    "openings",
                    registration.openings().stream()
                            .map(one -> Choice.of(one.id(), opening(one, locale)))
                            .toList());
        }
    }

    private List<Choice> explained(Enum<?>[] values, String prefix, Locale locale) {
        return Arrays.stream(values)
                .map(value ->
                        new Choice(value.name(), text(prefix + value, locale), text(prefix + value + ".note", locale)))
                .toList();
    }

    private List<Choice> answers(Locale locale) {
        return Arrays.stream(ReadBack.values())
                .map(answer -> Choice.of(answer, text("readBack." + answer, locale)))
                .toList();
    }

    private String opening(BoxOpenings.View one, Locale locale) {
        Object[] said = {thai.digits(one.name()), thai.date(one.openedOn()), one.place(), thai.number(one.missing())};
        return messages.getMessage("box.choice", said, locale);
    }

    static Choice choice(Holder holder, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        String name = english && !holder.person().nameEn().isEmpty()
                ? holder.person().nameEn()
                : holder.person().nameTh();
        String title = english ? holder.post().titleEn() : holder.post().titleTh();
        return Choice.of(holder.person().id(), name + " · " + title);
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
