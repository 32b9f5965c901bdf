package org.sucharit.portal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;

/** A report as it comes in, from a program as this JSON and from the page through {@link ReportForm}. */
record ReportRequest(
        @Nullable Kind kind,
        @Nullable String subject,
        @Nullable String details,
        @Nullable LocalDate occurredOn,
        @Nullable String place,
        @Nullable List<@Nullable Accused> accused,
        @Nullable From reporter) {

    record Accused(
            @Nullable String name,
            @Nullable String position,
            @Nullable String unit) {

        boolean isEmpty() {
            return orNull(name) == null && orNull(position) == null && orNull(unit) == null;
        }

        Content.Accused content() {
            return new Content.Accused(orNull(name), orNull(position), orNull(unit), null);
        }
    }

    record From(
            Reporter.@Nullable Mode mode,
            @Nullable String name,
            @Nullable String address,
            @Nullable String phone,
            @Nullable String email) {

        Reporter.Identity identity() {
            return new Reporter.Identity(orNull(name), orNull(address), orNull(phone), orNull(email));
        }
    }

    /**
     * Where something is missing the command holds a stand-in for it, good for checking the rest.
     *
     * @param wrong takes what is missing
     */
    RegisterComplaint complaint(LocalDate today, List<Problem.Field> wrong) {
        List<Content.Accused> all = new ArrayList<>();
        for (Accused one : accused == null ? List.<@Nullable Accused>of() : accused) {
            if (one == null || one.isEmpty()) {
                wrong.add(Problem.Field.of("accused[" + all.size() + "].name", "required"));
            }
            all.add(Objects.requireNonNullElse(one, new Accused(null, null, null))
                    .content());
        }
        From from = Objects.requireNonNullElse(reporter, new From(null, null, null, null, null));
        if (from.mode() == null) {
            wrong.add(Problem.Field.of("reporter.mode", "required"));
        }
        if (from.mode() == Reporter.Mode.ANONYMOUS && !from.identity().nothingGiven()) {
            wrong.add(Problem.Field.of("reporter.mode", "reporter.anonymous"));
        }
        return complaint(today, all, from, false, List.of(), wrong);
    }

    RegisterComplaint complaint(
            LocalDate today,
            List<Content.Accused> all,
            From from,
            boolean protectionAsked,
            List<Upload> uploads,
            List<Problem.Field> wrong) {
        if (kind == null) {
            wrong.add(Problem.Field.of("kind", "required"));
        }
        return new RegisterComplaint(
                Objects.requireNonNullElse(kind, Kind.TIP),
                ChannelKind.WEB,
                today,
                Objects.requireNonNullElse(orNull(subject), ""),
                Objects.requireNonNullElse(orNull(details), ""),
                occurredOn,
                orNull(place),
                Map.of(),
                Reporter.of(Objects.requireNonNullElse(from.mode(), Reporter.Mode.ANONYMOUS), from.identity()),
                all,
                Set.of(),
                protectionAsked,
                uploads,
                null);
    }

    static @Nullable String orNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
