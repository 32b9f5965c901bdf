package org.sucharit.assignment;

import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Filed;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Revealed;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.Words;
import org.sucharit.organisation.Holder;
import org.sucharit.organisation.People;
import org.sucharit.vault.Officer;

/** Who reported: opened for one officer and one reason, in the register, and told to the reporter. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Identities {

    private static final Locale OFFICIAL = Locale.of("th");

    private final CaseFiles cases;
    private final People people;
    private final MessageSource messages;
    private final Time time;

    Identities(CaseFiles cases, People people, MessageSource messages, Time time) {
        this.cases = cases;
        this.people = people;
        this.messages = messages;
        this.time = time;
    }

    /**
     * @param reason one line; the reporter reads it, with the officer's post and not their name
     * @throws Problem invalid, where the reason is missing or too long; conflict, where the reporter was asked and did not
     *     agree that this officer sees it
     */
    public Revealed open(Officer officer, OpenCase open, String reason) {
        Words.check().line("reason", reason).orThrow();
        if (answerTo(open, officer.id()).equals(Optional.of(false))) {
            throw Problem.conflict("identity.refused");
        }
        // What the reporter reads is in Thai, whoever opens it.
        String told = messages.getMessage("identity.told", new Object[] {post(officer), reason}, OFFICIAL);
        return cases.openIdentity(open, officer.id(), reason, told);
    }

    /** What the reporter answered this officer last; nothing where they were not asked or have not answered. */
    public static Optional<Boolean> answerTo(OpenCase open, PersonId officer) {
        return open.all(Content.IdentityAnswered.class).stream()
                .map(Filed::content)
                .filter(answer -> answer.to().equals(officer))
                .reduce((first, later) -> later)
                .map(Content.IdentityAnswered::agreed);
    }

    /** The first of the posts that the officer serves in today, as the reporter reads it. */
    public String post(Officer officer) {
        return people.postsOf(officer.id(), time.today()).stream()
                .filter(Holder::serving)
                .map(holder -> holder.post().titleTh())
                .findFirst()
                .orElse("");
    }
}
