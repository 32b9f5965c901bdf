package org.sucharit.casefile;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.document.DocumentKind;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Numbers;
import org.sucharit.register.Register;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Recovery;
import org.sucharit.vault.ReporterKey;
import org.sucharit.vault.Vault;

/**
 * The case files of the current organisation. Whoever reads content does so through {@link #open}, with a grant; what
 * runs without a signed-in person gets {@link #file}, which says nothing of the content, and can add to a case only by
 * sealing to it.
 */
@Component
@Transactional
public class CaseFiles {

    static final String SUBJECT = "subject";

    /** Kinds of leaf that come from the reporter after the report. */
    private static final Set<String> REPORTERS_OWN = Set.of(
            Content.MessageFromReporter.class.getSimpleName(),
            Content.Withdrawal.class.getSimpleName(),
            Content.Reprisal.class.getSimpleName(),
            Content.Rebuttal.class.getSimpleName());

    /** A leaf as it is seen without the key of its case. */
    public record Unopened(
            Class<? extends Content> kind, @Nullable PersonId by, Instant at) {}

    private final CaseFileRepository cases;
    private final EntityManager entities;
    private final Folios folios;
    private final SealedFiles files;
    private final GivenFiles given;
    private final FolioRepository folioRows;
    private final Vault vault;
    private final Recovery recovery;
    private final Register register;
    private final Numbers numbers;
    private final Time time;
    private final ApplicationEventPublisher events;

    CaseFiles(
            CaseFileRepository cases,
            EntityManager entities,
            Folios folios,
            SealedFiles files,
            GivenFiles given,
            FolioRepository folioRows,
            Vault vault,
            Recovery recovery,
            Register register,
            Numbers numbers,
            Time time,
            ApplicationEventPublisher events) {
        this.cases = cases;
        this.entities = entities;
        this.folios = folios;
        this.files = files;
        this.given = given;
        this.folioRows = folioRows;
        this.vault = vault;
        this.recovery = recovery;
        this.register = register;
        this.numbers = numbers;
        this.time = time;
        this.events = events;
    }

    /** Opens a new case file and seals what was received. The key in the result is held by nobody yet. */
    public OpenCase begin(BeginCase command) {
        CaseKey key = vault.create(command.id());
        CaseFile file = new CaseFile(
                command, command.route(), key.seal(SUBJECT, command.report().subject()), time.now());
        entities.persist(file);
        OpenCase open = new OpenCase(file, key, folios, files);
        OpenCase.Filing report = open.add(command.enteredBy(), command.report());
        identity(command.reporter()).ifPresent(identity -> open.add(command.enteredBy(), identity));
        Optional.ofNullable(command.origin()).ifPresent(origin -> open.add(command.enteredBy(), origin));
        command.accused().forEach(accused -> open.add(command.enteredBy(), accused));
        command.keptOut().forEach(keptOut -> open.add(command.enteredBy(), keptOut));
        register.append(Note.of(Act.RECEIVED, command.id(), command.enteredBy())
                .detail(command.dueOn().toString())
                .content(report.bytes()));
        return open;
    }

    /** Gives the new case its register number. Do it last in the transaction: other writers wait from here on. */
    public RegisterNumber number(OpenCase open) {
        CaseFile file = open.file();
        RegisterNumber.Series series =
                file.kind().confidential() ? RegisterNumber.Series.SECRET : RegisterNumber.Series.GENERAL;
        int year = file.enteredAt().atZone(Time.BANGKOK).getYear() + 543;
        file.number(numbers.next("complaint-" + series.name(), year), year);
        return file.number();
    }

    /** @throws Problem not found, where the officer holds no active grant or the case was never there */
    public OpenCase open(Officer officer, CaseId id) {
        CaseKey key = vault.open(officer, id);
        return new OpenCase(file(id), key, folios, files);
    }

    /** With a key that was put together again from recovery sheets. */
    public OpenCase open(CaseKey recovered) {
        return new OpenCase(file(recovered.caseId()), recovered, folios, files);
    }

    /**
     * Opens who reported, for one person and one reason: it stands in the file and the register, and the reporter is
     * told.
     *
     * @param told the words in which the reporter reads it
     */
    public Revealed openIdentity(OpenCase open, PersonId by, String reason, String told) {
        OpenCase.Filing filing = open.addForReporter(by, new Content.IdentityOpened(reason), told);
        register.append(Note.of(Act.IDENTITY_OPENED, open.id(), by).content(filing.bytes()));
        return open.forLetter();
    }

    /**
     * Gives the case another key and seals all of it anew, so that whoever held the old one and lost the case has
     * nothing of it from here on.
     */
    public void rotate(OpenCase open, PersonId by) {
        CaseKey old = open.key();
        CaseKey anew = vault.rotate(old);
        folios.reseal(open.file(), old, anew);
        files.reseal(open.file(), old, anew);
        open.file().reseal(anew.seal(SUBJECT, old.open(SUBJECT, open.file().sealedSubject())));
        open.use(anew);
        recovery.protect(anew, open.keptOut());
        register.append(Note.of(Act.RESEALED, open.id(), by));
    }

    /**
     * As {@link #open}, for a case that may only wait for the officer: to give its key to who comes after them, and to
     * see first from whom it is kept. Nothing else of it may be read.
     */
    public OpenCase openToHandOver(Officer officer, CaseId id) {
        return new OpenCase(file(id), vault.openToHandOver(officer, id), folios, files);
    }

    /** @throws Problem not found */
    public CaseFile file(CaseId id) {
        return cases.findById(id.value()).orElseThrow(Problem::notFound);
    }

    /** Of these, the cases that are not closed. */
    @Transactional(readOnly = true)
    public Set<CaseId> openAmong(Collection<CaseId> ids) {
        return cases.openAmong(ids.stream().map(CaseId::value).toList()).stream()
                .map(CaseId::new)
                .collect(Collectors.toSet());
    }

    /** Files a leaf without being able to open the case, for timers, mail and the reporter. */
    public OpenCase.Filing seal(CaseId id, Content content) {
        return folios.addKeyless(file(id), content, null);
    }

    /** As {@link #seal}, for what the reporter wrote or is to read, in these words. */
    public OpenCase.Filing sealForReporter(CaseId id, Content content, String text) {
        return folios.addKeyless(file(id), content, text);
    }

    /**
     * Adds a file without being able to open the case.
     *
     * @param folio the leaf it belongs to; nothing for the report itself
     * @return by which it is known in the case
     */
    public UUID attach(CaseId id, @Nullable UUID folio, Upload upload) {
        return files.attachKeyless(file(id), folio, upload);
    }

    /** Issues a paper without being able to open the case. */
    public Issued issue(CaseId id, Issue paper) {
        return files.issueKeyless(file(id), paper);
    }

    /**
     * Whether the case has no paper of a kind yet. Until the transaction ends nobody else is told so of this case, so
     * that two who ask at once do not issue it twice.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean lacks(CaseId id, DocumentKind kind) {
        lock(id);
        return !files.has(id, kind);
    }

    /** What the reporter can read with the receipt, oldest first. */
    @Transactional(readOnly = true)
    public List<ReporterMessage> messages(Receipt receipt, CaseId id) {
        Map<UUID, List<ReporterMessage.Attached>> attached = given.list(id, new ReporterKey(id, receipt));
        return folioRows.findByCaseIdAndForReporterIsNotNullOrderByFiledAtAscIdAsc(id.value()).stream()
                .map(folio -> new ReporterMessage(
                        folio.filedAt(),
                        folio.filedBy() == null,
                        vault.openByReceipt(receipt, id, Objects.requireNonNull(folio.forReporter())),
                        attached.getOrDefault(folio.id(), List.of())))
                .toList();
    }

    /**
     * A file that the reporter was given; its bytes are fetched as they are read, also when the transaction is over.
     *
     * @throws Problem not found, where the reporter of this case was given no such file
     */
    @Transactional(readOnly = true)
    public Upload given(Receipt receipt, CaseId id, UUID fileId) {
        return given.read(id, fileId, new ReporterKey(id, receipt));
    }

    /** The cases that the officer can open, the latest first. */
    @Transactional(readOnly = true)
    public Slice<CaseSummary> heldBy(Officer officer, boolean closedToo, Pageable page) {
        return cases.heldBy(officer.id().value(), closedToo, page).map(file -> summary(officer, file));
    }

    /** The cases that stand at one state, of those the officer can open, the latest first. */
    @Transactional(readOnly = true)
    public Slice<CaseSummary> heldBy(Officer officer, CaseState state, Pageable page) {
        return cases.heldBy(officer.id().value(), state, page).map(file -> summary(officer, file));
    }

    /** The cases with this number that the officer can open; the two registers may have one each. */
    @Transactional(readOnly = true)
    public List<CaseSummary> numbered(Officer officer, int number, int year) {
        return cases.numbered(officer.id().value(), number, year).stream()
                .map(file -> summary(officer, file))
                .toList();
    }

    /**
     * The cases with this number whose key the officer holds, those that only wait for the officer among them: to add
     * to, and not to read.
     */
    @Transactional(readOnly = true)
    public List<CaseFile> numberedAndWaiting(Officer officer, int number, int year) {
        return cases.numberedAndWaiting(officer.id().value(), number, year);
    }

    /** Cases of the same kind since a day, of those the officer can open; where a double would be. */
    @Transactional(readOnly = true)
    public Slice<CaseSummary> similar(Officer officer, Kind kind, LocalDate since, Pageable page) {
        return cases.similar(officer.id().value(), kind, since, page).map(file -> summary(officer, file));
    }

    /** @throws Problem not found */
    @Transactional(readOnly = true)
    public CaseSummary summary(Officer officer, CaseId id) {
        return summary(officer, file(id));
    }

    /** Cases closed until a day, of those the officer can open, the longest closed first. */
    @Transactional(readOnly = true)
    public Slice<CaseSummary> closedUntil(Officer officer, LocalDate until, Pageable page) {
        return cases.closedUntil(officer.id().value(), until, page).map(file -> summary(officer, file));
    }

    /** The first of those whose destruction was asked for until a moment and neither confirmed nor taken back. */
    @Transactional(readOnly = true)
    public List<CaseFile> purgeAskedUntil(Instant until, int most) {
        return cases.purgeAskedUntil(until, PageRequest.ofSize(most));
    }

    /** The case file, which nobody else changes until the transaction ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public CaseFile lock(CaseId id) {
        // Read and held in one: whoever changes it between the two would make the holding fail.
        CaseFile file = entities.find(CaseFile.class, id.value(), LockModeType.PESSIMISTIC_WRITE);
        if (file == null) {
            throw Problem.notFound();
        }
        return file;
    }

    /** Of the leaves of these kinds the last, seen without the key of the case. */
    @Transactional(readOnly = true)
    public Optional<Unopened> lastOf(CaseId id, Set<Class<? extends Content>> kinds) {
        return folios.last(id, kinds);
    }

    /** Whether anything in the case tells who reported; what it tells stays sealed. */
    @Transactional(readOnly = true)
    public boolean tellsReporter(CaseId id) {
        return folios.tellReporter(file(id));
    }

    /** When the reporter wrote last, after the report itself. */
    @Transactional(readOnly = true)
    public Optional<Instant> reporterWroteLast(CaseId id) {
        return folioRows.lastFiled(id.value(), REPORTERS_OWN);
    }

    /**
     * Destroys keys and content for good; the tombstone stays. Whether that may be is for the caller to know: this
     * refuses only what is not closed, not asked for by another person, or held.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void destroy(OpenCase open, PersonId by) {
        CaseFile file = open.file();
        file.keeping().mayConfirmPurge(by);
        file.becomeTombstone(time.today(), time.now());
        entities.flush();
        files.destroy(file.id());
        folioRows.deleteByCaseId(file.id().value());
        vault.destroy(file.id());
        events.publishEvent(new CasePurged(file.id()));
    }

    private CaseSummary summary(Officer officer, CaseFile file) {
        CaseKey key = vault.open(officer, file.id());
        return CaseSummary.of(file, key.openText(SUBJECT, file.sealedSubject()));
    }

    private static Optional<Content.Identity> identity(Reporter reporter) {
        Reporter.Identity identity = switch (reporter) {
            case Reporter.Named named -> named.identity();
            case Reporter.Confidential confidential -> confidential.identity();
            case Reporter.Anonymous anonymous -> null;
        };
        return identity == null || identity.nothingGiven()
                ? Optional.empty()
                : Optional.of(new Content.Identity(identity));
    }
}
