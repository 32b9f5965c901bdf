package org.sucharit.mail;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;

/** Remembers what it was handed, and does work in the database: a row in the outbox whose body is the mail's text. */
class RecordingHandler implements IncomingMailHandler {

    final List<IncomingMail> mails = new CopyOnWriteArrayList<>();
    final List<OrganisationId> scopes = new CopyOnWriteArrayList<>();
    volatile Consumer<IncomingMail> before = mail -> {};
    volatile Consumer<IncomingMail> then = mail -> {};
    private final JdbcTemplate database;

    RecordingHandler(JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void on(IncomingMail mail) {
        before.accept(mail);
        database.update(
                "insert into outbox (id, organisation_id, body, state, attempts, created_at, next_attempt_at)"
                        + " values (?, ?, ?, 'DEAD', 0, ?, ?)",
                UUID.randomUUID(),
                CurrentOrganisation.get().value(),
                mail.text().substring(0, Math.min(mail.text().length(), 100)),
                OffsetDateTime.now(),
                OffsetDateTime.now());
        mails.add(mail);
        scopes.add(CurrentOrganisation.get());
        then.accept(mail);
    }

    /** How often the work for a mail of this text has been committed. */
    int committed(String text) {
        Integer count = database.queryForObject("select count(*) from outbox where body = ?", Integer.class, text);
        return count == null ? 0 : count;
    }

    void forget() {
        mails.clear();
        scopes.clear();
        then = mail -> {};
        database.update("delete from outbox");
    }
}
