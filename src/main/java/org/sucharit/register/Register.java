package org.sucharit.register;

import jakarta.persistence.EntityManager;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;

/**
 * The register. {@link #append} notes an act in the caller's transaction; the entries of a transaction are written
 * together just before it commits, so that the organisation's chain is locked for that moment only.
 */
@Component
public class Register {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int PAGE = 200;

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final EntityManager entities;
    private final Time time;

    Register(JdbcClient jdbc, Ledger ledger, EntityManager entities, Time time) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.entities = entities;
        this.time = time;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Note note) {
        pending().notes.add(note);
    }

    /** The acts on one case, oldest first. For those who may see the case: the caller has opened it. */
    @Transactional(readOnly = true)
    public List<Entry> ofCase(CaseId caseId) {
        return jdbc.sql("select * from register_entry where organisation_id = ? and case_id = ? order by seq")
                .params(CurrentOrganisation.get().value(), caseId.value())
                .query(Register::entry)
                .list();
    }

    /** As {@link #ofCase}, each with what opens its commitment. */
    @Transactional(readOnly = true)
    public List<Opening> openings(CaseId caseId) {
        return jdbc.sql("select * from register_entry where organisation_id = ? and case_id = ? order by seq")
                .params(CurrentOrganisation.get().value(), caseId.value())
                .query((row, n) -> {
                    Entry entry = entry(row, n);
                    Note note = new Note(
                            entry.act(), entry.caseId(), entry.actor(), entry.taskId(), entry.detail(), null);
                    return new Opening(
                            entry,
                            row.getBytes("salt"),
                            Chain.done(entry.at(), note, row.getBytes("content_digest")));
                })
                .list();
    }

    /** Who finished a task, and when; for the second person who tries. */
    @Transactional(readOnly = true)
    public Optional<Entry> finishing(String taskId) {
        return jdbc
                .sql("select * from register_entry where organisation_id = ? and task_id = ? order by seq")
                .params(CurrentOrganisation.get().value(), taskId)
                .query(Register::entry)
                .list()
                .stream()
                .findFirst();
    }

    /**
     * Checks the chain of the current organisation from its first entry to its head.
     *
     * @return the sequence number of the first entry that was changed, is missing or was put in; nothing when all is
     *     as it was written
     */
    @Transactional(readOnly = true)
    public Optional<Long> firstFault() {
        OrganisationId organisation = CurrentOrganisation.get();
        byte[] previous = Chain.START;
        long seq = 0;
        while (true) {
            List<Stored> page = page(organisation, seq);
            for (Stored stored : page) {
                if (!stored.holds(organisation, seq, previous)) {
                    return Optional.of(seq);
                }
                previous = stored.hash();
                seq++;
            }
            if (page.size() < PAGE) {
                break;
            }
        }
        return headAgrees(organisation, seq, previous) ? Optional.empty() : Optional.of(seq);
    }

    private boolean headAgrees(OrganisationId organisation, long size, byte[] hash) {
        return jdbc.sql("select size, hash from register_head where organisation_id = ?")
                .param(organisation.value())
                .query((row, n) -> row.getLong("size") == size && Arrays.equals(row.getBytes("hash"), hash))
                .optional()
                .orElse(size == 0);
    }

    private List<Stored> page(OrganisationId organisation, long from) {
        return jdbc.sql("""
                        select * from register_entry where organisation_id = ? and seq >= ?
                        order by seq fetch first 200 rows only""")
                .params(organisation.value(), from)
                .query((row, n) -> new Stored(
                        entry(row, n), row.getBytes("content_digest"), row.getBytes("salt"), row.getBytes("hash")))
                .list();
    }

    private record Stored(Entry entry, byte @Nullable [] contentDigest, byte[] salt, byte[] hash) {

        boolean holds(OrganisationId organisation, long seq, byte[] previous) {
            Note note = new Note(entry.act(), entry.caseId(), entry.actor(), entry.taskId(), entry.detail(), null);
            byte[] commitment = Chain.commitment(salt, entry.at(), note, contentDigest);
            return entry.seq() == seq
                    && Arrays.equals(entry.bytes(), Chain.entry(organisation, seq, previous, commitment))
                    && Arrays.equals(hash, Chain.hash(entry.bytes()));
        }
    }

    static Entry entry(ResultSet row, int n) throws SQLException {
        UUID caseId = row.getObject("case_id", UUID.class);
        UUID actor = row.getObject("actor_id", UUID.class);
        return new Entry(
                row.getLong("seq"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                Act.valueOf(row.getString("act")),
                caseId == null ? null : new CaseId(caseId),
                actor == null ? null : new PersonId(actor),
                row.getString("task_id"),
                row.getString("detail"),
                row.getBytes("entry"));
    }

    private Pending pending() {
        Object bound = TransactionSynchronizationManager.getResource(this);
        if (bound instanceof Pending pending) {
            return pending;
        }
        Pending pending = new Pending(CurrentOrganisation.get());
        TransactionSynchronizationManager.bindResource(this, pending);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    /** The acts of one transaction, until it commits. */
    private final class Pending implements TransactionSynchronization {

        private final OrganisationId organisation;
        private final List<Note> notes = new ArrayList<>();

        Pending(OrganisationId organisation) {
            this.organisation = organisation;
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Register.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Register.this, this);
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            entities.flush(); // so that nothing but the chain is written while it is locked
            Ledger.Head head = ledger.lock(organisation);
            for (Note note : notes) {
                head = write(head, note);
            }
            ledger.advance(organisation, head);
        }

        private Ledger.Head write(Ledger.Head head, Note note) {
            // The databases keep microseconds; the commitment must be computed over what they keep.
            Instant at = time.now().truncatedTo(ChronoUnit.MICROS);
            byte[] salt = new byte[32];
            RANDOM.nextBytes(salt);
            byte[] content = note.content();
            byte[] digest = content == null ? null : Chain.sha256(content);
            byte[] entry =
                    Chain.entry(organisation, head.size(), head.hash(), Chain.commitment(salt, at, note, digest));
            byte[] hash = Chain.hash(entry);
            jdbc.sql("""
                            insert into register_entry (organisation_id, seq, at, act, case_id, actor_id, task_id,
                                detail, content_digest, salt, entry, hash)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(Arrays.asList(
                            organisation.value(),
                            head.size(),
                            OffsetDateTime.ofInstant(at, ZoneOffset.UTC),
                            note.act().name(),
                            note.caseId() == null ? null : note.caseId().value(),
                            note.actor() == null ? null : note.actor().value(),
                            note.taskId(),
                            note.detail(),
                            digest,
                            salt,
                            entry,
                            hash))
                    .update();
            return new Ledger.Head(head.size() + 1, hash);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Register.this);
        }
    }
}
