package org.sucharit.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Accusations;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Outgoing;
import org.sucharit.casefile.ReporterMessage;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.CaseMessage;
import org.sucharit.workflow.Workflow;

/**
 * What the reporter and the office write to each other. The reporter acts with the receipt alone and can seal to the
 * case without opening it; what the office answers is sealed to the receipt.
 */
@Component
@Transactional
public class Correspondence {

    private static final int LONGEST = 4_000;

    private final CaseFiles cases;
    private final Vault vault;
    private final Workflow workflow;
    private final Notices notices;
    private final Organisations organisations;
    private final Accusations accusations;
    private final Register register;
    private final Time time;

    Correspondence(
            CaseFiles cases,
            Vault vault,
            Workflow workflow,
            Notices notices,
            Accusations accusations,
            Organisations organisations,
            Register register,
            Time time) {
        this.organisations = organisations;
        this.time = time;
        this.cases = cases;
        this.vault = vault;
        this.workflow = workflow;
        this.notices = notices;
        this.accusations = accusations;
        this.register = register;
    }

    /**
     * @return of a destroyed case its tombstone
     * @throws Problem not found, where no case answers to the receipt, nor ever did
     */
    @Transactional(readOnly = true)
    public CaseFile follow(Receipt receipt) {
        return cases.file(find(receipt));
    }

    @Transactional(readOnly = true)
    public List<ReporterMessage> messages(Receipt receipt) {
        return cases.messages(receipt, find(receipt));
    }

    /** A message from the reporter, with or without files; where the screening waits for an answer it goes on. */
    public void receive(Receipt receipt, String text, List<Upload> uploads) {
        CaseId id = take(receipt);
        check(text, uploads);
        receive(id, text, uploads);
    }

    private OpenCase.Filing receive(CaseId id, String text, List<Upload> uploads) {
        OpenCase.Filing filing = cases.sealForReporter(id, new Content.MessageFromReporter(text), text);
        uploads.forEach(upload -> cases.attach(id, filing.folio(), upload));
        note(Act.MESSAGE_RECEIVED, id, filing);
        if (cases.file(id).state() == CaseState.AWAITING_INFORMATION) {
            workflow.send(id, CaseMessage.REPORTER_ANSWERED);
        }
        accusations.heard(cases.file(id), text);
        tellReaders(id);
        return filing;
    }

    /**
     * A message that reached the case by itself, as by a social platform, from whoever began it. Nothing is refused.
     *
     * @return the leaf of the message; nothing where the case is closed or destroyed, and takes no more
     */
    public Optional<OpenCase.Filing> arrived(CaseId id, String text, List<Upload> uploads) {
        return cases.lock(id).state().open() ? Optional.of(receive(id, text, uploads)) : Optional.empty();
    }

    /**
     * A file of a message that was taken before it. A case that was closed meanwhile takes it all the same; of one that
     * was destroyed nothing is left to add to.
     *
     * @param message the leaf it belongs to; nothing where it came with the report itself
     */
    public void arrivedLater(CaseId id, @Nullable UUID message, Upload file) {
        if (cases.lock(id).state() != CaseState.PURGED) {
            UUID attached = cases.attach(id, message, file);
            register.append(Note.of(Act.FILED, id, null).detail(attached.toString()));
        }
    }

    /** Files of a message that cannot be had: whoever reads the case is told. */
    public void missed(CaseId id, Content.NotFetched missed) {
        if (cases.lock(id).state() != CaseState.PURGED) {
            note(Act.FILED, id, cases.seal(id, missed));
            tellReaders(id);
        }
    }

    /**
     * A mail that answers one of ours. That it names our reference is all that speaks for it; who it says wrote it is
     * kept with who reported.
     *
     * @return false where nothing can be added, because the case was destroyed
     */
    boolean receiveMail(CaseId id, String from, String text, List<Upload> uploads) {
        if (cases.lock(id).state() == CaseState.PURGED) {
            return false;
        }
        receive(id, text, uploads);
        if (!from.isBlank()) {
            cases.seal(id, new Content.Mail(from, List.of()));
        }
        return true;
    }

    /**
     * A mail that a program sent by itself: kept with its case, and answers no question there.
     *
     * @return false where nothing can be added, because the case was destroyed
     */
    boolean receiveAutomatic(CaseId id, Content.AutomaticMail mail, List<Upload> uploads) {
        if (cases.lock(id).state() == CaseState.PURGED) {
            return false;
        }
        OpenCase.Filing filing = cases.seal(id, mail);
        uploads.forEach(upload -> cases.attach(id, filing.folio(), upload));
        note(Act.FILED, id, filing);
        tellReaders(id);
        return true;
    }

    /** The reporter takes the complaint back. A person decides whether the inquiry goes on regardless. */
    public void withdraw(Receipt receipt, String reason) {
        CaseId id = take(receipt);
        check(reason, List.of());
        if (!workflow.send(id, CaseMessage.REPORTER_WITHDREW)) {
            throw Problem.conflict("withdrawal.tooLate");
        }
        note(Act.WITHDRAWAL_ASKED, id, cases.sealForReporter(id, new Content.Withdrawal(reason), reason));
        accusations.heard(cases.file(id), reason);
    }

    /** The reporter suffers for having reported. */
    public void reportReprisal(Receipt receipt, String text) {
        CaseId id = take(receipt);
        check(text, List.of());
        cases.file(id).reportReprisal();
        OpenCase.Filing filing = cases.sealForReporter(id, new Content.Reprisal(text), text);
        note(Act.REPRISAL_REPORTED, id, filing);
        workflow.send(id, CaseMessage.REPRISAL_REPORTED);
        accusations.heard(cases.file(id), text);
        tellReaders(id);
    }

    /** Until when the reporter of a closed case may object to its outcome; nothing where that is over or not begun. */
    @Transactional(readOnly = true)
    public Optional<LocalDate> rebuttalUntil(CaseFile file) {
        int days = organisations.current().settings().terms().rebuttalDays();
        return file.state() != CaseState.CLOSED
                ? Optional.empty()
                : file.closedOn().map(day -> day.plusDays(days)).filter(last -> !last.isBefore(time.today()));
    }

    /**
     * The reporter objects to the outcome. Whoever keeps the closed case reads it and may open another round.
     *
     * @throws Problem conflict, where the time for it is over
     */
    public void rebut(Receipt receipt, String text) {
        CaseId id = take(receipt);
        List<Problem.Field> wrong = new ArrayList<>();
        IntakeRules.text(wrong, "rebuttal", text, LONGEST, true);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        if (rebuttalUntil(cases.file(id)).isEmpty()) {
            throw Problem.conflict("rebuttal.over");
        }
        note(Act.REBUTTED, id, cases.sealForReporter(id, new Content.Rebuttal(text), text));
        accusations.heard(cases.file(id), text);
        tellReaders(id);
    }

    /** A message from the office. */
    public void write(Officer officer, CaseId id, String text) {
        write(officer, id, text, List.of());
    }

    /** A message from the office, with files; the register's entry commits to what the reporter is given. */
    void write(Officer officer, CaseId id, String text, List<Outgoing> files) {
        OpenCase open =
                open(officer, id, text, files.stream().map(Outgoing::original).toList());
        Content.MessageToReporter message = new Content.MessageToReporter(
                text, files.stream().map(Outgoing::sent).toList());
        OpenCase.Filing filing = open.addForReporter(officer.id(), message, text);
        files.forEach(file -> open.give(filing.folio(), file));
        register.append(Note.of(Act.MESSAGE_SENT, id, officer.id()).content(filing.bytes()));
    }

    /**
     * Whether a message may go, before its files are looked into.
     *
     * @throws Problem invalid, or not found where the officer cannot open the case
     */
    @Transactional(readOnly = true)
    void mayWrite(Officer officer, CaseId id, String text, List<Upload> uploads) {
        open(officer, id, text, uploads);
    }

    private OpenCase open(Officer officer, CaseId id, String text, List<Upload> uploads) {
        check(text, uploads);
        OpenCase open = cases.open(officer, id);
        if (!vault.reachesReporter(id)) {
            throw Problem.invalid("text", "screening.noReceipt");
        }
        return open;
    }

    /**
     * A file that the office sent; its bytes are fetched as they are read.
     *
     * @throws Problem not found, where no case answers to the receipt or its reporter was given no such file
     */
    @Transactional(readOnly = true)
    public Upload file(Receipt receipt, UUID fileId) {
        return cases.given(receipt, find(receipt), fileId);
    }

    /** To write to: whoever destroys the case meanwhile does so before this is written or not at all. */
    private CaseId take(Receipt receipt) {
        CaseId id = find(receipt);
        if (cases.lock(id).state() == CaseState.PURGED) {
            throw Problem.conflict("case.destroyed");
        }
        return id;
    }

    private CaseId find(Receipt receipt) {
        return vault.find(receipt).orElseThrow(Problem::notFound);
    }

    private void tellReaders(CaseId id) {
        Set<PersonId> readers = vault.readers(id);
        readers.forEach(reader -> notices.tell(reader, id, Notices.Kind.MESSAGE));
    }

    private void note(Act act, CaseId id, OpenCase.Filing filing) {
        register.append(Note.of(act, id, null).content(filing.bytes()));
    }

    private static void check(String text, List<Upload> uploads) {
        List<Problem.Field> wrong = new ArrayList<>();
        IntakeRules.text(wrong, "text", text, LONGEST, true);
        IntakeRules.uploads(wrong, uploads);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
    }
}
