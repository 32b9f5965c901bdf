package org.sucharit.papers;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Issue;
import org.sucharit.casefile.Issued;
import org.sucharit.casefile.OpenCase;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Documents;
import org.sucharit.document.Form;
import org.sucharit.document.Heading;
import org.sucharit.document.Marking;
import org.sucharit.document.Paper;
import org.sucharit.document.Rendered;
import org.sucharit.document.Signer;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Organisations;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.signing.SignAs;
import org.sucharit.signing.Signed;
import org.sucharit.signing.Signing;

/**
 * Numbers a paper, sets it in the organisation's words and on its stationery, signs it where somebody stands for it,
 * seals it and enters it in the register. A key or a timestamp service that fails holds no paper up: it is issued
 * unsigned, and says so. What is signed must be known before it is sealed, so signing happens within the transaction.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Press {

    private final Documents documents;
    private final Templates templates;
    private final Stationer stationer;
    private final PaperNumbers numbers;
    private final CaseFiles cases;
    private final Signing signing;
    private final Organisations organisations;
    private final PaperText text;
    private final Register register;
    private final Time time;

    Press(
            Documents documents,
            Templates templates,
            Stationer stationer,
            PaperNumbers numbers,
            CaseFiles cases,
            Signing signing,
            Organisations organisations,
            PaperText text,
            Register register,
            Time time) {
        this.documents = documents;
        this.templates = templates;
        this.stationer = stationer;
        this.numbers = numbers;
        this.cases = cases;
        this.signing = signing;
        this.organisations = organisations;
        this.text = text;
        this.register = register;
        this.time = time;
    }

    /** Issues a paper into an open case; a later version bears the number of the earlier ones, and names the last. */
    void issue(OpenCase open, Draft draft, PersonId by) {
        List<FileView> earlier = earlier(open, draft);
        String number = earlier.isEmpty()
                ? numbers.next(draft.kind(), draft.file())
                : String.valueOf(earlier.getLast().number());
        Heading heading = replacing(heading(draft, number), earlier);
        enter(open.id(), by, draft.kind(), open.issue(finished(draft, heading)));
    }

    /** As {@link #issue(OpenCase, Draft, PersonId)}, without being able to open the case; always a paper of its own. */
    void issue(Draft draft, @Nullable PersonId by) {
        issue(draft, numbers.next(draft.kind(), draft.file()), by);
    }

    /** As {@link #issue(Draft, PersonId)}, under a number that it need not be given. */
    void issue(Draft draft, String number, @Nullable PersonId by) {
        CaseId caseId = draft.file().id();
        enter(caseId, by, draft.kind(), cases.issue(caseId, finished(draft, heading(draft, number))));
    }

    /** The paper as it would be issued, marked as a draft and without a number; nothing is kept of it. */
    Rendered preview(OpenCase open, Draft draft) {
        return set(draft, replacing(heading(draft, ""), earlier(open, draft)).asDraft());
    }

    /** The paper itself; nothing is kept of it. */
    Rendered print(Draft draft, String number) {
        return set(draft, heading(draft, number));
    }

    private Rendered set(Draft draft, Heading heading) {
        Paper paper =
                new Paper(draft.kind(), heading, draft.fields(), draft.signer(), draft.cosigners(), draft.opinions());
        return documents.render(paper, templates.inForce(draft.kind()));
    }

    private Heading heading(Draft draft, String number) {
        return Heading.of(stationer.current(), draft.unit(), number, time.today(), marking(draft));
    }

    /** What a complainant carries home bears no word that draws eyes to it. */
    private static Marking marking(Draft draft) {
        return draft.file().kind().confidential() && draft.kind() != DocumentKind.RECEIPT_SLIP
                ? Marking.confidential(1, 1)
                : Marking.OPEN;
    }

    private static List<FileView> earlier(OpenCase open, Draft draft) {
        return draft.since() == null
                ? List.of()
                : open.files().stream()
                        .filter(file -> file.document() == draft.kind()
                                && !file.filedAt().isBefore(draft.since()))
                        .toList();
    }

    private static Heading replacing(Heading heading, List<FileView> earlier) {
        return earlier.isEmpty()
                ? heading
                : dated(heading, Time.dayOf(earlier.getFirst().filedAt()))
                        .replacing(new Heading.Replaces(
                                earlier.getLast().version() + 1,
                                Time.dayOf(earlier.getLast().filedAt())));
    }

    /** A later version bears the date of the first: what is added since, as an opinion, bears its own. */
    private static Heading dated(Heading heading, LocalDate day) {
        return Heading.of(heading.stationery(), heading.unit(), heading.number(), day, heading.marking());
    }

    /** Signed where somebody stands for it and there is a key; a paper that is not signed does not say that it is. */
    private Issue finished(Draft draft, Heading heading) {
        String organisation = organisations.current().shortName();
        Signer signer = draft.signedBy();
        if (signer == null) {
            return issue(draft, heading, set(draft, heading), null);
        }
        Heading said = signing.available(organisation) ? heading.signedElectronically() : heading;
        Rendered rendered = set(draft, said);
        return switch (signing.sign(organisation, rendered.pdf(), as(draft.kind(), signer))) {
            case Signed.With with ->
                new Issue(
                        draft.kind(),
                        heading.number(),
                        with.pdf(),
                        rendered.pages(),
                        rendered.missing(),
                        with.level().name());
            case Signed.Without without ->
                issue(draft, heading, set(draft, heading), without.reason().name());
        };
    }

    private static Issue issue(Draft draft, Heading heading, Rendered rendered, @Nullable String signature) {
        return new Issue(
                draft.kind(), heading.number(), rendered.pdf(), rendered.pages(), rendered.missing(), signature);
    }

    private SignAs as(DocumentKind kind, Signer signer) {
        Signer.Acting acting = signer.acting();
        String post = acting == null
                ? signer.post()
                : text.of("paper.signing.acting", signer.post(), acting.post()).strip();
        boolean directive = kind.form() == Form.MEMO;
        return new SignAs(
                signer.name(), post, text.of(directive ? "paper.signing.direct" : "paper.signing.issue"), time.now());
    }

    /** The register names kind and version, and commits to the sealed label, which holds the digest of the file. */
    private void enter(CaseId caseId, @Nullable PersonId by, DocumentKind kind, Issued issued) {
        register.append(Note.of(Act.DOCUMENT_ISSUED, caseId, by)
                .detail(kind + " " + issued.version())
                .content(issued.commitment()));
    }
}
