package org.sucharit.intake;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CasePurged;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.InstallationKey;
import org.sucharit.kernel.Time;
import org.sucharit.mail.MailReference;

/**
 * To which case a mail belongs. Kept are hashes under a key of the installation, so that a copy of the database and a
 * copy of somebody's mail together do not tell which case that mail was about.
 */
@Component
@Transactional
class MailThreads {

    /** How long the mail of one program is collected in one case. */
    private static final Duration COLLECTED = Duration.ofDays(30);

    private final MailThreadRepository threads;
    private final EntityManager entities;
    private final CaseFiles cases;
    private final SecretKeySpec key;
    private final Time time;

    MailThreads(
            MailThreadRepository threads,
            EntityManager entities,
            CaseFiles cases,
            InstallationKey installation,
            Time time) {
        this.threads = threads;
        this.entities = entities;
        this.cases = cases;
        this.key = new SecretKeySpec(installation.derive("mail/threads", 32), "HmacSHA256");
        this.time = time;
    }

    /** A new reference that leads to the case. */
    MailReference begin(CaseId id) {
        MailReference reference = MailReference.create();
        entities.persist(
                new MailThread(lookup("reference", reference.token()), id, MailThread.Kind.REFERENCE, time.now()));
        return reference;
    }

    /** The case that one of the references leads to, in this organisation. */
    Optional<CaseId> find(List<MailReference> references) {
        List<String> lookups = references.stream()
                .map(reference -> lookup("reference", reference.token()))
                .toList();
        return threads.findByLookupInAndKind(lookups, MailThread.Kind.REFERENCE).stream()
                .map(MailThread::caseId)
                .findFirst();
    }

    /** The open case in which the mail of a program is collected at present. */
    Optional<CaseId> collected(String program) {
        return threads.findByLookup(lookup("program", program.toLowerCase(Locale.ROOT)))
                .filter(thread -> thread.begunAt().plus(COLLECTED).isAfter(time.now()))
                .map(MailThread::caseId)
                .filter(id -> cases.file(id).state().open());
    }

    /** From here on the mail of a program is collected in this case. */
    void collect(String program, CaseId id) {
        String lookup = lookup("program", program.toLowerCase(Locale.ROOT));
        threads.findByLookup(lookup)
                .ifPresentOrElse(
                        thread -> thread.turnTo(id, time.now()),
                        () -> entities.persist(new MailThread(lookup, id, MailThread.Kind.PROGRAM, time.now())));
    }

    @EventListener
    void on(CasePurged purged) {
        threads.deleteByCaseId(purged.caseId().value());
    }

    private String lookup(String what, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return HexFormat.of()
                    .formatHex(mac.doFinal(
                            (CurrentOrganisation.get() + "/" + what + "/" + text).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA256 is missing", e);
        }
    }
}
