package org.sucharit.document;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Words the papers of a case: turns what differs from case to case into whole memos and letters. */
final class Drafting {

    private final Wording wording;
    private final Heading heading;

    Drafting(Wording wording, Heading heading) {
        this.wording = wording;
        this.heading = heading;
    }

    Memo memo(ForwardingMemo memo) {
        Map<String, String> values = values(memo.matter());
        values.put("addressee", memo.addressee());
        List<String> considerations = new ArrayList<>(memo.considerations());
        considerations.add(wording.get("forwarding.request", values));
        return new Memo(
                heading,
                wording.get("forwarding.subject", values),
                memo.addressee(),
                List.of(
                        section("background", List.of(wording.get(origin(memo.matter()), values))),
                        section("facts", memo.facts()),
                        section("considerations", considerations)),
                wording.get("forwarding.closing"),
                memo.signer(),
                List.of());
    }

    Memo memo(FindingsMemo memo) {
        Map<String, String> values = values(memo.matter());
        List<String> background = new ArrayList<>();
        background.add(wording.get(origin(memo.matter()), values));
        if (memo.matter().isExtended()) {
            background.add(wording.get("matter.extended", values));
        }
        background.addAll(memo.background());
        return new Memo(
                heading,
                wording.get("findings.subject", values),
                memo.addressee(),
                List.of(
                        section("background", background),
                        section("facts", memo.facts()),
                        section("considerations", memo.considerations())),
                "",
                memo.signer(),
                memo.opinions());
    }

    Memo memo(OverdueMemo memo) {
        Map<String, String> values = values(memo.matter());
        long late = ChronoUnit.DAYS.between(memo.matter().dueOn(), heading.date());
        String stage = late > 0 ? "late" : late == 0 ? "due" : "near";
        values.put("days", Long.toString(Math.abs(late)));
        values.put("holder", memo.holder());
        values.put("step", memo.step());
        List<String> background = new ArrayList<>();
        background.add(wording.get(origin(memo.matter()), values));
        background.add(wording.get("matter.term", values));
        if (memo.matter().isExtended()) {
            background.add(wording.get("matter.extended", values));
        }
        List<String> facts = new ArrayList<>();
        facts.add(wording.get("overdue.fact." + stage, values));
        facts.add(wording.get("overdue.holder", values));
        return new Memo(
                heading,
                wording.get("overdue.subject." + stage, values),
                memo.addressee(),
                List.of(
                        section("background", background),
                        section("facts", facts),
                        section("progress", memo.progress()),
                        section("considerations", List.of(wording.get("overdue.request." + stage, values)))),
                "",
                memo.signer(),
                List.of());
    }

    Letter letter(ReferralLetter letter) {
        Map<String, String> values = values(letter.matter());
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(wording.get(origin(letter.matter()), values));
        paragraphs.addAll(letter.reasons());
        paragraphs.add(wording.get("referral.request", values));
        return new Letter(
                heading,
                wording.get("referral.subject", values),
                letter.addressee(),
                letter.references(),
                letter.enclosures(),
                paragraphs,
                letter.signer());
    }

    /** What every sentence about the case may name. */
    Map<String, String> values(Matter matter) {
        Map<String, String> values = new HashMap<>();
        values.put("organisation", heading.issuer().organisation());
        values.put("registerNumber", matter.registerNumber());
        values.put("kind", matter.kind());
        values.put("channel", matter.channel());
        values.put("matter", matter.subject());
        values.put("receivedOn", date(matter.receivedOn()));
        values.put("firstDueOn", date(matter.firstDueOn()));
        values.put("dueOn", date(matter.dueOn()));
        return values;
    }

    String date(LocalDate day) {
        return ThaiDates.full(day, heading.digits());
    }

    static String origin(Matter matter) {
        return matter.subject().isBlank() ? "matter.origin.sealed" : "matter.origin";
    }

    private Section section(String name, List<String> paragraphs) {
        return new Section(wording.get("section." + name), paragraphs);
    }
}
