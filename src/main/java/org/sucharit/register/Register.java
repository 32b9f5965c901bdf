package org.sucharit.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.register.audit.Fault;
import org.sucharit.register.audit.Inspection;

/**
 * The register. {@link #append} notes an act in the caller's transaction; the entries of a transaction are written
 * together just before it commits, so that the organisation's chain is locked for that moment only.
 */
@Component
public class Register {

    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Inspection inspection;

    Register(JdbcClient jdbc, Transactions transactions, Inspection inspection) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.inspection = inspection;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void append(Note note) {
        transactions.note(CurrentOrganisation.get(), note);
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
        return jdbc.sql("""
                        select e.*, r.list from register_entry e
                        left join register_rows r on r.organisation_id = e.organisation_id and r.seq = e.seq
                        where e.organisation_id = ? and e.case_id = ? order by e.seq""")
                .params(CurrentOrganisation.get().value(), caseId.value())
                .query((row, n) -> {
                    Entry entry = entry(row, n);
                    Chain.Done done = new Chain.Done(
                            entry.at(),
                            entry.act().name(),
                            entry.caseId(),
                            entry.actor(),
                            entry.taskId(),
                            entry.detail(),
                            row.getBytes("content_digest"),
                            row.getBytes("list"));
                    Chain.Version version =
                            Chain.link(entry.bytes()).orElseThrow().version();
                    return new Opening(entry, row.getBytes("salt"), Chain.text(version, done));
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
     * Checks the chain and the tree of the current organisation from its first entry to its head.
     *
     * @return the sequence number of the first entry that was changed, is missing or was put in; nothing when all is
     *     as it was written
     */
    @Transactional(readOnly = true)
    public Optional<Long> firstFault() {
        return inspection.register(CurrentOrganisation.get()).stream()
                .map(Fault::seq)
                .min(Comparator.naturalOrder());
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
}
