package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Slice;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.intake.BoxOpenings;
import org.sucharit.intake.RecordOpening;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.PostKind;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.screen.ThaiDateField;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** The openings of the complaint box: who was there, how many letters lay in it, and how many of them are logged. */
@Controller
@RequestMapping("/{org}/desk/box")
class DeskBoxController {

    private static final String LIST = "worklist/box";
    private static final String FORM = "worklist/box-new";
    private static final String RECORD = "worklist/box-record";

    private final BoxOpenings openings;
    private final DeskRegistration registration;
    private final DeskOnce once;
    private final DeskDuty duty;
    private final Problems problems;
    private final MessageSource messages;

    DeskBoxController(
            BoxOpenings openings,
            DeskRegistration registration,
            DeskOnce once,
            DeskDuty duty,
            Problems problems,
            MessageSource messages) {
        this.openings = openings;
        this.registration = registration;
        this.once = once;
        this.duty = duty;
        this.problems = problems;
        this.messages = messages;
    }

    @ModelAttribute
    void onlyClerks(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model, Locale locale) {
        duty.require(officer, PostKind.INTAKE_CLERK);
        model.addAttribute("org", org);
        model.addAttribute("crumbs", List.of(new Link(text("desk.title", locale), "/" + org + "/desk")));
        registration.channels().stream()
                .filter(channel -> channel.kind() == ChannelKind.BOX)
                .findFirst()
                .ifPresent(channel -> model.addAttribute("channel", channel.id()));
    }

    @GetMapping
    String list(@PathVariable String org, @RequestParam(defaultValue = "1") int page, Model model) {
        Slice<BoxOpenings.View> latest = openings.latest(DeskPage.of(page));
        model.addAttribute("openings", latest.getContent())
                .addAttribute("pager", DeskPage.pager(latest, "/" + org + "/desk/box", "page"));
        return LIST;
    }

    @GetMapping("/new")
    String form(Model model) {
        return form(model, Typed.nothing().with("openedOn", ThaiDateField.of(registration.today())));
    }

    @PostMapping("/new")
    Object record(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Typed typed = new Typed(fields);
        try {
            RecordOpening command = command(typed);
            BoxOpenings.View opening =
                    once.once(DeskOnce.of(typed, DeskOnce.FIELD), "box.twice", () -> openings.record(officer, command));
            redirect.addFlashAttribute("done", text("box.recorded", locale));
            return "redirect:/" + org + "/desk/box/" + opening.id();
        } catch (Problem problem) {
            return problems.again(form(model, typed), model, problem);
        }
    }

    @GetMapping("/{id}")
    String show(@PathVariable String org, @PathVariable UUID id, Model model, Locale locale) {
        return record(org, model, id, Typed.nothing(), locale);
    }

    @PostMapping("/{id}/count")
    Object correct(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Typed typed = new Typed(fields);
        try {
            openings.correct(
                    officer,
                    id,
                    typed.whole("letters").orElse(-1),
                    typed.text("reason").strip());
            redirect.addFlashAttribute("done", text("box.corrected", locale));
            return "redirect:/" + org + "/desk/box/" + id;
        } catch (Problem problem) {
            return problems.again(record(org, model, id, typed, locale), model, problem);
        }
    }

    /** What cannot be read stands as a day or a count that the record refuses, so that all is told at once. */
    private RecordOpening command(Typed typed) {
        List<Problem.Field> wrong = new ArrayList<>();
        LocalDate openedOn = registration.today();
        try {
            openedOn = typed.date("openedOn").require("openedOn");
        } catch (Problem problem) {
            wrong.addAll(problem.fields());
        }
        Optional<PersonId> one = officer(typed, "presentOne", wrong);
        Optional<PersonId> two = officer(typed, "presentTwo", wrong);
        if (one.isPresent() && one.equals(two)) {
            wrong.add(Problem.Field.of("presentTwo", "box.samePerson"));
        }
        if (typed.given("place") == null) {
            wrong.add(Problem.Field.of("place", "required"));
        }
        if (typed.whole("letters").isEmpty()) {
            wrong.add(Problem.Field.of("letters", "box.count"));
        }
        if (!wrong.isEmpty() || one.isEmpty() || two.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return new RecordOpening(
                openedOn,
                typed.text("place").strip(),
                one.get(),
                two.get(),
                typed.whole("letters").orElseThrow());
    }

    private Optional<PersonId> officer(Typed typed, String field, List<Problem.Field> wrong) {
        Optional<PersonId> officer = registration.officers().stream()
                .map(holder -> holder.person().id())
                .filter(id -> id.toString().equals(typed.text(field)))
                .findFirst();
        if (officer.isEmpty()) {
            wrong.add(Problem.Field.of(field, "required"));
        }
        return officer;
    }

    private String form(Model model, Typed typed) {
        model.addAttribute("typed", typed)
                .addAttribute(DeskOnce.FIELD, DeskOnce.of(typed, DeskOnce.FIELD))
                .addAttribute("officers", CaseText.choices(registration.officers()));
        return FORM;
    }

    private String record(String org, Model model, UUID id, Typed typed, Locale locale) {
        model.addAttribute("opening", openings.get(id))
                .addAttribute("typed", typed)
                .addAttribute(
                        "crumbs",
                        List.of(
                                new Link(text("desk.title", locale), "/" + org + "/desk"),
                                new Link(text("box.title", locale), "/" + org + "/desk/box")));
        return RECORD;
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
