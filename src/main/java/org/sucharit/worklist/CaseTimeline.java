package org.sucharit.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.PersonId;
import org.sucharit.register.Entry;
import org.sucharit.screen.Thai;
import org.sucharit.screen.TimelineEntry;
import org.sucharit.wording.CaseText;

/** Tells from the register what happened to a case: who did what, and when. */
@Component
class CaseTimeline {

    private final CaseText text;
    private final Thai thai;

    CaseTimeline(CaseText text, Thai thai) {
        this.text = text;
        this.thai = thai;
    }

    /** Newest first. */
    List<TimelineEntry> of(List<Entry> entries) {
        return entries.reversed().stream()
                .map(entry -> new TimelineEntry(entry.at(), text.of("act." + entry.act()), who(entry), note(entry)))
                .toList();
    }

    private String who(Entry entry) {
        return switch (entry.act()) {
            case MESSAGE_RECEIVED, WITHDRAWAL_ASKED, REPRISAL_REPORTED, IDENTITY_ANSWERED, REBUTTED, SURVEY_ANSWERED ->
                text.of("case.by.reporter");
            default -> entry.doneBy().map(text::name).orElseGet(() -> text.of("case.by.system"));
        };
    }

    private @Nullable String note(Entry entry) {
        String detail = entry.detail();
        if (detail == null) {
            return null;
        }
        return switch (entry.act()) {
            case RECEIVED, REOPENED, REMINDED -> text.of("case.history.due", day(detail));
            case EXTENSION_REQUESTED -> text.of("case.history.until", day(detail));
            case SCREENED -> text.of("screening." + detail);
            case OPINION_GIVEN -> text.of("opinion.view." + (detail.equals("RETURNED") ? "RETURN" : detail));
            case DIRECTED -> text.of("directive." + detail);
            case CLOSED -> text.of("outcome." + detail);
            case DOCUMENT_ISSUED -> document(detail);
            case EXPORTED -> text.of("export.purpose." + detail.substring(0, detail.indexOf(' ')));
            case ESCALATED -> text.of("case.history.escalated", text.of("post." + detail));
            case SCREENING_CONFIRMED, GRIEVANCE_CONFIRMED ->
                text.of(detail.equals("AGREED") ? "case.agreed" : "case.returned");
            case EXTENSION_DECIDED -> text.of(detail.equals("GRANTED") ? "case.granted" : "case.refused");
            case WITHDRAWAL_DECIDED -> text.of(detail.equals("CONTINUE") ? "case.goesOn" : "case.stops");
            case GRANTED, STOOD_DOWN, HANDED_OVER -> text.name(PersonId.of(detail));
            default -> null;
        };
    }

    /** "FINDINGS_MEMO 2"; entries of before versions were told have the kind alone. */
    private String document(String detail) {
        int space = detail.indexOf(' ');
        return space < 0
                ? text.of("document." + detail)
                : text.of(
                        "case.history.issued",
                        text.of("document." + detail.substring(0, space)),
                        thai.digits(detail.substring(space + 1)));
    }

    private String day(String detail) {
        return thai.date(LocalDate.parse(detail));
    }
}
