package org.sucharit.casefile;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.casefile.SealedFile.CopyKind;
import org.sucharit.examination.Copier;
import org.sucharit.examination.Copier.Copied;
import org.sucharit.examination.FileTypes;
import org.sucharit.examination.Scanner;
import org.sucharit.examination.Scanner.Verdict;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Spool;
import org.sucharit.kernel.Spools;
import org.sucharit.kernel.Time;

/**
 * Looks into files before they go to a reporter. It is done then and not when the reporter opens them, because a file
 * tells who wrote it, and afterwards nothing but the receipt opens what was given. No transaction should be open
 * meanwhile.
 */
@Component
public class OutgoingFiles {

    private final Scanner scanner;
    private final Copier copier;
    private final Spools spools;
    private final Time time;

    OutgoingFiles(Scanner scanner, Copier copier, Spools spools, Time time) {
        this.scanner = scanner;
        this.copier = copier;
        this.spools = spools;
        this.time = time;
    }

    /**
     * Where the scanner does not answer the file goes all the same, and is scanned when the reporter asks for it.
     *
     * @throws Problem invalid, by the field {@code files}: it holds a virus, cannot be read, or has more pages than are
     *     copied
     */
    public Outgoing look(Upload upload) {
        try {
            Verdict verdict = scanner.isConfigured() ? scanner.scan(upload::open) : null;
            if (verdict instanceof Verdict.Found) {
                throw Problem.invalid("files", "file.send.found", upload.name());
            }
            String type = SealedFiles.look(upload).type();
            return switch (copier.copy(type, upload::open)) {
                case Copied.None none ->
                    new Outgoing(upload, examined(verdict, Examined.Copy.NONE), Map.of(), List.of());
                case Copied.Failed failed -> throw Problem.invalid("files", "file.send.unreadable", upload.name());
                case Copied.Copy copy when copy.cut() ->
                    throw Problem.invalid("files", "file.send.long", upload.name());
                case Copied.Copy copy -> copied(upload, verdict, copy);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outgoing copied(Upload upload, @Nullable Verdict verdict, Copied.Copy copy) throws IOException {
        Spool spool = spools.open();
        try (OutputStream out = spool.write()) {
            out.write(copy.bytes());
        } catch (IOException e) {
            spool.close();
            throw e;
        }
        String name = FileTypes.named(upload.name(), copy.type());
        Map<CopyKind, Upload> copies = new EnumMap<>(CopyKind.class);
        copies.put(CopyKind.SHOWN, Upload.of(name, copy.type(), copy.bytes().length, spool::read));
        if (copy.thumbnail().length > 0) {
            copies.put(CopyKind.THUMBNAIL, Upload.of(name, "image/jpeg", copy.thumbnail()));
        }
        return new Outgoing(upload, examined(verdict, Examined.Copy.MADE), copies, List.of(spool));
    }

    /** A file that was not scanned is looked into once more by the first of the office who opens it. */
    private Examined examined(@Nullable Verdict verdict, Examined.Copy copy) {
        return verdict instanceof Verdict.Waiting
                ? new Examined(Examined.Scan.WAITING, null, Examined.Copy.NONE, false, time.now())
                : new Examined(
                        verdict == null ? Examined.Scan.NONE : Examined.Scan.CLEAN, null, copy, false, time.now());
    }
}
