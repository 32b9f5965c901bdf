package org.sucharit.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Identities;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Content.Exported.Purpose;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Revealed;
import org.sucharit.export.Plan.Planned;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Words;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Ground;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.wording.CaseText;

/**
 * Copies of a case for those outside. A copy is planned first: everything that goes into it is measured, and the digest
 * of its list stands in the register when the plan is returned. Only then is it sent, part by part.
 */
@Component
@Transactional
public class Exports {

    private final CaseFiles cases;
    private final Copies copies;
    private final Vault vault;
    private final Register register;
    private final Identities identities;
    private final CaseText text;

    Exports(CaseFiles cases, Copies copies, Vault vault, Register register, Identities identities, CaseText text) {
        this.vault = vault;
        this.cases = cases;
        this.copies = copies;
        this.register = register;
        this.identities = identities;
        this.text = text;
    }

    /**
     * The whole case, with what proves it, for a court or another authority.
     *
     * @param identity whether it says who reported; that is opened as always, for this reason, and the reporter is told
     * @throws Problem not found, where the officer cannot open the case
     */
    Plan forCourt(Officer officer, CaseId id, String recipient, String reason, boolean identity) {
        OpenCase open = keeping(officer, id);
        Words.check().line("recipient", recipient).line("reason", reason).orThrow();
        Revealed reporter = identity ? identities.open(officer, open, reason) : null;
        return plan(
                officer, open, reporter, copies.forCourt(open, reporter, recipient), Purpose.COURT, recipient, reason);
    }

    /** What the reporter gave and was told, for the reporter; it tells who they are, so that is opened. */
    Plan forSubject(Officer officer, CaseId id, String reason) {
        OpenCase open = keeping(officer, id);
        Words.check().line("reason", reason).orThrow();
        Revealed reporter = identities.open(officer, open, reason);
        return plan(officer, open, reporter, copies.forSubject(open, reporter), Purpose.DATA_SUBJECT, null, reason);
    }

    /** What {@link #forSubject} would hold. */
    @Transactional(readOnly = true)
    List<Copies.Listed> preview(Officer officer, CaseId id) {
        return copies.preview(keeping(officer, id));
    }

    /** @throws Problem not found, where the officer cannot open the case */
    @Transactional(readOnly = true)
    String number(Officer officer, CaseId id) {
        return text.number(cases.open(officer, id).file().number());
    }

    /** The reporter's request is refused, as where the copy would uncover others. */
    void refuse(Officer officer, CaseId id, String reason) {
        OpenCase open = keeping(officer, id);
        Words.check().text("reason", reason).orThrow();
        OpenCase.Filing filing = open.add(officer.id(), new Content.AccessRefused(reason));
        register.append(Note.of(Act.ACCESS_REFUSED, id, officer.id()).content(filing.bytes()));
    }

    private Plan plan(
            Officer officer,
            OpenCase open,
            @Nullable Revealed reporter,
            List<Planned> content,
            Purpose purpose,
            @Nullable String recipient,
            String reason) {
        List<Planned> files = new ArrayList<>(content);
        List<Parcel.Measured> measured = measure(files, open, reporter);
        Planned sums = Copies.sums(measured);
        files.add(sums);
        measured.addAll(measure(List.of(sums), open, reporter));
        List<Planned> sealed = copies.sealed(open.file(), purpose, measured);
        List<Parcel.Measured> seals = measure(sealed, open, reporter);
        files.addAll(sealed);
        measured.addAll(seals);
        OpenCase.Filing filing =
                open.add(officer.id(), new Content.Exported(purpose, recipient, reason, reporter != null));
        register.append(Note.of(Act.EXPORTED, open.id(), officer.id())
                .detail(purpose + " " + seals.getFirst().sha256())
                .content(filing.bytes()));
        String name = "sucharit-" + open.file().number().year() + "-"
                + open.file().number().series().name().toLowerCase(Locale.ROOT) + "-"
                + open.file().number().number() + ".zip";
        return new Plan(open.id(), name, List.copyOf(files), List.copyOf(measured));
    }

    private static List<Parcel.Measured> measure(List<Planned> files, OpenCase open, @Nullable Revealed reporter) {
        try {
            return new ArrayList<>(Plan.parcel(files, open, reporter).measure());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends a planned copy.
     *
     * @throws IOException where the receiver takes no more
     */
    @Transactional(readOnly = true)
    void send(Officer officer, Plan plan, OutputStream to) throws IOException {
        OpenCase open = cases.open(officer, plan.caseId());
        Revealed reporter = plan.tells() ? open.forLetter() : null;
        Plan.parcel(plan.files(), open, reporter).write(plan.measured(), to);
    }

    /** A copy is for the post that keeps the case: not for whoever has a step in it. */
    private OpenCase keeping(Officer officer, CaseId id) {
        OpenCase open = cases.open(officer, id);
        if (vault.grounds(id).get(officer.id()) != Ground.KEEPER) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "export.keeper");
        }
        return open;
    }
}
