package org.sucharit.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Particular;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Words;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.worklist.CasePage.Line;

/** Who the reporter is: closed on every page, and opened with a reason that stands in the file and the register. */
@Component
@Transactional
class CaseReporter {

    /** Particulars of the channels by which a reporter can be found. */
    static final Set<Particular> TELLING = Set.of(
            Particular.SENDER,
            Particular.SENDER_ADDRESS,
            Particular.CALLER_NUMBER,
            Particular.LINK,
            Particular.MESSAGE_ID);

    private final CaseFiles cases;
    private final Register register;
    private final CaseText text;

    CaseReporter(CaseFiles cases, Register register, CaseText text) {
        this.cases = cases;
        this.register = register;
        this.text = text;
    }

    /** Whether anything in the file tells who the reporter is. */
    static boolean isIdentified(OpenCase open) {
        return !open.all(Content.Identity.class).isEmpty()
                || !open.all(Content.Mail.class).isEmpty()
                || open.all(Content.Report.class).stream()
                        .anyMatch(report -> TELLING.stream()
                                .anyMatch(particular ->
                                        report.content().particulars().containsKey(particular.name())));
    }

    static boolean isNamedIn(FileView file) {
        return file.document() != null && file.document().namesReporter();
    }

    /**
     * A letter to the reporter.
     *
     * @throws Problem not found, where the case has no such letter
     */
    Upload letter(Officer officer, CaseId id, UUID fileId, String reason) {
        OpenCase open = cases.open(officer, id);
        FileView letter = open.files().stream()
                .filter(file -> file.id().equals(fileId) && isNamedIn(file))
                .findFirst()
                .orElseThrow(Problem::notFound);
        record(officer, open, reason);
        return new Upload(
                text.fileName(letter), "application/pdf", open.read(fileId).bytes());
    }

    private void record(Officer officer, OpenCase open, String reason) {
        Words.check().line("reason", reason).orThrow();
        OpenCase.Filing filing = open.add(officer.id(), new Content.IdentityOpened(reason));
        register.append(Note.of(Act.IDENTITY_OPENED, open.id(), officer.id()).content(filing.bytes()));
    }

    /** Everything that tells who the reporter is. */
    List<Line> open(Officer officer, CaseId id, String reason) {
        OpenCase open = cases.open(officer, id);
        record(officer, open, reason);
        List<Line> lines = new ArrayList<>();
        open.all(Content.Identity.class)
                .forEach(filed -> identity(lines, filed.content().identity()));
        open.all(Content.Report.class)
                .forEach(filed -> TELLING.stream()
                        .sorted()
                        .forEach(particular -> say(
                                lines,
                                "particular." + particular,
                                filed.content().particulars().get(particular.name()))));
        open.all(Content.Mail.class)
                .forEach(filed -> say(lines, "identity.mail", filed.content().from()));
        return lines;
    }

    private void identity(List<Line> lines, Reporter.Identity identity) {
        say(lines, "identity.name", identity.name());
        say(lines, "identity.address", identity.address());
        say(lines, "identity.phone", identity.phone());
        say(lines, "identity.email", identity.email());
    }

    private void say(List<Line> lines, String label, @Nullable String words) {
        if (words != null && !words.isBlank()) {
            lines.add(new Line(text.of(label), words));
        }
    }
}
