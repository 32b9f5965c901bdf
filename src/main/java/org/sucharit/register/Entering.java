package org.sucharit.register;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;
import org.sucharit.register.rows.RowLists;
import org.sucharit.register.rows.Touched;

/** Writes the entries of a transaction. The last of an organisation commits to the rows that it touched. */
@Component
class Entering {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Note ROWS_KEPT = new Note(Act.ROWS_KEPT, null, null, null, null, null);

    private final JdbcClient jdbc;
    private final Ledger ledger;
    private final RowLists rows;
    private final RegisterKeys keys;
    private final Time time;

    Entering(JdbcClient jdbc, Ledger ledger, RowLists rows, RegisterKeys keys, Time time) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.rows = rows;
        this.keys = keys;
        this.time = time;
    }

    /** @param notes of every organisation that is to get an entry, in the order of their locks */
    void enter(Map<UUID, List<Note>> notes, Touched touched) {
        notes.forEach((id, ofOne) -> {
            OrganisationId organisation = new OrganisationId(id);
            byte @Nullable [] list =
                    rows.list(id, touched, keys.rows(organisation)).orElse(null);
            Ledger.Head head = ledger.lock(organisation);
            List<Note> all = ofOne.isEmpty() ? List.of(ROWS_KEPT) : ofOne;
            for (Note note : all.subList(0, all.size() - 1)) {
                head = write(organisation, head, note, null);
            }
            ledger.advance(organisation, write(organisation, head, all.getLast(), list));
        });
    }

    private Ledger.Head write(OrganisationId organisation, Ledger.Head head, Note note, byte @Nullable [] list) {
        // The databases keep microseconds; the commitment must be computed over what they keep.
        Instant at = time.now().truncatedTo(ChronoUnit.MICROS);
        byte[] salt = new byte[32];
        RANDOM.nextBytes(salt);
        byte[] content = note.content();
        byte[] digest = content == null ? null : Chain.sha256(content);
        Chain.Version version = Chain.Version.V2;
        byte[] commitment = Chain.commitment(
                version,
                salt,
                new Chain.Done(
                        at,
                        note.act().name(),
                        note.caseId(),
                        note.actor(),
                        note.taskId(),
                        note.detail(),
                        digest,
                        list));
        byte[] entry = Chain.entry(version, organisation, head.size(), head.hash(), commitment);
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
        if (list != null) {
            jdbc.sql("insert into register_rows (organisation_id, seq, list) values (?, ?, ?)")
                    .params(organisation.value(), head.size(), list)
                    .update();
        }
        return new Ledger.Head(head.size() + 1, hash);
    }
}
