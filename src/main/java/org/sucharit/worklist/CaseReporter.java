package org.sucharit.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Revealed;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.IdentityRequests;
import org.sucharit.intake.Particular;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.vault.Officer;
import org.sucharit.worklist.CasePage.Line;

/** Who the reporter is: closed on every page, and opened with a reason that stands in the file and the register. */
@Component
@Transactional
class CaseReporter {

    private final CaseFiles cases;
    private final People people;
    private final IdentityRequests requests;
    private final CaseText text;
    private final Time time;

    CaseReporter(CaseFiles cases, People people, IdentityRequests requests, CaseText text, Time time) {
        this.cases = cases;
        this.requests = requests;
        this.people = people;
        this.time = time;
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
        Upload file = reveal(officer, open, reason).read(fileId);
        return view.document() == null ? file : new Upload(text.fileName(view), file.contentType(), file.bytes());
    }

    private Revealed reveal(Officer officer, OpenCase open, String reason) {
        Words.check().line("reason", reason).orThrow();
        if (IdentityRequests.answerTo(open, officer.id()).equals(Optional.of(false))) {
            throw Problem.conflict("identity.refused");
        }
        String post = post(officer);
        return cases.openIdentity(open, officer.id(), reason, text.official("identity.told", post, reason));
    }

    private String post(Officer officer) {
        return people.postsOf(officer.id(), time.today()).stream()
                .filter(Holder::serving)
                .map(holder -> holder.post().titleTh())
                .findFirst()
                .orElse("");
    }

    /** Asks the reporter to show who they are, to this officer alone. */
    void ask(Officer officer, CaseId id, String reason) {
        String who = text.name(officer.id()) + " " + post(officer);
        requests.ask(officer, id, reason, why -> text.official("identity.asked.told", who, why));
    }

    /** Everything that tells who the reporter is. */
    List<Line> open(Officer officer, CaseId id, String reason) {
        OpenCase open = cases.open(officer, id);
        Revealed reporter = reveal(officer, open, reason);
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
