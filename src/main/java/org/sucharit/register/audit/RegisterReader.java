package org.sucharit.register.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.register.Chain;
import org.sucharit.register.MadeCheckpoint;
import org.sucharit.register.Stored;

/** Reads a register from the database in pages, so that memory does not grow with it. */
final class RegisterReader {

    /** An entry as stored. */
    record Row(long seq, byte[] salt, byte[] bytes, byte[] hash, Chain.Done done) {}

    /** A checkpoint as stored, with the digest of its row. */
    record Mark(Stored stored, byte[] digest) {}

    /** The head as stored. */
    record Head(long size, byte[] hash) {}

    private static final int PAGE = 2000;

    private final JdbcTemplate jdbc;
    private final OrganisationId organisation;
    private final Deque<Row> entries = new ArrayDeque<>();
    private final Deque<Mark> marks = new ArrayDeque<>();
    private long nextEntry;
    private long nextMark;
    private boolean entriesRead;
    private boolean marksRead;

    RegisterReader(JdbcTemplate jdbc, OrganisationId organisation) {
        this.jdbc = jdbc;
        this.organisation = organisation;
    }

    Head head() {
        return jdbc
                .query(
                        "select size, hash from register_head where organisation_id = ?",
                        (row, n) -> new Head(row.getLong("size"), row.getBytes("hash")),
                        organisation.value())
                .stream()
                .findFirst()
                .orElse(new Head(0, Chain.START));
    }

    /** The next entry without taking it; nothing after the last. */
    @Nullable
    Row entry() {
        if (entries.isEmpty() && !entriesRead) {
            List<Row> page = jdbc.query("""
                    select e.*, r.list from register_entry e
                    left join register_rows r on r.organisation_id = e.organisation_id and r.seq = e.seq
                    where e.organisation_id = ? and e.seq >= ? order by e.seq fetch first 2000 rows only""", (row, n) -> row(row), organisation.value(), nextEntry);
            entriesRead = page.size() < PAGE;
            entries.addAll(page);
            if (!page.isEmpty()) {
                nextEntry = page.getLast().seq() + 1;
            }
        }
        return entries.peek();
    }

    void takeEntry() {
        entries.remove();
    }

    /** The next checkpoint, taken; nothing after the last. */
    @Nullable
    Mark checkpoint() {
        if (marks.isEmpty() && !marksRead) {
            List<Mark> page = jdbc.query("""
                    select * from register_checkpoint where organisation_id = ? and size > ?
                    order by size fetch first 2000 rows only""", (row, n) -> mark(row), organisation.value(), nextMark);
            marksRead = page.size() < PAGE;
            marks.addAll(page);
            if (!page.isEmpty()) {
                nextMark = page.getLast().stored().made().size();
            }
        }
        return marks.poll();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("seq"),
                row.getBytes("salt"),
                row.getBytes("entry"),
                row.getBytes("hash"),
                new Chain.Done(
                        instant(row, "at"),
                        row.getString("act"),
                        row.getObject("case_id", UUID.class),
                        row.getObject("actor_id", UUID.class),
                        row.getString("task_id"),
                        row.getString("detail"),
                        row.getBytes("content_digest"),
                        row.getBytes("list")));
    }

    private static Mark mark(ResultSet row) throws SQLException {
        MadeCheckpoint made = new MadeCheckpoint(
                row.getLong("size"), row.getBytes("root"), row.getString("note"), instant(row, "made_at"));
        return new Mark(
                new Stored(row.getLong("previous_size"), row.getLong("padded_from"), made, row.getBytes("nodes")),
                row.getBytes("digest"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
