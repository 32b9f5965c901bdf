package org.sucharit.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.SealedFile.CopyKind;
import org.sucharit.examination.Copier;
import org.sucharit.examination.Copier.Copied;
import org.sucharit.examination.FileTypes;
import org.sucharit.examination.Scanner;
import org.sucharit.examination.Scanner.Verdict;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;

/**
 * Looks into attachments, whatever channel they came by, when somebody who holds the case first opens them: nobody else
 * could. What is found, and the copies to look at, are sealed into the case, so that it is done once. No transaction is
 * open meanwhile. The attachment itself stays as it came.
 */
@Component
public class FileExaminations {

    private final CaseFiles cases;
    private final Scanner scanner;
    private final Copier copier;
    private final Register register;
    private final TransactionTemplate transaction;
    private final Time time;

    FileExaminations(
            CaseFiles cases,
            Scanner scanner,
            Copier copier,
            Register register,
            PlatformTransactionManager transactions,
            Time time) {
        this.cases = cases;
        this.scanner = scanner;
        this.copier = copier;
        this.register = register;
        this.transaction = new TransactionTemplate(transactions);
        this.time = time;
    }

    /** A file as it stands in its case, and where its bytes are read from. */
    private record Stored(FileView view, Upload upload) {}

    /**
     * The attachment with what is known of it, found out now where it was not yet, or where the scanner did not answer.
     *
     * @throws Problem not found, where the officer cannot open the case, or it has no such attachment that tells
     *     nothing of the reporter
     */
    public FileView examine(Officer officer, CaseId id, UUID fileId) {
        Stored stored = inTransaction(() -> stored(cases.open(officer, id), fileId));
        if (isSettled(stored.view().examined())) {
            return stored.view();
        }
        try {
            Verdict verdict = scanner.isConfigured() ? scanner.scan(stored.upload()::open) : null;
            Copied copied = opens(verdict) ? copied(stored) : new Copied.None();
            Examined examined = examined(verdict, copied);
            return inTransaction(() -> {
                OpenCase open = cases.open(officer, id);
                if (!isSettled(stored(open, fileId).view().examined())) {
                    open.examined(fileId, examined, copies(stored.view(), copied));
                }
                return stored(open, fileId).view();
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The copy to look at. */
    public Upload shown(Officer officer, CaseId id, UUID fileId) {
        return copy(officer, id, fileId, CopyKind.SHOWN);
    }

    /** A small picture, as JPEG. */
    public Upload thumbnail(Officer officer, CaseId id, UUID fileId) {
        return copy(officer, id, fileId, CopyKind.THUMBNAIL);
    }

    /**
     * The attachment as it came.
     *
     * @param despite what the scanner found: said by a person, and entered in the register
     * @throws Problem conflict, {@code file.waiting} or {@code file.found}, where it must stay shut
     */
    public Upload original(Officer officer, CaseId id, UUID fileId, boolean despite) {
        FileView view = examine(officer, id, fileId);
        return inTransaction(() -> {
            OpenCase open = cases.open(officer, id);
            switch (view.examined() == null
                    ? Examined.Scan.WAITING
                    : view.examined().scan()) {
                case WAITING -> throw Problem.conflict("file.waiting");
                case FOUND -> takeOut(id, officer.id(), fileId, despite);
                case NONE, CLEAN -> {}
            }
            return open.read(fileId);
        });
    }

    /**
     * A file that somebody opened by another way than these, before it is handed out.
     *
     * @throws Problem conflict, where the scanner did not answer for it, or found something
     */
    public void check(Upload file) {
        switch (scan(file)) {
            case NONE, CLEAN -> {}
            case FOUND -> throw Problem.conflict("file.found");
            case WAITING -> throw Problem.conflict("file.waiting");
        }
    }

    /** What the scanner says now of a file that somebody opened by another way than these. */
    public Examined.Scan scan(Upload file) {
        try {
            return scan(scanner.isConfigured() ? scanner.scan(file::open) : null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void takeOut(CaseId id, PersonId by, UUID fileId, boolean despite) {
        if (!despite) {
            throw Problem.conflict("file.found");
        }
        register.append(Note.of(Act.FILE_TAKEN_OUT, id, by).detail(fileId.toString()));
    }

    private Upload copy(Officer officer, CaseId id, UUID fileId, CopyKind kind) {
        return inTransaction(() -> {
            OpenCase open = cases.open(officer, id);
            Examined examined = stored(open, fileId).view().examined();
            return Optional.ofNullable(examined)
                    .filter(this::isSettled)
                    .filter(known -> known.scan() != Examined.Scan.FOUND)
                    .flatMap(known -> open.copy(fileId, kind))
                    .orElseThrow(Problem::notFound);
        });
    }

    private static Stored stored(OpenCase open, UUID fileId) {
        FileView view = open.files().stream()
                .filter(file -> file.id().equals(fileId) && file.document() == null && !file.tellsReporter())
                .findFirst()
                .orElseThrow(Problem::notFound);
        return new Stored(view, open.read(fileId));
    }

    /** What was opened before there was a scanner is scanned by the first that there is. */
    private boolean isSettled(@Nullable Examined examined) {
        return examined != null
                && switch (examined.scan()) {
                    case CLEAN, FOUND -> true;
                    case WAITING -> false;
                    case NONE -> !scanner.isConfigured();
                };
    }

    private static boolean opens(@Nullable Verdict verdict) {
        return verdict == null || verdict instanceof Verdict.Clean;
    }

    private Copied copied(Stored stored) throws IOException {
        InputStreamSource source = stored.upload()::open;
        String type = stored.view().detected();
        return copier.copy(type == null ? detect(stored.view().name(), source) : type, source);
    }

    private static String detect(String name, InputStreamSource source) throws IOException {
        try (InputStream in = source.getInputStream()) {
            return FileTypes.of(name, in.readNBytes(FileTypes.HEAD));
        }
    }

    private Examined examined(@Nullable Verdict verdict, Copied copied) {
        Examined.Copy copy = switch (copied) {
            case Copied.Copy made -> Examined.Copy.MADE;
            case Copied.None none -> Examined.Copy.NONE;
            case Copied.Failed failed -> Examined.Copy.FAILED;
        };
        return new Examined(
                scan(verdict),
                verdict instanceof Verdict.Found found ? found.name() : null,
                copy,
                copied instanceof Copied.Copy made && made.cut(),
                time.now());
    }

    private static Examined.Scan scan(@Nullable Verdict verdict) {
        return switch (verdict) {
            case null -> Examined.Scan.NONE;
            case Verdict.Clean clean -> Examined.Scan.CLEAN;
            case Verdict.Found found -> Examined.Scan.FOUND;
            case Verdict.Waiting waiting -> Examined.Scan.WAITING;
        };
    }

    private static Map<CopyKind, Upload> copies(FileView view, Copied copied) {
        Map<CopyKind, Upload> copies = new EnumMap<>(CopyKind.class);
        if (copied instanceof Copied.Copy copy) {
            copies.put(CopyKind.SHOWN, Upload.of(view.name(), copy.type(), copy.bytes()));
            if (copy.thumbnail().length > 0) {
                copies.put(CopyKind.THUMBNAIL, Upload.of(view.name(), "image/jpeg", copy.thumbnail()));
            }
        }
        return copies;
    }

    private interface Work<T> {
        T done();
    }

    private <T> T inTransaction(Work<T> work) {
        T result = transaction.execute(status -> work.done());
        if (result == null) {
            throw new IllegalStateException("Nothing came of a transaction");
        }
        return result;
    }
}
