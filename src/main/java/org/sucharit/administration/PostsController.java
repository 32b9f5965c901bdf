package org.sucharit.administration;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
import org.sucharit.organisation.AppointmentId;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostId;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.PostView;
import org.sucharit.organisation.UnitId;
import org.sucharit.organisation.UnitKind;
import org.sucharit.organisation.Units;
import org.sucharit.screen.Choice;
import org.sucharit.screen.Problems;
import org.sucharit.screen.ThaiDateField;
import org.sucharit.screen.Typed;
import org.sucharit.vault.Officer;

/** Units, posts, and who is in them: holders and acting officers. */
@Controller
@RequestMapping("/{org}/desk/admin/posts")
class PostsController {

    private final Units units;
    private final People people;
    private final Accounts accounts;
    private final Problems problems;
    private final Saved saved;
    private final Time time;

    PostsController(Units units, People people, Accounts accounts, Problems problems, Saved saved, Time time) {
        this.units = units;
        this.people = people;
        this.accounts = accounts;
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
    String list(Model model) {
        Map<PostId, List<Holder>> holders =
                holders().collect(Collectors.groupingBy(holder -> holder.post().id()));
        model.addAttribute("posts", units.posts()).addAttribute("holders", holders);
        return "administration/posts";
    }

    /** Everybody in a post today; the published list leaves the administrators out. */
    private Stream<Holder> holders() {
        LocalDate today = time.today();
        return Stream.concat(people.officers(today).stream(), people.holders(PostKind.ADMINISTRATOR, today).stream());
    }

    @GetMapping("/new")
    String newPost(@PathVariable String org, Model model) {
        return newPost(org, model, Typed.nothing());
    }

    @PostMapping("/new")
    Object addPost(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            UnitId unit = chosen("unit", typed, UnitId::of);
            PostKind kind = chosen("kind", typed, PostKind::valueOf);
            units.addPost(
                    unit,
                    kind,
                    typed.text("titleTh").strip(),
                    typed.text("titleEn").strip(),
                    officer.id());
            return saved.and(redirect, "postAdded", address(org));
        } catch (Problem problem) {
            return problems.again(newPost(org, model, typed), model, problem);
        }
    }

    @GetMapping("/units/new")
    String newUnit(@PathVariable String org, Model model) {
        return newUnit(org, model, Typed.nothing());
    }

    @PostMapping("/units/new")
    Object addUnit(
            @PathVariable String org,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            UnitKind kind = chosen("kind", typed, UnitKind::valueOf);
            units.add(kind, typed.text("nameTh").strip(), typed.text("nameEn").strip(), officer.id());
            return saved.and(redirect, "unitAdded", address(org));
        } catch (Problem problem) {
            return problems.again(newUnit(org, model, typed), model, problem);
        }
    }

    @GetMapping("/{post}")
    String post(@PathVariable String org, @PathVariable UUID post, Model model) {
        return post(
                org,
                post,
                model,
                Typed.nothing().with("from", ThaiDateField.of(time.today())).with("acting", false));
    }

    @PostMapping("/{post}")
    Object appoint(
            @PathVariable String org,
            @PathVariable UUID post,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            PersonId person = chosen("person", typed, PersonId::of);
            LocalDate from = typed.date("from").require("from");
            LocalDate until = typed.date("until").read("until").orElse(null);
            appoint(person, new PostId(post), from, until, typed, officer);
            return saved.and(redirect, "appointed", address(org) + "/" + post);
        } catch (Problem problem) {
            return problems.again(post(org, post, model, typed), model, problem);
        }
    }

    private void appoint(
            PersonId person, PostId post, LocalDate from, @Nullable LocalDate until, Typed typed, Officer by) {
        String order = typed.text("orderNumber").strip();
        if (typed.checked("acting")) {
            people.appointActing(person, post, from, until, order, by.id());
        } else if (until == null) {
            people.appoint(person, post, from, order, by.id());
        } else {
            throw Problem.invalid("until", "admin.untilActing");
        }
    }

    @PostMapping("/{post}/appointments/{appointment}/end")
    Object end(
            @PathVariable String org,
            @PathVariable UUID post,
            @PathVariable UUID appointment,
            @AuthenticationPrincipal Officer officer,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            RedirectAttributes redirect) {
        Typed typed = new Typed(fields);
        try {
            people.endAppointment(
                    new AppointmentId(appointment), typed.date("lastDay").require("lastDay"), officer.id());
            return saved.and(redirect, "appointmentEnded", address(org) + "/" + post);
        } catch (Problem problem) {
            return problems.again(post(org, post, model, typed), model, problem);
        }
    }

    private String post(String org, UUID id, Model model, Typed typed) {
        PostView post = units.posts().stream()
                .filter(one -> one.id().value().equals(id))
                .findFirst()
                .orElseThrow(Problem::notFound);
        below(org, model)
                .addAttribute("post", post)
                .addAttribute(
                        "holders",
                        holders()
                                .filter(holder -> holder.post().id().equals(post.id()))
                                .toList())
                .addAttribute(
                        "people",
                        accounts.active().stream()
                                .map(person -> Choice.of(person.id(), person.nameTh() + " (" + person.username() + ")"))
                                .toList())
                .addAttribute("today", ThaiDateField.of(time.today()))
                .addAttribute("typed", typed);
        return "administration/post";
    }

    private String newPost(String org, Model model, Typed typed) {
        boolean english = saved.english();
        below(org, model)
                .addAttribute("typed", typed)
                .addAttribute("kinds", choices(PostKind.values(), "post."))
                .addAttribute(
                        "units",
                        units.all().stream()
                                .map(unit -> Choice.of(unit.id(), english ? unit.nameEn() : unit.nameTh()))
                                .toList());
        return "administration/post-new";
    }

    private String newUnit(String org, Model model, Typed typed) {
        below(org, model)
                .addAttribute("typed", typed)
                .addAttribute("kinds", choices(UnitKind.values(), "admin.unit.kind."));
        return "administration/unit-new";
    }

    private List<Choice> choices(Enum<?>[] values, String prefix) {
        return Arrays.stream(values)
                .map(value -> Choice.of(value, saved.text(prefix + value)))
                .toList();
    }

    /** @throws Problem invalid, where nothing that exists was chosen */
    private static <T> T chosen(String field, Typed typed, Function<String, T> reader) {
        try {
            return reader.apply(typed.text(field));
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(field, "required");
        }
    }

    private Model below(String org, Model model) {
        return model.addAttribute(
                "crumbs",
                List.of(saved.link("admin.title", "/" + org + "/desk/admin"), saved.link("admin.posts", address(org))));
    }

    private static String address(String org) {
        return "/" + org + "/desk/admin/posts";
    }
}
