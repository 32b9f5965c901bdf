package org.sucharit.register.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.register.Chain;
import org.sucharit.register.RegisterKeys;
import org.sucharit.register.audit.Fault.Kind;
import org.sucharit.register.rows.RowCheck;
import org.sucharit.register.tree.Checkpoint;
import org.sucharit.register.tree.VerifierKey;

/**
 * Checks registers in a database, without writing to it. Call it in a transaction that sees the database as it was at
 * one moment: what is written meanwhile would look like a fault.
 */
@Component
public class Inspection {

    private final JdbcTemplate jdbc;
    private final RegisterKeys keys;

    public Inspection(JdbcTemplate jdbc, RegisterKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What somebody outside brings to the check. */
    public record Outside(
            List<Checkpoint> witnessed, @Nullable VerifierKey key) {

        public static final Outside NOTHING = new Outside(List.of(), null);
    }

    /** The chain, the padding, the tree, every checkpoint; nothing where all is as it was written. */
    public List<Fault> register(OrganisationId organisation) {
        List<Fault> faults = new ArrayList<>();
        walk(organisation, Outside.NOTHING, faults::add, null);
        return faults;
    }

    /** As {@link #register}, and every row that the register commits to, and the process of every open case. */
    public List<Fault> everything(OrganisationId organisation, Outside outside) {
        List<Fault> faults = new ArrayList<>();
        RowCheck rows = new RowCheck(jdbc, organisation, keys.rows(organisation));
        long end = walk(organisation, outside, faults::add, rows);
        rows.changed(row -> faults.add(new Fault(Kind.ROW_CHANGED, end, row)));
        rows.added(row -> faults.add(new Fault(Kind.ROW_ADDED, end, row)));
        rows.missing(row -> faults.add(new Fault(Kind.ROW_MISSING, end, row)));
        rows.check();
        processes(organisation).forEach(id -> faults.add(new Fault(Kind.PROCESS_MISSING, end, "case_file " + id)));
        return faults;
    }

    /** Everyone that has a register or a row of its own. */
    public List<OrganisationId> organisations() {
        return jdbc.query(
                "select organisation_id from register_head union select id from organisation",
                (row, n) -> new OrganisationId(row.getObject(1, UUID.class)));
    }

    private long walk(OrganisationId organisation, Outside outside, Consumer<Fault> faults, @Nullable RowCheck rows) {
        RegisterReader reader = new RegisterReader(jdbc, organisation);
        RegisterReader.Head head = reader.head();
        Audit audit = new Audit(organisation.toString(), faults);
        outside.witnessed().forEach(audit::witnessed);
        LongFunction<byte[]> padding = keys.padding(organisation);
        for (RegisterReader.Mark mark = reader.checkpoint(); mark != null; mark = reader.checkpoint()) {
            long size = mark.stored().made().size();
            long paddedFrom = Math.min(Math.max(mark.stored().paddedFrom(), audit.size()), size);
            if (mark.stored().previous() < audit.size()) {
                audit.fault(Kind.CHECKPOINT_CHANGED, audit.size(), Long.toString(size));
            } else if (mark.stored().previous() > audit.size()) {
                audit.fault(
                        Kind.CHECKPOINT_MISSING,
                        audit.size(),
                        Long.toString(mark.stored().previous()));
            }
            entries(reader, audit, paddedFrom, rows);
            while (audit.size() < size) {
                audit.padding(0, padding.apply(audit.size()));
            }
            checkpoint(organisation, outside, audit, mark);
        }
        entries(reader, audit, head.size(), rows);
        for (RegisterReader.Row row = reader.entry(); row != null; row = reader.entry()) {
            audit.fault(Kind.ENTRY_ADDED, row.seq(), Long.toString(row.seq()));
            reader.takeEntry();
        }
        if (audit.size() != head.size() || audit.last() != null && !Arrays.equals(audit.last(), head.hash())) {
            audit.fault(Kind.HEAD_CHANGED, audit.size(), Long.toString(audit.size()));
        }
        audit.end();
        return audit.size();
    }

    private void entries(RegisterReader reader, Audit audit, long to, @Nullable RowCheck rows) {
        while (true) {
            RegisterReader.Row row = reader.entry();
            if (row != null && row.seq() < audit.size()) {
                audit.fault(Kind.ENTRY_ADDED, row.seq(), Long.toString(row.seq()));
                reader.takeEntry();
            } else if (audit.size() >= to) {
                return;
            } else if (row == null || row.seq() > audit.size()) {
                audit.missing(row == null ? to : Math.min(to, row.seq()));
            } else {
                entry(audit, row, rows);
                reader.takeEntry();
            }
        }
    }

    private static void entry(Audit audit, RegisterReader.Row row, @Nullable RowCheck rows) {
        Chain.Link link = audit.entry(row.bytes());
        if (link != null && (!Chain.holds(link, row.salt(), row.done()) || !Arrays.equals(row.hash(), audit.last()))) {
            audit.fault(Kind.ENTRY_CHANGED, row.seq(), Long.toString(row.seq()));
        }
        byte[] list = row.done().rows();
        if (rows != null && list != null) {
            rows.list(list);
        }
    }

    private void checkpoint(OrganisationId organisation, Outside outside, Audit audit, RegisterReader.Mark mark) {
        String note = mark.stored().made().note();
        String origin = note.substring(0, Math.max(0, note.indexOf('\n')));
        VerifierKey key = keys.signing(organisation, origin).verifier();
        byte[] nodes = audit.checkpoint(note, key);
        boolean asWritten = Arrays.equals(mark.digest(), mark.stored().digest(keys.rows(organisation)))
                && origin.endsWith("/" + organisation);
        if (!asWritten || !Arrays.equals(nodes, mark.stored().nodes())) {
            audit.fault(Kind.CHECKPOINT_CHANGED, audit.size(), Long.toString(audit.size()));
        }
        VerifierKey pinned = outside.key();
        if (pinned != null && !pinned.equals(key)) {
            audit.fault(Kind.KEY_DIFFERS, audit.size(), Objects.toString(key));
        }
    }

    private List<String> processes(OrganisationId organisation) {
        return jdbc.query("""
                select cast(f.id as varchar(40)) from case_file f
                where f.organisation_id = ? and f.state <> 'CLOSED' and 1 <> (select count(*) from act_ru_execution e
                  where e.business_key_ = cast(f.id as varchar(40)) and e.parent_id_ is null
                    and e.super_exec_ is null and e.tenant_id_ = ?)""", (row, n) -> row.getString(1), organisation.value(), organisation.toString());
    }
}
