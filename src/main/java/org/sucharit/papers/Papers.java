package org.sucharit.papers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Route;
import org.sucharit.document.Digits;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Fields;
import org.sucharit.document.Opinion;
import org.sucharit.document.Rendered;
import org.sucharit.document.Signer;
import org.sucharit.document.ThaiDates;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.PostKind;

/**
 * The papers that people's steps give rise to. Each is made from the open case and what the step says, and is then
 * either issued or only shown: an issued paper is never changed, and what is issued again is a new version of the same
 * number that names the one before.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Papers {

    private final PaperText text;
    private final Press press;
    private final Signatures signatures;
    private final Time time;

    Papers(PaperText text, Press press, Signatures signatures, Time time) {
        this.text = text;
        this.press = press;
        this.signatures = signatures;
        this.time = time;
    }

    /** A paper of an open case before it is issued. */
    public final class Prepared {

        private final OpenCase open;
        private final PersonId by;
        private final Draft draft;

        private Prepared(OpenCase open, PersonId by, Draft draft) {
            this.open = open;
            this.by = by;
            this.draft = draft;
        }

        /** Numbers it, seals it into the case and enters it in the register. Other writers wait from here on. */
        public void issue() {
            press.issue(open, draft, by);
        }

        DocumentKind kind() {
            return draft.kind();
        }

        /** As a draft, with no number; nothing is kept of it. */
        public Rendered preview() {
            return press.preview(open, draft);
        }
    }

    /**
     * Sends the screened complaint on to whoever assigns: the head of the personnel unit, or the ปลัด where that unit is
     * kept from the case. There is none where nobody of the house may have it, so that it goes outside.
     */
    public Optional<Prepared> forwardingMemo(OpenCase open, PersonId by, Content.Screening screening) {
        return open.file().route() == Route.EXECUTIVE
                ? Optional.empty()
                : Optional.of(forwardingMemo(open, by, screening, assigner(open)));
    }

    private String assigner(OpenCase open) {
        return signatures.servesBesides(open.keptOut(), PostKind.PERSONNEL_HEAD)
                ? text.of("paper.addressee.personnel")
                : signatures.title(PostKind.CHIEF_ADMINISTRATOR);
    }

    private Prepared forwardingMemo(OpenCase open, PersonId by, Content.Screening screening, String addressee) {
        Fields fields = ofCase(open)
                .text("addressee", addressee)
                .lines("facts", open.report().details())
                .lines("considerations", screening.reason());
        return prepared(
                open,
                by,
                new Draft(
                        DocumentKind.FORWARDING_MEMO,
                        open.file(),
                        text.of("paper.unit.intake"),
                        fields,
                        signatures.of(by)));
    }

    /**
     * Tells whoever complained that the complaint is here: once in a case, and only where a letter or a mail reaches
     * them (Royal Decree on Good Governance B.E. 2546, s. 38).
     */
    public Optional<Prepared> acknowledgementLetter(OpenCase open, PersonId by) {
        return unacknowledged(open).map(addressee -> acknowledgementLetter(open, by, name(addressee)));
    }

    /** The same letter without the name, for whoever has not opened who reports. */
    public Optional<Prepared> acknowledgementLetterToNobody(OpenCase open, PersonId by) {
        return unacknowledged(open)
                .map(addressee -> acknowledgementLetter(open, by, text.of("paper.addressee.reporter")));
    }

    private static Optional<Addressee> unacknowledged(OpenCase open) {
        boolean acknowledged =
                open.files().stream().anyMatch(file -> file.document() == DocumentKind.ACKNOWLEDGEMENT_LETTER);
        return acknowledged ? Optional.empty() : Addressee.of(open);
    }

    private Prepared acknowledgementLetter(OpenCase open, PersonId by, String addressee) {
        return letter(
                open, by, DocumentKind.ACKNOWLEDGEMENT_LETTER, ofCase(open).text("addressee", addressee));
    }

    /**
     * Appoints the investigator, or the committee that the investigator chairs; signed by whoever assigns.
     *
     * @param committee those of the members who are named in it
     */
    public Prepared appointmentOrder(
            OpenCase open, PersonId assigner, Content.Assignment assignment, Set<PersonId> committee) {
        List<Fields> appointees = new ArrayList<>();
        appointees.add(appointee(assignment.investigator(), committee.isEmpty() ? "" : text.of("committee.CHAIR")));
        assignment.members().stream()
                .filter(member -> committee.contains(member.person()))
                .map(member -> appointee(member.person(), text.of("committee." + member.role())))
                .forEach(appointees::add);
        Fields fields = ofCase(open)
                .flag("committee", !committee.isEmpty())
                .rows("appointees", appointees)
                .date("reportBy", open.file().dueOn());
        return prepared(open, assigner, signed(DocumentKind.APPOINTMENT_ORDER, open, fields, assigner));
    }

    /** The order on the assignment that was filed last. */
    public Prepared appointmentOrder(OpenCase open) {
        Filed<Content.Assignment> filed = open.all(Content.Assignment.class).getLast();
        return appointmentOrder(
                open,
                Objects.requireNonNull(filed.by()),
                filed.content(),
                open.file().committee());
    }

    private Fields appointee(PersonId person, String role) {
        Signer signer = signatures.of(person);
        return new Fields()
                .text("name", signer.name())
                .text("post", signer.post())
                .text("role", role);
    }

    /**
     * Lays the findings before those who judge them, with the opinions and the directive of this round so far.
     *
     * @param awaited the posts whose opinions are still to come, in order
     * @param decider the post whose directive it ends with
     * @param unfiled what is being said now and does not stand in the case yet: findings, an opinion, a directive
     */
    public Prepared findingsMemo(
            OpenCase open, PersonId by, List<PostKind> awaited, PostKind decider, Content... unfiled) {
        List<Filed<Content.Findings>> rounds = open.thisRound(Content.Findings.class);
        Optional<Content.Findings> typed =
                among(Content.Findings.class, unfiled).findFirst();
        Content.Findings findings = typed.orElseGet(() -> rounds.getLast().content());
        PersonId author = typed.isPresent()
                ? by
                : Objects.requireNonNullElse(rounds.getLast().by(), by);
        List<Opinion> opinions = new ArrayList<>();
        if (typed.isEmpty()) {
            opinions.addAll(given(open, rounds.getLast().at(), unfiled));
        }
        awaited.forEach(post -> opinions.add(Opinion.awaited(signatures.title(post))));
        if (opinions.stream().noneMatch(opinion -> opinion.kind() == Opinion.Kind.DIRECTIVE)) {
            opinions.add(Opinion.awaitedDirective(signatures.title(decider)));
        }
        Fields fields = ofCase(open)
                .text("addressee", text.addressee(decider))
                .list("background", List.of())
                .lines("facts", findings.facts())
                .list(
                        "considerations",
                        List.of(
                                text.of("findings.result." + findings.result() + ".sentence"),
                                findings.reasoning(),
                                findings.recommendation()));
        return prepared(
                open,
                by,
                new Draft(
                        DocumentKind.FINDINGS_MEMO,
                        open.file(),
                        text.of("paper.unit.personnel"),
                        fields,
                        inCommittee(open.file(), signatures.of(author)),
                        members(open),
                        opinions,
                        directed(opinions),
                        rounds.isEmpty() ? null : rounds.getFirst().at()));
    }

    /** Whoever gave the directive, which makes the memo final: the organisation's key signs it for them. */
    private static @Nullable Signer directed(List<Opinion> opinions) {
        return opinions.stream()
                .filter(opinion -> opinion.kind() == Opinion.Kind.DIRECTIVE)
                .map(Opinion::given)
                .filter(Objects::nonNull)
                .map(Opinion.Given::signer)
                .findFirst()
                .orElse(null);
    }

    private Signer inCommittee(CaseFile file, Signer chair) {
        return file.committee().isEmpty() ? chair : chair.as(text.of("committee.CHAIR"));
    }

    /** Who inquired together with the investigator, in the order of their appointment. */
    private List<Signer> members(OpenCase open) {
        Set<PersonId> committee = open.file().committee();
        List<Filed<Content.Assignment>> assignments = open.all(Content.Assignment.class);
        return assignments.isEmpty()
                ? List.of()
                : assignments.getLast().content().members().stream()
                        .filter(member -> committee.contains(member.person()))
                        .map(member -> signatures.of(member.person()).as(text.of("committee." + member.role())))
                        .toList();
    }

    private List<Opinion> given(OpenCase open, Instant since, Content... unfiled) {
        List<Opinion> given = new ArrayList<>();
        open.thisRound(Content.Opinion.class).stream()
                .filter(filed -> !filed.at().isBefore(since))
                .forEach(filed -> given.add(block(filed.content(), Time.dayOf(filed.at()))));
        among(Content.Opinion.class, unfiled).forEach(opinion -> given.add(block(opinion, time.today())));
        open.thisRound(Content.MayorDirective.class).stream()
                .filter(filed -> !filed.at().isBefore(since))
                .forEach(filed -> given.add(block(filed.content(), Time.dayOf(filed.at()))));
        among(Content.MayorDirective.class, unfiled).forEach(directive -> given.add(block(directive, time.today())));
        return given;
    }

    private Opinion block(Content.Opinion given, LocalDate day) {
        return Opinion.of(
                given.postTitle(),
                text.of("opinion.view." + given.view()),
                given.text(),
                signer(given.signer(), given.postTitle(), given.actingOrder()),
                day);
    }

    private Opinion block(Content.MayorDirective given, LocalDate day) {
        return Opinion.directive(
                given.postTitle(),
                text.of("directive." + given.directive()),
                given.text(),
                signer(given.signer(), given.postTitle(), given.actingOrder()),
                day);
    }

    private static Signer signer(String name, String post, @Nullable String actingOrder) {
        return actingOrder == null
                ? new Signer(name, post)
                : new Signer(name, "", new Signer.Acting(post, actingOrder));
    }

    private static <T extends Content> Stream<T> among(Class<T> kind, Content... contents) {
        return Arrays.stream(contents).filter(kind::isInstance).map(kind::cast);
    }

    /**
     * Asks for more time. Make it while the old due date stands.
     *
     * @param decider the post that decides
     */
    public Prepared extensionMemo(OpenCase open, PersonId by, Content.ExtensionRequest request, PostKind decider) {
        Opinion awaited = Opinion.awaitedDirective(signatures.title(decider));
        return prepared(open, by, extension(open.file(), ofCase(open), by, request, decider, awaited, null));
    }

    /** The same memo with what was decided on it. Make it while the old due date stands. */
    public Prepared extensionMemo(OpenCase open, PersonId by, Content.ExtensionDecision decision, PostKind decider) {
        Filed<Content.ExtensionRequest> asked =
                open.thisRound(Content.ExtensionRequest.class).getLast();
        Signer signer = signatures.in(by, decider);
        String verdict = decision.until() == null
                ? text.of("paper.extension.refused")
                : text.of("paper.extension.granted", ThaiDates.full(decision.until(), Digits.ARABIC));
        Signer.@Nullable Acting acting = signer.acting();
        Opinion given = Opinion.directive(
                acting == null ? signer.post() : acting.post(), verdict, decision.reason(), signer, time.today());
        PersonId asker = Objects.requireNonNullElse(asked.by(), by);
        return prepared(
                open, by, extension(open.file(), ofCase(open), asker, asked.content(), decider, given, asked.at()));
    }

    private Draft extension(
            CaseFile file,
            Fields fields,
            PersonId asker,
            Content.ExtensionRequest request,
            PostKind decider,
            Opinion directive,
            @Nullable Instant since) {
        fields.text("addressee", text.addressee(decider))
                .lines("reasons", request.reason())
                .date("until", request.until())
                .number("days", ChronoUnit.DAYS.between(file.dueOn(), request.until()));
        return new Draft(
                DocumentKind.EXTENSION_MEMO,
                file,
                text.of("paper.unit.personnel"),
                fields,
                signatures.of(asker),
                List.of(),
                List.of(directive),
                directed(List.of(directive)),
                since);
    }

    /** Hands the case to an authority outside. */
    public Prepared referralLetter(OpenCase open, PersonId by, Content.Referral referral) {
        Fields fields = ofCase(open)
                .text("addressee", referral.authority())
                .lines("reasons", referral.text())
                .list("references", List.of())
                .list("enclosures", List.of(text.of("paper.enclosure.complaint")));
        return letter(open, by, DocumentKind.REFERRAL_LETTER, fields);
    }

    /**
     * Tells whoever complained what was decided, where a letter or a mail reaches them.
     *
     * @param outcome nothing about others
     */
    public Optional<Prepared> outcomeLetter(OpenCase open, PersonId by, String outcome) {
        return Addressee.of(open).map(addressee -> outcomeLetter(open, by, name(addressee), outcome));
    }

    /** The same letter without the name, for whoever has not opened who reports. */
    public Optional<Prepared> outcomeLetterToNobody(OpenCase open, PersonId by, String outcome) {
        return Addressee.of(open)
                .map(addressee -> outcomeLetter(open, by, text.of("paper.addressee.reporter"), outcome));
    }

    private Prepared outcomeLetter(OpenCase open, PersonId by, String addressee, String outcome) {
        Fields fields = ofCase(open)
                .text("addressee", addressee)
                .date("decidedOn", open.file().decidedOn().orElseGet(time::today))
                .lines(
                        "outcome",
                        given(open).map(ready -> outcome + "\n" + ready).orElse(outcome));
        return letter(open, by, DocumentKind.OUTCOME_LETTER, fields);
    }

    /** That files lie ready for whoever complained; they go by no other way. */
    private Optional<String> given(OpenCase open) {
        int files = open.filesGiven();
        return files == 0 ? Optional.empty() : Optional.of(text.of("paper.filesReady", Integer.toString(files)));
    }

    private String name(Addressee addressee) {
        return addressee.name().isEmpty() ? text.of("paper.addressee.reporter") : addressee.name();
    }

    private Prepared letter(OpenCase open, PersonId by, DocumentKind kind, Fields fields) {
        return prepared(open, by, signed(kind, open, fields, by));
    }

    /** What goes out in somebody's name: a letter, an order. */
    private Draft signed(DocumentKind kind, OpenCase open, Fields fields, PersonId by) {
        Signer signer = signatures.of(by);
        return new Draft(kind, open.file(), "", fields, signer, List.of(), List.of(), signer, null);
    }

    private Prepared prepared(OpenCase open, PersonId by, Draft draft) {
        return new Prepared(open, by, draft);
    }

    private Fields ofCase(OpenCase open) {
        return text.ofCase(open.file(), open.subject());
    }
}
