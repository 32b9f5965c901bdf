package org.sucharit.worklist;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.assignment.Relations;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.People;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** What ties the officer to other officers, as the officer declares it. Nobody sees another's. */
@Controller
@RequestMapping("/{org}/desk/relations")
class DeskRelationsController {

    private static final String VIEW = "worklist/relations";

    /** What was typed; empty where nothing was chosen. */
    record Form(String other, String kind) {}

    /** @param ended null while it is in force */
    record Row(
            UUID id,
            String name,
            String kind,
            String since,
            @Nullable String ended) {}

    private final Relations relations;
    private final People people;
    private final Problems problems;
    private final CaseText text;
    private final Thai thai;
    private final Time time;

    DeskRelationsController(
            Relations relations, People people, Problems problems, CaseText text, Thai thai, Time time) {
        this.relations = relations;
        this.people = people;
        this.problems = problems;
        this.text = text;
        this.thai = thai;
        this.time = time;
    }

    @GetMapping
    String own(@PathVariable String org, @AuthenticationPrincipal Officer officer, Model model) {
        fill(org, officer, new Form("", ""), model);
        return VIEW;
    }

    @PostMapping
    Object declare(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String other,
            @RequestParam(defaultValue = "") String kind,
            Model model,
            RedirectAttributes redirect) {
        try {
            Optional<PersonId> person = CaseForms.chosenPerson("other", other);
            Optional<Relations.Kind> tie = TaskForms.chosen(Relations.Kind.class, kind);
            Words.check()
                    .that(person.isPresent(), "other", "required")
                    .that(tie.isPresent(), "kind", "required")
                    .orThrow();
            relations.declare(officer, person.orElseThrow(), tie.orElseThrow());
        } catch (Problem problem) {
            fill(org, officer, new Form(other, kind), model);
            return problems.again(VIEW, model, problem);
        }
        redirect.addFlashAttribute("done", text.of("relation.declared"));
        return "redirect:/" + org + "/desk/relations";
    }

    @PostMapping("/{id}/end")
    String end(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            RedirectAttributes redirect) {
        relations.end(officer, id);
        redirect.addFlashAttribute("done", text.of("relation.ended"));
        return "redirect:/" + org + "/desk/relations";
    }

    private void fill(String org, Officer officer, Form form, Model model) {
        List<Choice> others = CaseText.choices(people.officers(time.today()).stream()
                .filter(holder -> !holder.person().id().equals(officer.id()))
                .toList());
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(new Link(text.of("desk.title"), "/" + org + "/desk")))
                .addAttribute("form", form)
                .addAttribute("others", others)
                .addAttribute("kinds", text.choices("relation.kind.", Relations.Kind.values()))
                .addAttribute(
                        "relations",
                        relations.of(officer).stream().map(this::row).toList());
    }

    private Row row(Relations.View relation) {
        return new Row(
                relation.id(),
                text.name(relation.other()),
                text.of("relation.kind." + relation.kind()),
                thai.moment(relation.declaredAt()),
                relation.endedAt() == null ? null : thai.moment(relation.endedAt()));
    }
}
