package org.sucharit.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Identities;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Revealed;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.IdentityRequests;
import org.sucharit.intake.MailsToReporters;
import org.sucharit.intake.Particular;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;
import org.sucharit.worklist.CasePage.Line;

/** Who the reporter is: closed on every page, and opened with a reason that stands in the file and the register. */
@Component
@Transactional
class CaseReporter {

    private final CaseFiles cases;
    private final Identities identities;
    private final IdentityRequests requests;
    private final MailsToReporters mails;
    private final CaseText text;

    CaseReporter(
            CaseFiles cases, Identities identities, IdentityRequests requests, MailsToReporters mails, CaseText text) {
        this.cases = cases;
        this.identities = identities;
        this.requests = requests;
        this.mails = mails;
        this.text = text;
    }

    /**
     * A letter to the reporter, or a message as it came from them.
     *
     * @throws Problem not found, where the case has no such file
     */
    Upload file(Officer officer, CaseId id, UUID fileId, String reason) {
        OpenCase open = cases.open(officer, id);
        FileView view = open.files().stream()
                .filter(file -> file.id().equals(fileId) && file.tellsReporter())
                .findFirst()
                .orElseThrow(Problem::notFound);
        Upload file = identities.open(officer, open, reason).read(fileId);
        return view.document() == null ? file : file.named(text.fileName(view));
    }

    /** Asks the reporter to show who they are, to this officer alone. */
    void ask(Officer officer, CaseId id, String reason) {
        String who = text.name(officer.id()) + " " + identities.post(officer);
        requests.ask(officer, id, reason, why -> text.official("identity.asked.told", who, why));
    }

    /**
     * Everything that tells who the reporter is.
     *
     * @param told whether a mail goes out to them; null where none was asked for
     */
    record Shown(List<Line> lines, @Nullable Boolean told) {}

    /** @param tell whether the reporter is told by mail that something waits for them, where they gave an address */
    Shown open(Officer officer, CaseId id, String reason, boolean tell) {
        OpenCase open = cases.open(officer, id);
        Revealed reporter = identities.open(officer, open, reason);
        List<Line> lines = new ArrayList<>();
        reporter.all(Content.Identity.class).forEach(identity -> identity(lines, identity.identity()));
        for (Particular particular : Particular.values()) {
            if (particular.tellsReporter()) {
                Stream.concat(
                                reporter.all(Content.Origin.class).stream().map(Content.Origin::particulars),
                                open.all(Content.Report.class).stream()
                                        .map(filed -> filed.content().particulars()))
                        .forEach(particulars ->
                                say(lines, "particular." + particular, particulars.get(particular.name())));
            }
        }
        requests.given(officer, id, reporter).forEach(shown -> {
            lines.add(new Line(text.of("identity.shown"), text.of("identity.shown.note")));
            identity(lines, shown);
        });
        reporter.all(Content.Mail.class).forEach(mail -> say(lines, "identity.mail", mail.from()));
        Boolean told = tell
                ? addresses(reporter)
                        .findFirst()
                        .map(to -> mails.tell(officer, id, to))
                        .orElse(false)
                : null;
        return new Shown(lines, told);
    }

    private static Stream<String> addresses(Revealed reporter) {
        return Stream.concat(
                        reporter.all(Content.Identity.class).stream()
                                .map(one -> one.identity().email()),
                        reporter.all(Content.Origin.class).stream()
                                .map(one -> one.particulars().get(Particular.SENDER.name())))
                .filter(address -> address != null && !address.isBlank());
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
