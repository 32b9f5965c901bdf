package org.sucharit.administration;

import java.util.List;
import java.util.UUID;
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
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.screen.Pager;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vouching;

/** Who works here: people, and whether they may sign in. */
@Controller
@RequestMapping("/{org}/desk/admin/people")
class PeopleController {

    private static final int PAGE = 50;
    private static final int LAST_PAGE = 10_000;

    private final People people;
    private final Accounts accounts;
    private final Vouching vouching;
    private final Problems problems;
    private final Saved saved;
    private final Time time;

    PeopleController(People people, Accounts accounts, Vouching vouching, Problems problems, Saved saved, Time time) {
        this.people = people;
        this.accounts = accounts;
        this.vouching = vouching;
        this.problems = problems;
        this.saved = saved;
        this.time = time;
    }

    @ModelAttribute
    void way(@PathVariable String org, Model model) {
        model.addAttribute("org", org);
        model.addAttribute("crumbs", List.of(saved.link("admin.title", "/" + org + "/desk/admin")));
    }

    @GetMapping
    String list(@PathVariable String org, @RequestParam(defaultValue = "1") int page, Model model) {
        Slice<PersonView> found = people.page(Math.clamp(page, 1, LAST_PAGE) - 1, PAGE);
        int number = found.getNumber() + 1;
        String at = address(org) + "?page=";
        model.addAttribute("people", found.getContent());
        model.addAttribute(
                "pager",
                new Pager(
                        number,
                        found.hasPrevious() ? at + (number - 1) : null,
                        found.hasNext() ? at + (number + 1) : null));
        return "administration/people";
    }

    @GetMapping("/new")
    String newPerson(@PathVariable String org, Model model) {
        return form(org, model, Typed.nothing());
    }

    @PostMapping("/new")
    Object add(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            AddPerson command = new AddPerson(
                    typed.text("username").strip(),
                    typed.text("nameTh").strip(),
                    typed.text("nameEn").strip(),
                    typed.text("email").strip(),
                    typed.text("phone").strip());
            redirect.addFlashAttribute("password", accounts.add(command, officer));
            return saved.and(redirect, "personAdded", address(org) + "/" + command.id());
        } catch (Problem problem) {
            return problems.again(form(org, model, typed), model, problem);
        }
    }

    @GetMapping("/{id}")
    String person(@PathVariable String org, @PathVariable UUID id, Model model) {
        PersonView person = people.get(new PersonId(id));
        return change(
                org,
                model,
                person,
                Typed.nothing()
                        .with("nameTh", person.nameTh())
                        .with("nameEn", person.nameEn())
                        .with("email", person.email())
                        .with("phone", person.phone()));
    }

    @PostMapping("/{id}")
    Object save(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        PersonId person = new PersonId(id);
        try {
            people.change(
                    person,
                    typed.text("nameTh").strip(),
                    typed.text("nameEn").strip(),
                    typed.text("email").strip(),
                    typed.text("phone").strip(),
                    officer.id());
            return saved.and(redirect, "personChanged", address(org) + "/" + id);
        } catch (Problem problem) {
            return problems.again(change(org, model, people.get(person), typed), model, problem);
        }
    }

    @PostMapping("/{id}/deactivate")
    Object deactivate(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            Model model,
            RedirectAttributes redirect) {
        try {
            accounts.deactivate(new PersonId(id), officer);
            return saved.and(redirect, "personDeactivated", address(org) + "/" + id);
        } catch (Problem problem) {
            return problems.again(person(org, id, model), model, problem);
        }
    }

    /** A new key for somebody who forgot their password. */
    @PostMapping("/{id}/key")
    Object replaceKey(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        try {
            if (!new Typed(fields).checked("asked")) {
                throw Problem.invalid("asked", "confirm");
            }
            redirect.addFlashAttribute("password", accounts.replaceKey(new PersonId(id), officer));
            return saved.and(redirect, "keyReplaced", address(org) + "/" + id);
        } catch (Problem problem) {
            return problems.again(person(org, id, model), model, problem);
        }
    }

    @PostMapping("/{id}/reactivate")
    String reactivate(
            @PathVariable String org,
            @PathVariable UUID id,
            @AuthenticationPrincipal Officer officer,
            RedirectAttributes redirect) {
        people.reactivate(new PersonId(id), officer.id());
        return saved.and(redirect, "personReactivated", address(org) + "/" + id);
    }

    private String form(String org, Model model, Typed typed) {
        below(org, model).addAttribute("typed", typed);
        return "administration/person-new";
    }

    private String change(String org, Model model, PersonView person, Typed typed) {
        below(org, model)
                .addAttribute("person", person)
                .addAttribute("posts", people.postsOf(person.id(), time.today()))
                .addAttribute("key", vouching.state(person.id()))
                .addAttribute("typed", typed);
        return "administration/person";
    }

    private Model below(String org, Model model) {
        return model.addAttribute(
                "crumbs",
                List.of(
                        saved.link("admin.title", "/" + org + "/desk/admin"),
                        saved.link("admin.people", address(org))));
    }

    private static String address(String org) {
        return "/" + org + "/desk/admin/people";
    }
}
