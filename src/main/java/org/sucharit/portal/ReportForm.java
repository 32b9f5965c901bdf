package org.sucharit.portal;

import static org.sucharit.portal.ReportRequest.orNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.ThaiDateField;

/**
 * The report form as it was filled in.
 *
 * @param formId made with the form, so that a form sent twice becomes one case
 * @param officers the appointments chosen from the published list
 * @param accused those written by hand
 */
record ReportForm(
        @Nullable Door door,
        @Nullable String formId,
        @Nullable Kind kind,
        @Nullable String subject,
        @Nullable String details,
        @Nullable ThaiDateField occurredOn,
        @Nullable String place,
        @Nullable List<String> officers,
        @Nullable List<@Nullable Accused> accused,
        @Nullable From reporter,
        @Nullable Boolean protectionAsked,
        @Nullable Boolean declared) {

    /** Rows for the accused on the page. */
    static final int ROWS = 5;

    /** The fields from the top of the page to its end. */
    private static final List<String> ORDER = List.of(
            "channel",
            "kind",
            "subject",
            "details",
            "occurredOn",
            "place",
            "files",
            "officers",
            "accused",
            "reporter",
            "declared");

    record Accused(
            @Nullable String name,
            @Nullable String position,
            @Nullable String unit) {

        static final Accused EMPTY = new Accused(null, null, null);

        public boolean isEmpty() {
            return orNull(name) == null && orNull(position) == null && orNull(unit) == null;
        }
    }

    record From(
            Reporter.@Nullable Mode mode,
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {}

    static ReportForm blank(@Nullable Door door, String formId) {
        return new ReportForm(door, formId, null, null, null, null, null, null, null, null, null, null).tidy();
    }

    /** With the rows that say something first, and as many rows as the page shows. */
    ReportForm tidy() {
        List<@Nullable Accused> tidy = new ArrayList<>();
        for (Accused row : accused == null ? List.<@Nullable Accused>of() : accused) {
            if (row != null && !row.isEmpty()) {
                tidy.add(row);
            }
        }
        while (tidy.size() < ROWS) {
            tidy.add(Accused.EMPTY);
        }
        return new ReportForm(
                door,
                formId,
                kind,
                subject,
                details,
                Objects.requireNonNullElse(occurredOn, ThaiDateField.EMPTY),
                place,
                Objects.requireNonNullElse(officers, List.of()),
                tidy,
                Objects.requireNonNullElse(reporter, new From(null, null, null, null, null)),
                protectionAsked,
                declared);
    }

    ReportForm withId(String otherFormId) {
        return new ReportForm(
                door,
                otherFormId,
                kind,
                subject,
                details,
                occurredOn,
                place,
                officers,
                accused,
                reporter,
                protectionAsked,
                declared);
    }

    /**
     * Of a {@link #tidy} form. Where something is missing the command holds a stand-in for it, good for checking the
     * rest. What an anonymous reporter wrote of themselves is dropped: the page says that it will not be sent.
     *
     * @param published those who can be chosen, by appointment
     * @param wrong takes what is missing
     */
    RegisterComplaint complaint(
            LocalDate today, Map<String, Content.Accused> published, List<Upload> uploads, List<Problem.Field> wrong) {
        From from = Objects.requireNonNull(reporter);
        if (from.mode() == null) {
            wrong.add(Problem.Field.of("reporter.mode", "required"));
        }
        if (!Boolean.TRUE.equals(declared)) {
            wrong.add(Problem.Field.of("declared", "declared"));
        }
        return new ReportRequest(kind, subject, details, occurred(wrong), place, null, null)
                .complaint(
                        today,
                        accused(published, wrong),
                        new ReportRequest.From(from.mode(), from.name(), from.address(), from.phone(), from.email()),
                        Boolean.TRUE.equals(protectionAsked),
                        uploads,
                        wrong);
    }

    /** The problem with its fields in the order of the page. */
    static Problem inOrder(Problem problem) {
        return problem.fields().isEmpty()
                ? problem
                : Problem.invalid(problem.fields().stream()
                        .sorted(Comparator.comparingInt(ReportForm::place))
                        .toList());
    }

    private static int place(Problem.Field field) {
        String name = field.field().split("[.\\[]", 2)[0];
        return ORDER.indexOf(name);
    }

    private @Nullable LocalDate occurred(List<Problem.Field> wrong) {
        try {
            return Objects.requireNonNull(occurredOn).read("occurredOn").orElse(null);
        } catch (Problem noSuchDay) {
            wrong.addAll(noSuchDay.fields());
            return null;
        }
    }

    /** Those written by hand first, so that their places are those of the rows. */
    private List<Content.Accused> accused(Map<String, Content.Accused> published, List<Problem.Field> wrong) {
        List<Content.Accused> all = new ArrayList<>();
        for (Accused row : Objects.requireNonNull(accused)) {
            if (row != null && !row.isEmpty()) {
                all.add(new Content.Accused(orNull(row.name()), orNull(row.position()), orNull(row.unit()), null));
            }
        }
        for (String appointment : new LinkedHashSet<>(Objects.requireNonNull(officers))) {
            Content.Accused chosen = published.get(appointment);
            if (chosen == null) {
                wrong.add(Problem.Field.of("officers", "accused.gone"));
            } else {
                all.add(chosen);
            }
        }
        return all;
    }
}
