package org.sucharit.papers;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.OpenCase;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Documents;
import org.sucharit.document.Fields;
import org.sucharit.document.Heading;
import org.sucharit.document.Marking;
import org.sucharit.document.Paper;
import org.sucharit.document.Rendered;
import org.sucharit.document.Signer;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.vault.Officer;

/** Several papers of a case as one file to print, behind a list of them. Nothing is kept of it. */
@Component
public class Bundles {

    /** Where a bundle goes to; asked for when nothing can be refused any more. */
    @FunctionalInterface
    public interface Target {

        OutputStream open() throws IOException;
    }

    private final CaseFiles cases;
    private final Documents documents;
    private final Templates templates;
    private final Stationer stationer;
    private final Signatures signatures;
    private final PaperText text;
    private final Time time;

    Bundles(
            CaseFiles cases,
            Documents documents,
            Templates templates,
            Stationer stationer,
            Signatures signatures,
            PaperText text,
            Time time) {
        this.cases = cases;
        this.documents = documents;
        this.templates = templates;
        this.stationer = stationer;
        this.signatures = signatures;
        this.text = text;
        this.time = time;
    }

    /**
     * Whether a file of a case may go into a bundle: a paper, of a form that can be joined. Letters that name the
     * reporter are opened one by one, each time with a reason.
     */
    public static boolean takes(FileView file) {
        return file.document() != null
                && file.pages() != null
                && !file.document().namesReporter();
    }

    /**
     * Writes papers of a case, the oldest first, one at a time.
     *
     * @param chosen their ids; null for all that a bundle takes
     * @throws Problem not found, where the officer cannot open the case or it has no such paper; invalid with field
     *     {@code documents}, where none is left to print
     * @throws IOException when the target takes no more
     */
    @Transactional(readOnly = true)
    public void write(Officer officer, CaseId id, @Nullable Set<UUID> chosen, Target target) throws IOException {
        OpenCase open = cases.open(officer, id);
        List<FileView> papers = open.files().stream()
                .filter(Bundles::takes)
                .filter(file -> chosen == null || chosen.contains(file.id()))
                .toList();
        if (papers.isEmpty() && (chosen == null || chosen.isEmpty())) {
            throw Problem.invalid("documents", "bundle.none");
        }
        if (chosen != null && papers.size() < chosen.size()) {
            throw Problem.notFound();
        }
        Rendered cover = cover(open, papers, officer);
        documents.bundle(
                cover,
                time.today(),
                papers.stream().map(paper -> open.read(paper.id()).bytes()).iterator(),
                target.open());
    }

    private Rendered cover(OpenCase open, List<FileView> papers, Officer officer) {
        LocalDate today = time.today();
        Signer printer = signatures.of(officer.id());
        Fields fields = new Fields()
                .text("organisation", stationer.current().organisation())
                .rows("documents", papers.stream().map(this::row).toList())
                .number("pages", papers.stream().mapToInt(Bundles::pages).sum())
                .number("count", papers.size())
                .date("printedOn", today)
                .text("printedBy", printer.name());
        Marking marking = open.file().kind().confidential() ? Marking.confidential(1, 1) : Marking.OPEN;
        Heading heading = Heading.of(stationer.current(), "", "", today, marking);
        return documents.render(
                new Paper(DocumentKind.COVER_LIST, heading, fields, printer),
                templates.inForce(DocumentKind.COVER_LIST));
    }

    private Fields row(FileView paper) {
        String title = text.of("document." + paper.document());
        return new Fields()
                .text(
                        "title",
                        paper.version() == 1
                                ? title
                                : text.of("paper.bundle.version", title, Integer.toString(paper.version())))
                .text("number", Objects.requireNonNullElse(paper.number(), ""))
                .date("date", Time.dayOf(paper.filedAt()))
                .number("pages", pages(paper));
    }

    private static int pages(FileView paper) {
        return Objects.requireNonNull(paper.pages());
    }
}
