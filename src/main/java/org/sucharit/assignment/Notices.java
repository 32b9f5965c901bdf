package org.sucharit.assignment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CasePurged;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.mail.Outbox;
import org.sucharit.mail.OutgoingMail;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PersonView;
import org.sucharit.vault.Officer;

/**
 * Notices to officers. In the worklist a notice leads to its case; by mail it only says that something waits, in the
 * same words for every case.
 */
@Component
@Transactional
public class Notices {

    public enum Kind {
        TASK,
        COMMITTEE,
        REMINDER,
        ESCALATION,
        EXTENSION,
        MESSAGE,
        FOLLOW_UP,
        PURGE,
        HOLD
    }

    /** A notice, as the worklist shows it. */
    public record View(UUID id, CaseId caseId, Kind kind, Instant at) {}

    private static final int SHOWN = 20;
    private static final int BATCH = 100;
    private static final LocalTime MORNING = LocalTime.of(7, 30);

    private final NoticeRepository notices;
    private final DigestRepository digests;
    private final EntityManager entities;
    private final Outbox outbox;
    private final People people;
    private final MessageSource messages;
    private final Time time;
    private final CaseFiles cases;

    Notices(
            NoticeRepository notices,
            DigestRepository digests,
            EntityManager entities,
            Outbox outbox,
            People people,
            MessageSource messages,
            Time time,
            CaseFiles cases) {
        this.notices = notices;
        this.digests = digests;
        this.entities = entities;
        this.outbox = outbox;
        this.people = people;
        this.messages = messages;
        this.time = time;
        this.cases = cases;
    }

    /** Tells a person once: an unread notice of the same kind about the same case is enough. */
    public void tell(PersonId person, CaseId caseId, Kind kind) {
        if (notices.existsByPersonIdAndCaseIdAndKindAndReadAtIsNull(person.value(), caseId.value(), kind)) {
            return;
        }
        entities.persist(new Notice(person, caseId, kind, time.now()));
        if (!digests.existsByPersonId(person.value())) {
            mail(person);
        }
    }

    private void mail(PersonId person) {
        PersonView to = people.get(person);
        if (OutgoingMail.isAddress(to.email())) {
            outbox.enqueue(new OutgoingMail(
                    CurrentOrganisation.get(), to.email(), text("notice.mail.subject"), text("notice.mail.body")));
        }
    }

    /** Whether the officer is told by one mail a day instead of one for each notice. */
    @Transactional(readOnly = true)
    public boolean onceADay(Officer officer) {
        return digests.existsByPersonId(officer.id().value());
    }

    /** @param daily by one mail a day, from now on; it says what the others say */
    public void onceADay(Officer officer, boolean daily) {
        if (!daily) {
            digests.deleteByPersonId(officer.id().value());
        } else if (!digests.existsByPersonId(officer.id().value())) {
            entities.persist(new Digest(officer.id(), time.now()));
        }
    }

    /**
     * Sends a batch of the day's mails, to whoever wants one and has something new unread, once it is half past seven.
     *
     * @return whether there may be more
     */
    public boolean sendDigests() {
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), Time.BANGKOK);
        if (now.toLocalTime().isBefore(MORNING)) {
            return false;
        }
        List<Digest> due = digests.due(now.toLocalDate(), Limit.of(BATCH));
        for (Digest digest : due) {
            if (!digest.sentOn(now.toLocalDate())) { // by another node, while this one waited for the row
                digest.sent(now.toLocalDate(), time.now());
                mail(digest.person());
            }
        }
        return due.size() == BATCH;
    }

    /** The officer's unread notices of cases they can open, the latest first; tasks stand in the worklist themselves. */
    @Transactional(readOnly = true)
    public List<View> unread(Officer officer) {
        return notices.unread(officer.id().value(), PageRequest.ofSize(SHOWN)).stream()
                .map(Notice::view)
                .toList();
    }

    /** The officer has seen the case, and with it what the notices were about. */
    public void read(Officer officer, CaseId caseId) {
        boolean news = isUnread(caseId);
        notices.findByPersonIdAndCaseIdAndReadAtIsNull(officer.id().value(), caseId.value())
                .forEach(notice -> notice.read(time.now()));
        if (news && isUnread(caseId)) {
            entities.persist(Notice.alreadyRead(officer.id(), caseId, Kind.MESSAGE, time.now()));
        }
    }

    /** Whether the reporter wrote something since anybody opened the case. */
    @Transactional(readOnly = true)
    public boolean isUnread(CaseId caseId) {
        Optional<Instant> read = notices.lastRead(caseId.value());
        return cases.reporterWroteLast(caseId)
                .filter(wrote -> read.isEmpty() || read.get().isBefore(wrote))
                .isPresent();
    }

    /** How many of those who can open the case have not read what they were told of it; tasks, and the request to destroy it, do not count. */
    @Transactional(readOnly = true)
    public int haveNotRead(CaseId caseId) {
        return notices.haveNotRead(caseId.value());
    }

    @EventListener
    void on(CasePurged purged) {
        notices.deleteByCaseId(purged.caseId().value());
    }

    private String text(String code) {
        return messages.getMessage(code, new Object[0], java.util.Locale.of("th"));
    }
}
