package org.sucharit.assignment;

import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
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
        FOLLOW_UP
    }

    /** A notice, as the worklist shows it. */
    public record View(UUID id, CaseId caseId, Kind kind, Instant at) {}

    private static final int SHOWN = 20;

    private final NoticeRepository notices;
    private final EntityManager entities;
    private final Outbox outbox;
    private final People people;
    private final MessageSource messages;
    private final Time time;

    Notices(
            NoticeRepository notices,
            EntityManager entities,
            Outbox outbox,
            People people,
            MessageSource messages,
            Time time) {
        this.notices = notices;
        this.entities = entities;
        this.outbox = outbox;
        this.people = people;
        this.messages = messages;
        this.time = time;
    }

    /** Tells a person once: an unread notice of the same kind about the same case is enough. */
    public void tell(PersonId person, CaseId caseId, Kind kind) {
        if (notices.existsByPersonIdAndCaseIdAndKindAndReadAtIsNull(person.value(), caseId.value(), kind)) {
            return;
        }
        entities.persist(new Notice(person, caseId, kind, time.now()));
        PersonView to = people.get(person);
        if (OutgoingMail.isAddress(to.email())) {
            outbox.enqueue(new OutgoingMail(
                    CurrentOrganisation.get(), to.email(), text("notice.mail.subject"), text("notice.mail.body")));
        }
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
        notices.read(officer.id().value(), caseId.value(), time.now());
    }

    private String text(String code) {
        return messages.getMessage(code, new Object[0], java.util.Locale.of("th"));
    }
}
