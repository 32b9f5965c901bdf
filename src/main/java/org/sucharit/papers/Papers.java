package org.sucharit.papers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.DocumentKind;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Issue;
import org.sucharit.casefile.Issued;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.document.AppointmentOrder;
import org.sucharit.document.Digits;
import org.sucharit.document.Documents;
import org.sucharit.document.FindingsMemo;
import org.sucharit.document.ForwardingMemo;
import org.sucharit.document.Heading;
import org.sucharit.document.Issuer;
import org.sucharit.document.Marking;
import org.sucharit.document.Matter;
import org.sucharit.document.OfficialDocument;
import org.sucharit.document.Opinion;
import org.sucharit.document.OverdueMemo;
import org.sucharit.document.ReferralLetter;
import org.sucharit.document.Rendered;
import org.sucharit.document.Signer;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Letterhead;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.PostKind;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;

/**
 * Issues the papers of a case at their moments. An issued paper is never changed: what is issued again is a new
 * version of the same number and stands beside the earlier ones.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Papers {

    private static final Locale THAI = Locale.of("th");

    private final Documents documents;
    private final Signatures signatures;
    private final CaseFiles cases;
    private final Organisations organisations;
    private final PaperNumbers numbers;
    private final Register register;
    private final MessageSource messages;
    private final Time time;

    Papers(
            Documents documents,
            Signatures signatures,
            CaseFiles cases,
            Organisations organisations,
            PaperNumbers numbers,
            Register register,
            MessageSource messages,
            Time time) {
        this.documents = documents;
        this.signatures = signatures;
        this.cases = cases;
        this.organisations = organisations;
        this.numbers = numbers;
        this.register = register;
        this.messages = messages;
        this.time = time;
    }

    /** Sends the screened complaint on to the personnel unit. */
    public void forwardingMemo(OpenCase open, Officer by, Content.Screening screening) {
        Heading heading = heading(
                open.file(), numbers.next(DocumentKind.FORWARDING_MEMO, open.file()), text("paper.unit.intake"));
        issue(
                open,
                by.id(),
                DocumentKind.FORWARDING_MEMO,
                new ForwardingMemo(
                        heading,
                        text("paper.addressee.personnel"),
                        matter(open.file(), open.subject()),
                        paragraphs(open.report().details()),
                        paragraphs(screening.reason()),
                        signatures.of(by.id())));
    }

    /** Appoints the investigator who has accepted; signed by whoever assigned them. */
    public void appointmentOrder(OpenCase open, PersonId investigator) {
        var filed = open.all(Content.Assignment.class).getLast();
        PersonId assigner = Objects.requireNonNull(filed.by());
        Heading heading = heading(open.file(), numbers.next(DocumentKind.APPOINTMENT_ORDER, open.file()), "");
        issue(
                open,
                assigner,
                DocumentKind.APPOINTMENT_ORDER,
                new AppointmentOrder(
                        heading,
                        matter(open.file(), open.subject()),
                        appointees(open.file(), investigator, filed.content()),
                        open.file().dueOn(),
                        signatures.of(assigner)));
    }

    /** The investigator, and where there is a committee its chair and whoever of the others is still of it. */
    private List<AppointmentOrder.Appointee> appointees(
            CaseFile file, PersonId investigator, Content.Assignment assignment) {
        List<AppointmentOrder.Appointee> appointees = new ArrayList<>();
        Set<PersonId> committee = file.committee();
        appointees.add(appointee(investigator, committee.isEmpty() ? "" : text("committee.CHAIR")));
        assignment.members().stream()
                .filter(member -> committee.contains(member.person()))
                .map(member -> appointee(member.person(), text("committee." + member.role())))
                .forEach(appointees::add);
        return appointees;
    }

    private AppointmentOrder.Appointee appointee(PersonId person, String role) {
        Signer signer = signatures.of(person);
        return new AppointmentOrder.Appointee(signer.name(), signer.post(), role);
    }

    /**
     * Sets the findings with the opinions and the directive given so far in this round.
     *
     * @param awaited the posts whose opinions are still to come, in order
     */
    public void findingsMemo(OpenCase open, PersonId by, List<PostKind> awaited) {
        var filed = open.thisRound(Content.Findings.class).getLast();
        Content.Findings findings = filed.content();
        PersonId author = filed.by() == null ? by : filed.by();
        List<String> considerations = new ArrayList<>();
        considerations.add(text("findings.result." + findings.result() + ".sentence"));
        considerations.addAll(paragraphs(findings.reasoning()));
        considerations.addAll(paragraphs(findings.recommendation()));
        issue(
                open,
                by,
                DocumentKind.FINDINGS_MEMO,
                new FindingsMemo(
                        heading(open.file(), numberOf(open, DocumentKind.FINDINGS_MEMO), text("paper.unit.personnel")),
                        text("paper.addressee.mayor", organisation().nameTh()),
                        matter(open.file(), open.subject()),
                        List.of(),
                        paragraphs(findings.facts()),
                        considerations,
                        signatures.of(author),
                        opinions(open, filed.at(), awaited)));
    }

    private List<Opinion> opinions(OpenCase open, Instant since, List<PostKind> awaited) {
        List<Opinion> opinions = new ArrayList<>();
        for (var filed : open.thisRound(Content.Opinion.class)) {
            if (!filed.at().isBefore(since)) {
                Content.Opinion given = filed.content();
                opinions.add(Opinion.of(
                        given.postTitle(),
                        text("opinion.view." + given.view()),
                        given.text(),
                        signer(given.signer(), given.postTitle(), given.actingOrder()),
                        Time.dayOf(filed.at())));
            }
        }
        awaited.forEach(post -> opinions.add(Opinion.awaited(text("post." + post))));
        var directives = open.thisRound(Content.MayorDirective.class).stream()
                .filter(filed -> !filed.at().isBefore(since))
                .toList();
        if (directives.isEmpty()) {
            opinions.add(Opinion.awaitedDirective(text("post.MAYOR")));
        } else {
            var filed = directives.getLast();
            Content.MayorDirective given = filed.content();
            opinions.add(Opinion.directive(
                    given.postTitle(),
                    text("directive." + given.directive()),
                    given.text(),
                    signer(given.signer(), given.postTitle(), given.actingOrder()),
                    Time.dayOf(filed.at())));
        }
        return opinions;
    }

    private static Signer signer(String name, String post, @Nullable String actingOrder) {
        return actingOrder == null
                ? new Signer(name, post)
                : new Signer(name, "", new Signer.Acting(post, actingOrder));
    }

    /** Hands the case to an authority outside. */
    public void referralLetter(OpenCase open, Officer by, Content.Referral referral) {
        issue(
                open,
                by.id(),
                DocumentKind.REFERRAL_LETTER,
                new ReferralLetter(
                        heading(open.file(), numbers.next(DocumentKind.REFERRAL_LETTER, open.file()), ""),
                        referral.authority(),
                        matter(open.file(), open.subject()),
                        paragraphs(referral.text()),
                        List.of(),
                        List.of(text("paper.enclosure.complaint")),
                        signatures.of(by.id())));
    }

    /**
     * Tells a superior how the clock stands. Needs no key: it names the case by number, kind and dates only.
     *
     * @param to the post it is addressed to
     */
    public void overdueMemo(CaseId caseId, String to) {
        CaseFile file = cases.file(caseId);
        OverdueMemo memo = new OverdueMemo(
                heading(file, numbers.next(DocumentKind.OVERDUE_MEMO, file), text("paper.unit.personnel")),
                to,
                matter(file, ""),
                text("paper.unit.personnel"),
                text("case.state." + file.state()),
                List.of(),
                new Signer(text("paper.system"), ""));
        enter(caseId, null, DocumentKind.OVERDUE_MEMO, cases.issue(caseId, set(DocumentKind.OVERDUE_MEMO, memo)));
    }

    private void issue(OpenCase open, PersonId by, DocumentKind kind, OfficialDocument document) {
        enter(open.id(), by, kind, open.issue(set(kind, document)));
    }

    private Issue set(DocumentKind kind, OfficialDocument document) {
        Rendered rendered = documents.render(document);
        return new Issue(kind, document.heading().number(), rendered.pdf(), rendered.pages(), rendered.missing());
    }

    /** The register names kind and version, and commits to the sealed label, which holds the digest of the file. */
    private void enter(CaseId caseId, @Nullable PersonId by, DocumentKind kind, Issued issued) {
        register.append(Note.of(Act.DOCUMENT_ISSUED, caseId, by)
                .detail(kind + " " + issued.version())
                .content(issued.label().bytes()));
    }

    /** The number that the same memo had when it was issued before, since the findings were first laid down. */
    private String numberOf(OpenCase open, DocumentKind kind) {
        Instant begun = open.thisRound(Content.Findings.class).getFirst().at();
        return open.files().stream()
                .filter(file -> file.document() == kind && !file.filedAt().isBefore(begun))
                .map(FileView::number)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> numbers.next(kind, open.file()));
    }

    private Heading heading(CaseFile file, String number, String unit) {
        OrganisationView organisation = organisation();
        Letterhead head = organisation.settings().letterhead();
        String address = String.join(
                " ",
                Arrays.asList(head.address(), head.district(), head.province(), head.postcode()).stream()
                        .filter(part -> !part.isEmpty())
                        .toList());
        Issuer issuer = new Issuer(organisation.nameTh(), unit, address, head.phone());
        return new Heading(
                issuer,
                number,
                time.today(),
                file.kind().confidential() ? Marking.confidential(1, 1) : Marking.OPEN,
                organisation.settings().thaiDigits() ? Digits.THAI : Digits.ARABIC);
    }

    private Matter matter(CaseFile file, String subject) {
        return new Matter(
                number(file.number()),
                text("paper.kind." + file.kind()),
                text("channel." + file.channel()),
                subject,
                file.receivedOn(),
                file.firstDueOn(),
                file.dueOn());
    }

    private String number(RegisterNumber number) {
        return text(
                "register.number." + number.series(),
                Integer.toString(number.number()),
                Integer.toString(number.year()));
    }

    private OrganisationView organisation() {
        return organisations.current();
    }

    private static List<String> paragraphs(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, THAI);
    }
}
