package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.Holder;
import org.sucharit.screen.Typed;

/**
 * What the clerk wrote in the form of one channel, read as a complaint. Its fields are named as the problems of the
 * intake name them. What cannot be read at all is gathered, so that it is told together with the intake's own findings.
 */
final class DeskEntry {

    private static final Pattern TIME = Pattern.compile("(\\d{1,2})[.:](\\d{2})(?:\\D*)");
    private static final Pattern ACCUSED = Pattern.compile("accused\\[(\\d{1,2})]\\..+");

    private final Typed typed;
    private final List<Holder> officers;
    private final Map<Particular, String> opening;
    private final List<Problem.Field> unreadable = new ArrayList<>();

    /**
     * @param officers who may be named by id, as accused or to be kept out
     * @param opening what a letter of the chosen opening of the box carries; nothing where none was chosen
     */
    DeskEntry(Typed typed, List<Holder> officers, Map<Particular, String> opening) {
        this.typed = typed;
        this.officers = officers;
        this.opening = opening;
    }

    /** What could not be read by {@link #command}. */
    List<Problem.Field> unreadable() {
        return unreadable;
    }

    /** How many rows for accused people the form has. */
    static int rows(Typed typed) {
        return 1
                + typed.fields().keySet().stream()
                        .map(ACCUSED::matcher)
                        .filter(Matcher::matches)
                        .mapToInt(row -> Integer.parseInt(row.group(1)))
                        .max()
                        .orElse(0);
    }

    /**
     * @param today stands in for days that cannot be read; where there are such, the command must not be carried out
     */
    RegisterComplaint command(ChannelKind channel, LocalDate today, List<Upload> uploads, PersonId clerk) {
        return new RegisterComplaint(
                chosen("kind", Kind.class).orElse(Kind.TIP),
                channel,
                day("receivedOn", true).orElse(today),
                typed.text("subject").strip(),
                typed.text("details").strip(),
                day("occurredOn", false).orElse(null),
                typed.given("place"),
                particulars(channel),
                reporter(),
                accused(),
                keptOut(),
                typed.checked("protectionAsked"),
                uploads,
                clerk);
    }

    private Optional<LocalDate> day(String field, boolean required) {
        try {
            return required
                    ? Optional.of(typed.date(field).require(field))
                    : typed.date(field).read(field);
        } catch (Problem problem) {
            unreadable.addAll(problem.fields());
            return Optional.empty();
        }
    }

    private Map<Particular, String> particulars(ChannelKind channel) {
        if (channel == ChannelKind.BOX) {
            if (opening.isEmpty()) {
                unreadable.add(Problem.Field.of("opening", "box.opening"));
            }
            return opening;
        }
        Map<Particular, String> particulars = new EnumMap<>(Particular.class);
        for (Particular particular : Particular.of(channel)) {
            String field = "particulars." + particular.name();
            String value = switch (particular.form()) {
                case TEXT, READ_BACK, CODES -> typed.given(field);
                case CONFIRMATION -> typed.checked(field) ? "true" : null;
                case TIME -> time(typed.given(field));
                case DATE -> day(field, false).map(LocalDate::toString).orElse(null);
            };
            if (value != null) {
                particulars.put(particular, value);
            }
        }
        return particulars;
    }

    /** As ISO 8601 where it can be read: "9.05" and Thai digits are what people write. */
    private static @Nullable String time(@Nullable String typed) {
        if (typed == null) {
            return null;
        }
        String digits = typed.codePoints()
                .map(c -> Character.digit(c, 10) < 0 ? c : '0' + Character.digit(c, 10))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Matcher time = TIME.matcher(digits);
        return time.matches() ? "%2s:%s".formatted(time.group(1), time.group(2)).replace(' ', '0') : typed;
    }

    private Reporter reporter() {
        Reporter.Identity identity = new Reporter.Identity(
                typed.given("reporter.name"),
                typed.given("reporter.address"),
                typed.given("reporter.phone"),
                typed.given("reporter.email"));
        Reporter.Mode mode = chosen("reporter.mode", Reporter.Mode.class).orElse(Reporter.Mode.CONFIDENTIAL);
        if (mode == Reporter.Mode.ANONYMOUS && !identity.nothingGiven()) {
            unreadable.add(Problem.Field.of("reporter.mode", "entry.identityGiven"));
        }
        return Reporter.of(mode, identity);
    }

    private List<Content.Accused> accused() {
        List<Content.Accused> accused = new ArrayList<>();
        IntStream.range(0, rows(typed)).mapToObj(row -> "accused[" + row + "].").forEach(row -> {
            Optional<Holder> holder = officer(row + "personId", typed.given(row + "personId"));
            String name = typed.given(row + "name");
            String position = typed.given(row + "position");
            String unit = typed.given(row + "unit");
            if (holder.isPresent() || name != null || position != null || unit != null) {
                accused.add(new Content.Accused(
                        name == null ? holder.map(h -> h.person().nameTh()).orElse(null) : name,
                        position == null ? holder.map(h -> h.post().titleTh()).orElse(null) : position,
                        unit == null ? holder.map(h -> h.post().unit().nameTh()).orElse(null) : unit,
                        holder.map(h -> h.person().id()).orElse(null)));
            }
        });
        return accused;
    }

    private Set<PersonId> keptOut() {
        Set<PersonId> keptOut = new LinkedHashSet<>();
        typed.all("keptOut")
                .forEach(id -> officer("keptOut", id)
                        .ifPresent(holder -> keptOut.add(holder.person().id())));
        return keptOut;
    }

    private Optional<Holder> officer(String field, @Nullable String id) {
        Optional<Holder> found = officers.stream()
                .filter(holder -> holder.person().id().toString().equals(id))
                .findFirst();
        if (id != null && found.isEmpty()) {
            unreadable.add(Problem.Field.of(field, "notAllowed"));
        }
        return found;
    }

    private <E extends Enum<E>> Optional<E> chosen(String field, Class<E> type) {
        Optional<E> chosen = Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed.text(field)))
                .findFirst();
        if (chosen.isEmpty()) {
            unreadable.add(Problem.Field.of(field, "required"));
        }
        return chosen;
    }
}
