package org.sucharit.document;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a template line by line and finds what could not be set, before any paper is made with it. */
final class TemplateCheck {

    private static final Pattern TAG = Pattern.compile("\\{\\{([#^/!]?)([^{}]*+)}}");
    private static final int MOST_COLUMNS = 8;

    /** Of a list's text, which is written as often as the list is long: letters, a place counting for some. */
    private static final int MOST_IN_LIST = 1_000;

    private static final int LETTERS_OF_PLACE = 40;
    private static final int MOST_SIGNATURES = 4;

    /** A part of the template that is written only where, or as often as, its field says. */
    private record Section(String field, String name, int line, Fields within, boolean ofLines) {}

    private final DocumentKind kind;
    private final List<String> lines;
    private final Deque<Section> sections = new ArrayDeque<>();
    private final Set<Markup.Directive> directives = EnumSet.noneOf(Markup.Directive.class);
    private final Set<Block.Head.Place> places = EnumSet.noneOf(Block.Head.Place.class);
    private int columns;
    private int lettersInList;
    private int signatures;
    private int line;

    TemplateCheck(DocumentKind kind, String text) {
        this.kind = kind;
        this.lines = text.lines().toList();
        sections.push(new Section("", "", 0, Samples.of(kind), false));
    }

    /** The text with its places under the names of their fields. */
    String checked() {
        StringBuilder out = new StringBuilder();
        for (String text : lines) {
            line++;
            out.append(tags(text)).append('\n');
            markup(text);
        }
        if (sections.size() > 1) {
            Section open = sections.element();
            throw new TemplateFault(open.line(), "section.open", open.name());
        }
        complete();
        return out.toString();
    }

    private String tags(String text) {
        Matcher tag = TAG.matcher(text);
        StringBuilder out = new StringBuilder();
        int end = 0;
        while (tag.find()) {
            out.append(literal(text.substring(end, tag.start())));
            out.append("{{")
                    .append(tag.group(1))
                    .append(tag(tag.group(1), tag.group(2).strip()))
                    .append("}}");
            end = tag.end();
        }
        return out.append(literal(text.substring(end))).toString();
    }

    /** What stands outside the tags has no braces at all, so that no other kind of tag can come about. */
    private String literal(String text) {
        if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
            throw new TemplateFault(line, "tag.broken", text.strip());
        }
        inList(text.length());
        return text.replace(Markup.OPEN, ' ').replace(Markup.CLOSE, ' ');
    }

    private boolean inList() {
        return sections.stream().anyMatch(section -> section.ofLines() || section.within() != Samples.of(kind));
    }

    private void inList(int letters) {
        lettersInList = inList() ? lettersInList + letters : 0;
        if (lettersInList > MOST_IN_LIST) {
            throw new TemplateFault(line, "section.long", sections.element().name(), Integer.toString(MOST_IN_LIST));
        }
    }

    private String tag(String sign, String name) {
        return switch (sign) {
            case "!" -> "";
            case "/" -> closed(name);
            case "#", "^" -> opened(sign, name);
            default -> place(name);
        };
    }

    private String opened(String sign, String name) {
        String field = Places.THAI.field(name);
        Fields.Value value = value(field, name);
        Section here = sections.element();
        if (sign.equals("#") && sections.stream().anyMatch(open -> open.field().equals(field))) {
            throw new TemplateFault(line, "section.nested", name);
        }
        boolean list = value instanceof Fields.Value.Rows || value instanceof Fields.Value.Lines;
        if (sign.equals("#") && list && inList()) {
            // A list within a list is written as often as the one is long times the other.
            throw new TemplateFault(line, "section.lists", name);
        }
        Section inner = switch (value) {
            case Fields.Value.Rows rows
            when sign.equals("#") -> new Section(field, name, line, rows.rows().getFirst(), false);
            case Fields.Value.Lines lines when sign.equals("#") -> new Section(field, name, line, here.within(), true);
            case Fields.Value.Rows rows -> new Section(field, name, line, here.within(), here.ofLines());
            case Fields.Value.Lines lines -> new Section(field, name, line, here.within(), here.ofLines());
            case Fields.Value.Flag flag -> new Section(field, name, line, here.within(), here.ofLines());
            case Fields.Value.Words words -> new Section(field, name, line, here.within(), here.ofLines());
            case Fields.Value.Day day -> throw new TemplateFault(line, "section.value", name);
            case Fields.Value.Count count -> throw new TemplateFault(line, "section.value", name);
            case Fields.Value.Money money -> throw new TemplateFault(line, "section.value", name);
        };
        sections.push(inner);
        return field;
    }

    private String closed(String name) {
        String field = Places.THAI.field(name);
        Section open = sections.element();
        if (sections.size() == 1) {
            throw new TemplateFault(line, "section.none", name);
        }
        if (!open.field().equals(field)) {
            throw new TemplateFault(line, "section.crossed", name, open.name(), Integer.toString(open.line()));
        }
        sections.pop();
        return field;
    }

    private String place(String name) {
        if (name.equals(".") || name.equals("-index")) {
            if (name.equals(".") ? !sections.element().ofLines() : !inList()) {
                throw new TemplateFault(line, "place.list", name);
            }
            inList(LETTERS_OF_PLACE);
            return name;
        }
        inList(LETTERS_OF_PLACE);
        int dot = name.indexOf('.');
        String field = Places.THAI.field(dot < 0 ? name : name.substring(0, dot));
        String form = dot < 0 ? "" : Places.THAI.field(name.substring(dot + 1));
        List<String> forms = switch (value(field, name)) {
            case Fields.Value.Words words -> List.of();
            case Fields.Value.Day day -> Written.OF_DAYS;
            case Fields.Value.Count count -> Written.OF_NUMBERS;
            case Fields.Value.Money money -> Written.OF_NUMBERS;
            case Fields.Value.Flag flag -> throw new TemplateFault(line, "place.section", name);
            case Fields.Value.Lines lines -> throw new TemplateFault(line, "place.section", name);
            case Fields.Value.Rows rows -> throw new TemplateFault(line, "place.section", name);
        };
        if (!form.isEmpty() && !forms.contains(form)) {
            throw new TemplateFault(line, "place.unknown", name);
        }
        return form.isEmpty() ? field : field + "." + form;
    }

    private Fields.Value value(String field, String name) {
        for (Section section : sections) {
            Fields.@Nullable Value value = section.within().values().get(field);
            if (value != null) {
                return value;
            }
        }
        throw new TemplateFault(line, "place.unknown", name);
    }

    private void markup(String text) {
        String bare = TAG.matcher(text)
                .replaceAll(tag -> tag.group(1).isEmpty() ? "\uFFFC" : "")
                .strip();
        boolean onlySections = bare.isEmpty() && !text.isBlank();
        if (onlySections) {
            return;
        }
        Block.Head.Place place = Markup.place(bare);
        if (place != null) {
            places.add(place);
        }
        if (bare.startsWith("@")) {
            directive(bare);
        }
        if (!bare.startsWith("|")) {
            columns = 0;
            return;
        }
        int cells = Markup.cells(bare).size();
        if (cells > MOST_COLUMNS) {
            throw new TemplateFault(line, "table.columns", Integer.toString(MOST_COLUMNS));
        }
        if (columns > 0 && cells != columns) {
            throw new TemplateFault(line, "table.cells", Integer.toString(columns), Integer.toString(cells));
        }
        columns = cells;
    }

    private void directive(String bare) {
        String sign = bare.split("\\s", 2)[0];
        Markup.Directive directive =
                Markup.directive(bare).orElseThrow(() -> new TemplateFault(line, "directive.unknown", sign));
        boolean signs = directive == Markup.Directive.SIGNATURE || directive == Markup.Directive.OPINIONS;
        if (signs && inList()) {
            throw new TemplateFault(
                    sections.element().line(),
                    "section.open",
                    sections.element().name());
        }
        if (signs && ++signatures > MOST_SIGNATURES) {
            throw new TemplateFault(line, "directive.often", sign);
        }
        directives.add(directive);
    }

    /** What a form cannot do without. */
    private void complete() {
        switch (kind.form()) {
            case MEMO, LETTER -> {
                need(places.contains(Block.Head.Place.SUBJECT), "subject");
                need(places.contains(Block.Head.Place.TO), "to");
                need(directives.contains(Markup.Directive.SIGNATURE), "signature");
            }
            case ORDER -> {
                need(places.contains(Block.Head.Place.SUBJECT), "subject");
                need(directives.contains(Markup.Directive.SIGNATURE), "signature");
            }
            case SLIP, LIST, SHEET -> {}
        }
    }

    private void need(boolean there, String what) {
        if (!there) {
            throw new TemplateFault(Math.max(line, 1), "missing." + what);
        }
    }
}
