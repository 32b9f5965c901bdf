package org.sucharit.intake;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Revealed;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Words;
import org.sucharit.register.Act;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.vault.OwnSecret;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;
import tools.jackson.databind.json.JsonMapper;

/**
 * Asks a reporter to show who they are to one person. What the reporter answers with is sealed to that person's own key
 * within the envelope of who reported: nobody else who holds the case opens it. Whoever was refused opens nothing of the
 * envelope at all.
 */
@Component
@Transactional
public class IdentityRequests {

    private static final String PURPOSE = "identity of ";
    private static final Set<Class<? extends Content>> BOTH =
            Set.of(Content.IdentityAsked.class, Content.IdentityAnswered.class);

    private final CaseFiles cases;
    private final Vault vault;
    private final Notices notices;
    private final Register register;
    private final JsonMapper json;

    IdentityRequests(CaseFiles cases, Vault vault, Notices notices, Register register, JsonMapper json) {
        this.cases = cases;
        this.vault = vault;
        this.notices = notices;
        this.register = register;
        this.json = json;
    }

    /** In which words the reporter is asked, from the reason. */
    public interface Wording {
        String of(String reason);
    }

    /**
     * Asks for the officer themselves.
     *
     * @throws Problem not found, where the officer does not hold the case; conflict, while another request waits; invalid,
     *     where there is no reason or no receipt reaches the reporter
     */
    public void ask(Officer officer, CaseId id, String reason, Wording wording) {
        OpenCase open = cases.open(officer, id);
        Words.check().line("ask", reason).orThrow();
        if (!vault.reachesReporter(id)) {
            throw Problem.invalid("ask", "screening.noReceipt");
        }
        cases.lock(id);
        if (waiting(id).isPresent()) {
            throw Problem.conflict("identity.waits");
        }
        OpenCase.Filing filing =
                open.addForReporter(officer.id(), new Content.IdentityAsked(officer.id(), reason), wording.of(reason));
        register.append(Note.of(Act.IDENTITY_ASKED, id, officer.id()).content(filing.bytes()));
    }

    /** Whether somebody waits for the reporter's answer; the words of it are among the messages. */
    @Transactional(readOnly = true)
    public boolean waits(Receipt receipt) {
        return waiting(find(receipt)).isPresent();
    }

    /**
     * The reporter agrees, for the one who asked.
     *
     * @param identity what is to be seen; may be nothing where the report itself gave it
     * @param said the words in which the reporter reads it later
     * @throws Problem conflict, where nobody asks; invalid, where neither this nor the report tells anything
     */
    public void agree(Receipt receipt, Reporter.Identity identity, String said) {
        CaseId id = find(receipt);
        PersonId asker = take(id);
        Words.check()
                .optionalText("name", identity.name())
                .optionalText("address", identity.address())
                .optionalText("phone", identity.phone())
                .optionalText("email", identity.email())
                .orThrow();
        if (identity.nothingGiven() && !cases.tellsReporter(id)) {
            throw Problem.invalid("name", "required");
        }
        if (!identity.nothingGiven()) {
            byte[] sealed = vault.sealToPerson(
                    asker, PURPOSE + id, json.writeValueAsString(identity).getBytes(StandardCharsets.UTF_8));
            cases.seal(id, new Content.IdentityGiven(asker, Base64.getEncoder().encodeToString(sealed)));
        }
        answer(id, asker, true, said);
    }

    /** The reporter does not agree. */
    public void refuse(Receipt receipt, String said) {
        CaseId id = find(receipt);
        answer(id, take(id), false, said);
    }

    /** What the reporter showed to this officer alone, oldest first. */
    @Transactional(readOnly = true)
    public List<Reporter.Identity> given(Officer officer, CaseId id, Revealed revealed) {
        return revealed.all(Content.IdentityGiven.class).stream()
                .filter(given -> given.to().equals(officer.id()))
                .flatMap(given ->
                        OwnSecret.open(
                                officer, PURPOSE + id, Base64.getDecoder().decode(given.sealed()))
                                .stream())
                .map(plain -> json.readValue(plain, Reporter.Identity.class))
                .toList();
    }

    private void answer(CaseId id, PersonId asker, boolean agreed, String said) {
        OpenCase.Filing filing = cases.sealForReporter(id, new Content.IdentityAnswered(asker, agreed), said);
        register.append(Note.of(Act.IDENTITY_ANSWERED, id, null).content(filing.bytes()));
        if (vault.readers(id).contains(asker)) {
            notices.tell(asker, id, Notices.Kind.MESSAGE);
        }
    }

    private PersonId take(CaseId id) {
        if (cases.lock(id).state() == CaseState.PURGED) {
            throw Problem.conflict("case.destroyed");
        }
        return waiting(id).orElseThrow(() -> Problem.conflict("identity.notAsked"));
    }

    private Optional<PersonId> waiting(CaseId id) {
        return cases.lastOf(id, BOTH)
                .filter(last -> last.kind().equals(Content.IdentityAsked.class))
                .flatMap(last -> Optional.ofNullable(last.by()));
    }

    private CaseId find(Receipt receipt) {
        return vault.find(receipt).orElseThrow(Problem::notFound);
    }
}
