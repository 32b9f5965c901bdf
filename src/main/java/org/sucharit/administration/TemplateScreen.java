package org.sucharit.administration;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.servlet.ModelAndView;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Documents;
import org.sucharit.document.PlaceName;
import org.sucharit.document.TemplateFault;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.papers.Templates;
import org.sucharit.screen.Link;
import org.sucharit.screen.Pager;
import org.sucharit.screen.Thai;

/** The pages on which the wording of papers is read and changed. */
@Component
class TemplateScreen {

    private static final int PAGE = 10;
    /** How many lines are shown before and after one that cannot be used. */
    private static final int AROUND = 2;

    private final Templates templates;
    private final Documents documents;
    private final People people;
    private final Saved saved;
    private final Thai thai;

    TemplateScreen(Templates templates, Documents documents, People people, Saved saved, Thai thai) {
        this.templates = templates;
        this.documents = documents;
        this.people = people;
        this.saved = saved;
        this.thai = thai;
    }

    /** @param at null where the organisation never had a wording of its own */
    record Row(
            String slug,
            String name,
            boolean own,
            @Nullable Instant at,
            @Nullable String by) {}

    record Earlier(int version, boolean standard, Instant at, String by) {}

    /** @param wrong whether it is the one that cannot be used */
    record Line(String number, String text, boolean wrong) {}

    static String address(String org, DocumentKind kind) {
        return "/" + org + "/desk/admin/templates/" + kind.slug();
    }

    String list(String org, Model model) {
        Map<DocumentKind, Templates.Version> latest = templates.latest();
        Function<PersonId, String> names = names();
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(saved.link("admin.title", "/" + org + "/desk/admin")))
                .addAttribute(
                        "rows",
                        Arrays.stream(DocumentKind.values())
                                .filter(kind -> !kind.hasFixedWords())
                                .map(kind -> row(kind, latest.get(kind), names))
                                .toList());
        return "administration/templates";
    }

    private Row row(DocumentKind kind, Templates.@Nullable Version latest, Function<PersonId, String> names) {
        return latest == null
                ? new Row(kind.slug(), name(kind), false, null, null)
                : new Row(kind.slug(), name(kind), !latest.standard(), latest.savedAt(), names.apply(latest.savedBy()));
    }

    /**
     * @param page of the earlier versions, from 1
     * @param typed what was typed; null for the wording in force
     */
    String editor(String org, DocumentKind kind, int page, @Nullable String typed, Model model) {
        Optional<Templates.Version> latest = templates.latest(kind);
        fill(org, kind, latest, model);
        Map<PlaceName.Use, List<PlaceName>> places = documents.places(kind).stream()
                .collect(Collectors.groupingBy(PlaceName::use, LinkedHashMap::new, Collectors.toList()));
        int number = Math.clamp(page, 1, 10_000);
        List<Templates.Version> versions = templates.history(kind, (number - 1) * PAGE, PAGE + 1);
        String address = address(org, kind);
        Function<PersonId, String> names = names();
        model.addAttribute("text", typed == null ? templates.inForce(kind).text() : typed)
                .addAttribute("uses", PlaceName.Use.values())
                .addAttribute("places", places)
                .addAttribute(
                        "versions",
                        versions.stream()
                                .limit(PAGE)
                                .map(one -> new Earlier(
                                        one.version(), one.standard(), one.savedAt(), names.apply(one.savedBy())))
                                .toList())
                .addAttribute(
                        "pager",
                        new Pager(
                                number,
                                number > 1 ? address + "?page=" + (number - 1) : null,
                                versions.size() > PAGE ? address + "?page=" + (number + 1) : null))
                .addAttribute("faulty", List.of());
        return "administration/template";
    }

    /** The editor with what was typed, and the line that cannot be used. */
    ModelAndView faulty(String org, DocumentKind kind, String typed, TemplateFault fault, Model model) {
        String view = editor(org, kind, 1, typed, model);
        model.addAttribute("faulty", around(typed, fault.line()));
        return new ModelAndView(view, model.asMap(), HttpStatus.UNPROCESSABLE_CONTENT)
                .addObject("errors", Map.of("text", text(fault)));
    }

    private String text(TemplateFault fault) {
        return saved.text(
                "template.fault." + fault.code(),
                Stream.concat(Stream.of(String.valueOf(fault.line())), fault.arguments().stream())
                        .map(this::asRead)
                        .toArray());
    }

    private String asRead(String argument) {
        return argument.chars().allMatch(c -> c >= '0' && c <= '9') ? thai.digits(argument) : argument;
    }

    private List<Line> around(String typed, int wrong) {
        List<String> lines = typed.lines().toList();
        List<Line> around = new ArrayList<>();
        for (int n = Math.max(1, wrong - AROUND); n <= Math.min(lines.size(), wrong + AROUND); n++) {
            around.add(new Line(thai.number(n), lines.get(n - 1), n == wrong));
        }
        return around;
    }

    String standard(String org, DocumentKind kind, Model model) {
        fill(org, kind, templates.latest(kind), model);
        below(org, kind, model);
        return "administration/template-standard";
    }

    /** @throws Problem not found, where there is no such version */
    String version(String org, DocumentKind kind, int number, Model model) {
        Optional<Templates.Version> latest = templates.latest(kind);
        Templates.Version shown = templates.version(kind, number);
        fill(org, kind, latest, model);
        below(org, kind, model);
        model.addAttribute("shown", shown)
                .addAttribute("shownBy", name(shown.savedBy()))
                .addAttribute(
                        "inForce", latest.filter(one -> one.version() == number).isPresent());
        return "administration/template-version";
    }

    private void fill(String org, DocumentKind kind, Optional<Templates.Version> latest, Model model) {
        model.addAttribute("org", org)
                .addAttribute("crumbs", crumbs(org))
                .addAttribute("address", address(org, kind))
                .addAttribute("slug", kind.slug())
                .addAttribute("name", name(kind))
                .addAttribute("version", latest.map(Templates.Version::version).orElse(0))
                .addAttribute("own", latest.filter(one -> !one.standard()).isPresent());
        latest.ifPresent(one -> model.addAttribute("since", one.savedAt()).addAttribute("by", name(one.savedBy())));
    }

    private void below(String org, DocumentKind kind, Model model) {
        model.addAttribute(
                "crumbs",
                Stream.concat(crumbs(org).stream(), Stream.of(new Link(name(kind), address(org, kind))))
                        .toList());
    }

    private List<Link> crumbs(String org) {
        return List.of(
                saved.link("admin.title", "/" + org + "/desk/admin"),
                saved.link("admin.templates", "/" + org + "/desk/admin/templates"));
    }

    private String name(DocumentKind kind) {
        return saved.text("document." + kind);
    }

    private String name(PersonId id) {
        PersonView person = people.get(id);
        return saved.english() && !person.nameEn().isEmpty() ? person.nameEn() : person.nameTh();
    }

    /** The names of people, each asked for once. */
    private Function<PersonId, String> names() {
        Map<PersonId, String> known = new LinkedHashMap<>();
        return id -> known.computeIfAbsent(id, this::name);
    }
}
