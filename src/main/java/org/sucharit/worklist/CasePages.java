package org.sucharit.worklist;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Matches;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Examined;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Upload;
import org.sucharit.decision.Closing;
import org.sucharit.intake.Particular;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.papers.Bundles;
import org.sucharit.register.Register;
import org.sucharit.screen.Thai;
import org.sucharit.signing.Level;
import org.sucharit.signing.Signing;
import org.sucharit.signing.Verification;
import org.sucharit.vault.Ground;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.wording.CaseText;
import org.sucharit.worklist.CasePage.Attachment;
import org.sucharit.worklist.CasePage.Card;
import org.sucharit.worklist.CasePage.Leaf;
import org.sucharit.worklist.CasePage.Line;
import org.sucharit.worklist.CasePage.Progress;
import org.sucharit.worklist.CasePage.Shown;
import org.sucharit.worklist.CasePage.Stage;

/** Makes the page of a case for an officer who can open it. */
@Component
@Transactional(readOnly = true)
class CasePages {

    private static final int SHOWN = 20;
    private static final int MOST = 1_000;

    /** Stands for the report in the map of attachments: what came with it is attached to no leaf. */
    private static final UUID NO_FOLIO = new UUID(0, 0);

    private final CaseFiles cases;
    private final CaseTasks tasks;
    private final CaseLeaves leaves;
    private final CaseTimeline timeline;
    private final CaseText text;
    private final Register register;
    private final Vault vault;
    private final Closing closing;
    private final Matches matches;
    private final Signing signing;
    private final Thai thai;

    CasePages(
            CaseFiles cases,
            CaseTasks tasks,
            CaseLeaves leaves,
            CaseTimeline timeline,
            CaseText text,
            Register register,
            Vault vault,
            Closing closing,
            Matches matches,
            Signing signing,
            Thai thai) {
        this.cases = cases;
        this.tasks = tasks;
        this.leaves = leaves;
        this.timeline = timeline;
        this.text = text;
        this.register = register;
        this.vault = vault;
        this.closing = closing;
        this.matches = matches;
        this.signing = signing;
        this.thai = thai;
    }

    /** The address of a case. */
    static String base(String org, CaseId id) {
        return "/" + org + "/desk/cases/" + id;
    }

    /**
     * @param chosen the task whose form is shown; the most urgent of the officer's own where it is none of them
     * @param whole whether long lists are shown to their end
     * @throws Problem not found, where the officer cannot open the case
     */
    CasePage page(Officer officer, CaseId id, String org, @Nullable String chosen, boolean whole) {
        OpenCase open = cases.open(officer, id);
        CaseFile file = open.file();
        int most = whole ? MOST : SHOWN;
        Map<UUID, List<Attachment>> attached = attachments(open, org);
        List<Card> cards = tasks.cards(officer, open);
        Optional<Card> now = cards.stream()
                .filter(Card::mine)
                .max(Comparator.comparing(card -> card.id().equals(chosen)));
        List<Filed<? extends Content>> folios = open.folios();
        return new CasePage(
                base(org, id),
                head(open, cards),
                marks(file),
                now.map(card -> tasks.task(officer, open, card, org, attached)).orElse(null),
                cards.stream().filter(card -> !now.equals(Optional.of(card))).toList(),
                report(open, attached),
                parties(open),
                possible(officer, open),
                leaves(folios, CaseLeaves.Part.DECISIONS, attached, most),
                leaves(folios, CaseLeaves.Part.EVIDENCE, attached, most),
                leaves(folios, CaseLeaves.Part.CONTACT, attached, most),
                documents(open, org),
                Shown.latest(timeline.of(register.ofCase(id)), most),
                stages(file),
                may(officer, file));
    }

    /** @throws Problem not found, where the officer cannot open the case or the case has no such file */
    FileView file(Officer officer, CaseId id, UUID fileId) {
        return file(cases.open(officer, id), fileId);
    }

    /** A paper of the office's own that does not tell who reported. */
    Upload read(Officer officer, CaseId id, UUID fileId) {
        OpenCase open = cases.open(officer, id);
        FileView view = file(open, fileId);
        return open.read(fileId).named(text.fileName(view));
    }

    private static FileView file(OpenCase open, UUID fileId) {
        return open.files().stream()
                .filter(file -> file.id().equals(fileId))
                .findFirst()
                .orElseThrow(Problem::notFound);
    }

    private CasePage.Head head(OpenCase open, List<Card> cards) {
        CaseFile file = open.file();
        boolean running = file.state().open() && file.metOn().isEmpty();
        return new CasePage.Head(
                text.number(file.number()),
                file.kind().confidential(),
                text.of("kind." + file.kind()),
                text.of("case.state." + file.state()),
                open.subject(),
                file.receivedOn(),
                file.dueOn(),
                running ? thai.daysUntil(file.dueOn()) : null,
                cards.isEmpty() ? null : cards.getFirst().waitsFor());
    }

    private List<String> marks(CaseFile file) {
        List<String> marks = new ArrayList<>();
        if (file.reprisalReported()) {
            marks.add(text.of("case.mark.reprisal"));
        }
        if (file.protectionAsked()) {
            marks.add(text.of("case.mark.protection"));
        }
        if (file.keeping().held()) {
            marks.add(text.of("case.mark.held"));
        }
        if (file.keeping().purgeAskedBy().isPresent()) {
            marks.add(text.of("case.mark.purgeAsked"));
        }
        if (!file.firstDueOn().equals(file.dueOn())) {
            marks.add(text.of("case.mark.firstDue", thai.date(file.firstDueOn())));
        }
        if (file.round() > 1) {
            marks.add(text.of("case.mark.round", thai.number(file.round())));
        }
        file.outcome().ifPresent(outcome -> marks.add(text.of("case.mark.outcome", text.of("outcome." + outcome))));
        return marks;
    }

    private CasePage.Report report(OpenCase open, Map<UUID, List<Attachment>> attached) {
        Filed<Content.Report> first = open.all(Content.Report.class).getFirst();
        Content.Report report = first.content();
        List<Line> facts = new ArrayList<>();
        facts.add(new Line(
                text.of("case.channel"), text.of("channel." + open.file().channel())));
        if (report.occurredOn() != null) {
            facts.add(new Line(text.of("case.occurredOn"), thai.fullDate(report.occurredOn())));
        }
        if (report.place() != null && !report.place().isBlank()) {
            facts.add(new Line(text.of("case.place"), report.place()));
        }
        for (Particular particular : Particular.values()) {
            String value = report.particulars().get(particular.name());
            if (value != null && !value.isBlank() && !particular.tellsReporter()) {
                facts.add(new Line(text.of("particular." + particular), written(particular, value)));
            }
        }
        List<Attachment> files = new ArrayList<>(attached.getOrDefault(NO_FOLIO, List.of()));
        files.addAll(attached.getOrDefault(first.id(), List.of()));
        return new CasePage.Report(report.subject(), report.details(), facts, files);
    }

    private String written(Particular particular, String value) {
        return switch (particular.form()) {
            case DATE -> day(value);
            case CONFIRMATION -> text.of("case.yes");
            case READ_BACK -> text.of("readBack." + value);
            case TIME -> thai.digits(value);
            case TEXT -> value;
            case CODES ->
                Arrays.stream(value.split(" "))
                        .map(code -> text.of("mail.trouble." + code))
                        .collect(Collectors.joining("\n"));
        };
    }

    private String day(String value) {
        try {
            return thai.fullDate(LocalDate.parse(value));
        } catch (DateTimeParseException writtenOtherwise) {
            return value;
        }
    }

    private CasePage.Parties parties(OpenCase open) {
        String mode = "reporter.mode." + open.file().reporterMode();
        return new CasePage.Parties(
                open.all(Content.Accused.class).stream()
                        .map(filed -> leaves.accused(filed.content()))
                        .distinct()
                        .toList(),
                text.of(mode),
                open.tellsReporter());
    }

    /** Nobody for an officer who is not to judge. */
    private List<CasePage.Possible> possible(Officer officer, OpenCase open) {
        return matches.mayJudge(officer, open)
                ? matches.unjudged(open).stream()
                        .map(match -> new CasePage.Possible(
                                match.person().toString(),
                                text.name(match.person()),
                                text.of("match.because." + match.likeness(), match.written()),
                                match.mustBeJudged()))
                        .toList()
                : List.of();
    }

    private Shown<Leaf> leaves(
            List<Filed<? extends Content>> folios,
            CaseLeaves.Part part,
            Map<UUID, List<Attachment>> attached,
            int most) {
        List<Filed<? extends Content>> newestFirst = new ArrayList<>();
        boolean first = true;
        for (Filed<? extends Content> filed : folios) {
            boolean merged = filed.content() instanceof Content.Report && !first;
            if (merged
                    ? part == CaseLeaves.Part.EVIDENCE
                    : CaseLeaves.part(filed.content()).equals(Optional.of(part))) {
                newestFirst.addFirst(filed);
            }
            first &= !(filed.content() instanceof Content.Report);
        }
        Shown<Filed<? extends Content>> shown = Shown.latest(newestFirst, most);
        return new Shown<>(
                shown.items().stream()
                        .map(filed -> leaves.leaf(filed, attached))
                        .toList(),
                shown.more());
    }

    private Map<UUID, List<Attachment>> attachments(OpenCase open, String org) {
        Map<UUID, List<Attachment>> attached = new HashMap<>();
        for (FileView file : open.files()) {
            if (file.document() == null) {
                attached.computeIfAbsent(file.folio() == null ? NO_FOLIO : file.folio(), folio -> new ArrayList<>())
                        .add(attachment(file, base(org, open.id()) + "/files/" + file.id()));
            }
        }
        return attached;
    }

    private Attachment attachment(FileView file, String href) {
        return new Attachment(
                file.name(),
                href,
                Math.max(1, file.size() / 1024),
                file.isPictured() ? href + "/thumbnail" : null,
                note(file).map(text::of).orElse(null));
    }

    private static Optional<String> note(FileView file) {
        Examined.Scan scan =
                file.examined() == null ? Examined.Scan.NONE : file.examined().scan();
        return switch (scan) {
            case WAITING -> Optional.of("case.file.waiting");
            case FOUND -> Optional.of("case.file.found");
            case NONE, CLEAN -> file.disagrees() ? Optional.of("case.file.disagree") : Optional.empty();
        };
    }

    /** The latest version of each first. */
    private List<CasePage.Document> documents(OpenCase open, String org) {
        return open.files().reversed().stream()
                .filter(file -> file.document() != null)
                .map(file -> new CasePage.Document(
                        text.of("document." + file.document()),
                        file.number() == null ? null : thai.digits(file.number()),
                        state(file),
                        signature(open, file, org),
                        file.missing().isEmpty()
                                ? null
                                : text.of("case.document.missing", String.join(" ", file.missing())),
                        file.tellsReporter(),
                        base(org, open.id()) + "/files/" + file.id(),
                        Bundles.takes(file) ? file.id() : null))
                .toList();
    }

    private @Nullable String signature(OpenCase open, FileView document, String org) {
        String signature = document.signature();
        if (signature == null) {
            return null;
        }
        if (Arrays.stream(Level.values()).noneMatch(level -> level.name().equals(signature))) {
            return text.of("case.document.unsigned", text.of("case.document.unsigned." + signature));
        }
        if (document.tellsReporter()) {
            return text.of("case.document.signedUnseen");
        }
        Verification verified = signing.verify(org, open.read(document.id()).bytes());
        return text.of(
                verified instanceof Verification.Valid valid && valid.byUs()
                        ? "case.document.signed"
                        : "case.document.broken");
    }

    private String state(FileView document) {
        String version =
                text.of("case.document.version", thai.number(document.version()), thai.moment(document.filedAt()));
        return document.pages() == null
                ? version
                : text.of("case.document.pages", version, thai.number(document.pages()));
    }

    private List<Stage> stages(CaseFile file) {
        List<CaseState> states = CaseStages.of(file);
        int here = states.indexOf(file.state());
        List<Stage> stages = new ArrayList<>();
        for (int n = 0; n < states.size(); n++) {
            Progress progress = n < here ? Progress.PASSED : n == here ? Progress.HERE : Progress.AHEAD;
            stages.add(new Stage(stage(states.get(n)), progress));
        }
        return stages;
    }

    private String stage(CaseState state) {
        return text.of(state.step().map(step -> "step." + step).orElse("case.state." + state));
    }

    private CasePage.May may(Officer officer, CaseFile file) {
        boolean open = file.state().open();
        return new CasePage.May(
                open,
                open && file.investigator().equals(Optional.of(officer.id())),
                vault.reachesReporter(file.id()),
                !open,
                open && file.committee().contains(officer.id()),
                vault.grounds(file.id()).get(officer.id()) == Ground.KEEPER);
    }
}
