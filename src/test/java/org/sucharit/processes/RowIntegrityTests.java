package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.casefile.Upload;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Fields;
import org.sucharit.mail.Outbox;
import org.sucharit.mail.OutgoingMail;
import org.sucharit.organisation.Holidays;
import org.sucharit.organisation.People;
import org.sucharit.papers.OfficePapers;
import org.sucharit.papers.Stationer;
import org.sucharit.papers.Templates;
import org.sucharit.processes.Tables.Column;
import org.sucharit.processes.Tables.Table;
import org.sucharit.register.Checkpoints;
import org.sucharit.register.Rows;
import org.sucharit.register.audit.Inspection;
import org.sucharit.register.rows.Coverage;
import org.sucharit.testing.Town;

/** Somebody with the database changes, deletes or puts in one row, in each table and column in turn. */
@SpringBootTest
@Import({Town.class, Walks.class, Always.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RowIntegrityTests {

    private static final byte[] EMBLEM = """
            <svg xmlns="http://www.w3.org/2000/svg" width="100" height="100"><circle cx="50" cy="50" r="40"/></svg>""".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Town towns;

    @Autowired
    Walks walks;

    @Autowired
    Templates templates;

    @Autowired
    Stationer stationer;

    @Autowired
    OfficePapers papers;

    @Autowired
    Holidays holidays;

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    Rows rows;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Inspection inspection;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    DataSource database;

    @Autowired
    TransactionTemplate transaction;

    private Town.Founded town;
    private Walk walk;

    /** Lets a table be written against its foreign keys, as whoever owns the database can. */
    abstract void withoutForeignKeys(Runnable work);

    /** As {@link #withoutForeignKeys}, for the present transaction. */
    abstract void loosen();

    @BeforeAll
    void aTownWithARowInEveryTable() throws SQLException {
        town = towns.found();
        walk = walks.corruption(town, "finance")
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .assign("legal", "legal2")
                .accept();
        town.run(() -> {
            transaction.executeWithoutResult(status -> {
                walks.cases
                        .open(town.officer("legal"), walk.id())
                        .attach(null, Upload.of("a.txt", "text/plain", new byte[600 * 1024]));
                people.change(town.staff.person("works2"), "นายใหม่ ทดสอบเปลี่ยนชื่อ", "", "", "", null);
                holidays.add(LocalDate.of(2026, 12, 1), "วันหยุดของเรา", town.staff.person("admin"));
                stationer.useEmblem(EMBLEM, town.staff.person("admin"));
                papers.issue(
                        new OfficePapers.Draft(DocumentKind.PERIOD_MEMO, "2569-Q1", periodFields()),
                        town.officer("personnel"));
                templates.save(
                        DocumentKind.RECEIPT_SLIP,
                        templates.inForce(DocumentKind.RECEIPT_SLIP).text() + "\n",
                        0,
                        town.staff.person("admin"));
            });
            transaction.executeWithoutResult(status -> {
                outbox.enqueue(new OutgoingMail(town.id, "somebody@example.org", "subject", "body"));
            });
        });
        checkpoints.make(town.id);
        walk.conclude();
        Map<String, Table> tables = kept();
        withoutForeignKeys(() -> tables.forEach(this::fill));
    }

    /** Puts a row, as the program would, where the case left none. */
    private void fill(String name, Table table) {
        if (name.equals("organisation")
                || table.kept().parent() != null
                || jdbc.queryForObject(
                                "select count(*) from " + name + " where organisation_id = ?",
                                Integer.class,
                                town.id.value())
                        > 0) {
            return;
        }
        Map<String, Object> row = new TreeMap<>();
        table.columns().forEach(column -> row.put(column.name(), some(column)));
        transaction.executeWithoutResult(status -> {
            loosen();
            jdbc.update(
                    "insert into " + name + " (" + String.join(", ", row.keySet()) + ") values ("
                            + String.join(", ", Collections.nCopies(row.size(), "?")) + ")",
                    row.values().toArray());
            town.run(() ->
                    rows.changed(name, table.primary().stream().map(row::get).toArray()));
        });
    }

    private Object some(Column column) {
        return switch (column.type()) {
            case Types.SMALLINT, Types.INTEGER -> 1;
            case Types.BIGINT -> 1L;
            case Types.BOOLEAN, Types.BIT -> false;
            case Types.DATE -> LocalDate.of(2026, 11, 1);
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> moment();
            default ->
                switch (column.typeName().toLowerCase(Locale.ROOT)) {
                    case "uuid" -> column.name().equals("organisation_id") ? town.id.value() : UUID.randomUUID();
                    case "bytea", "binary varying", "varbinary" -> new byte[] {1};
                    default -> "x";
                };
        };
    }

    private static Fields periodFields() {
        return new Fields()
                .text("period", "ไตรมาสที่ 1")
                .text("fiscalYear", "2569")
                .date("from", LocalDate.of(2025, 10, 1))
                .date("to", LocalDate.of(2025, 12, 31))
                .number("received", 0)
                .number("inProgress", 0)
                .number("finished", 0)
                .flag("none", true)
                .flag("registerSigned", false)
                .date("registerSignedOn", LocalDate.of(2025, 12, 31))
                .number("registerSize", 0)
                .text("registerRoot", "")
                .rows("months", List.of());
    }

    private static OffsetDateTime moment() {
        return OffsetDateTime.of(2026, 11, 1, 10, 0, 0, 0, ZoneOffset.UTC);
    }

    private List<String> faults() {
        return inspection.everything(town.id, Inspection.Outside.NOTHING).stream()
                .map(fault -> fault.kind() + " " + fault.what())
                .toList();
    }

    @Test
    void everyTableIsDecidedOn() throws SQLException {
        assertThat(Tables.in(database).keySet())
                .isNotEmpty()
                .allSatisfy(table -> assertThat(Coverage.of(table)).as(table).isPresent());
    }

    @Test
    void allIsAsItWasWritten() {
        assertThat(faults()).isEmpty();
    }

    @Test
    void aValueChangedInAnyColumnIsNamed() throws SQLException {
        Map<String, Table> tables = kept();
        withoutForeignKeys(() -> tables.forEach((name, table) -> {
            for (Column column : table.columns()) {
                if (table.kept().without().contains(column.name())
                        || table.key().contains(column.name())) {
                    continue;
                }
                attacked(() -> {
                    Object[] key = key(name, table);
                    assertThat(jdbc.update(
                                    "update " + name + " set " + column.name() + " = " + other(column) + " where "
                                            + condition(table),
                                    key))
                            .isEqualTo(1);
                    assertThat(faults())
                            .as(name + "." + column.name())
                            .containsAnyOf(
                                    "ROW_CHANGED " + name + " " + text(table, key),
                                    // moved to somebody else
                                    "ROW_MISSING " + name + " " + text(table, key));
                });
            }
        }));
    }

    @Test
    void aRowTakenOutOfAnyTableIsNamed() throws SQLException {
        Map<String, Table> tables = kept();
        withoutForeignKeys(() -> tables.forEach((name, table) -> attacked(() -> {
            Object[] key = key(name, table);
            assertThat(jdbc.update("delete from " + name + " where " + condition(table), key))
                    .isEqualTo(1);
            assertThat(faults())
                    .as(name)
                    .containsAnyOf(
                            "ROW_MISSING " + name + " " + text(table, key),
                            "ROW_CHANGED " + name + " " + text(table, key));
        })));
    }

    @Test
    void aRowPutIntoAnyTableIsNamed() throws SQLException {
        Map<String, Table> tables = kept();
        withoutForeignKeys(() -> tables.forEach((name, table) -> {
            // Another row of these would be another organisation's.
            if (!name.equals("organisation") && !table.primary().equals(List.of("organisation_id"))) {
                attacked(() -> {
                    Object[] key = key(name, table);
                    String columns = table.columns().stream().map(Column::name).collect(Collectors.joining(", "));
                    String values = table.columns().stream()
                            .map(column -> unique(name, table, column) ? other(column) : column.name())
                            .collect(Collectors.joining(", "));
                    jdbc.update(
                            "insert into " + name + " (" + columns + ") select " + values + " from " + name + " where "
                                    + condition(table),
                            key);
                    assertThat(faults())
                            .as(name)
                            .anySatisfy(fault -> assertThat(fault).matches("(ROW_ADDED|ROW_CHANGED) " + name + " .*"));
                });
            }
        }));
    }

    @Test
    void aRowOfTheRegisterItselfIsNamed() {
        for (String attack : List.of(
                "delete from register_rows where organisation_id = ? and seq = 3",
                "update register_rows set list = %s where organisation_id = ? and seq = 3",
                "delete from register_entry where organisation_id = ? and seq = 3",
                "update register_entry set at = at + interval '1' second where organisation_id = ? and seq = 3",
                "update register_entry set salt = hash where organisation_id = ? and seq = 3")) {
            attacked(() -> {
                assertThat(jdbc.update(attack.formatted(bytes()), town.id.value()))
                        .isEqualTo(1);
                assertThat(faults())
                        .as(attack)
                        .anySatisfy(fault -> assertThat(fault).matches("ENTRY_(CHANGED|MISSING) 3"));
            });
        }
    }

    @Test
    void anOpenCaseWithoutItsProcessIsNamed() {
        withoutForeignKeys(() -> attacked(() -> {
            assertThat(jdbc.update(
                            "delete from act_ru_execution where business_key_ = ?",
                            walk.id().toString()))
                    .isPositive();
            assertThat(faults()).contains("PROCESS_MISSING case_file " + walk.id());
        }));
    }

    abstract String bytes();

    private void attacked(Runnable attack) {
        transaction.executeWithoutResult(status -> {
            loosen();
            attack.run();
            status.setRollbackOnly();
        });
    }

    /** The key of one row that is the town's. */
    private Object[] key(String name, Table table) {
        String owned = table.kept().parent() == null
                ? (name.equals("organisation") ? "id" : "organisation_id") + " = ?"
                : table.kept().by() + " in (select id from " + table.kept().parent() + " where organisation_id = ?)";
        List<Map<String, Object>> found = jdbc.queryForList(
                "select " + String.join(", ", table.primary()) + " from " + name + " where " + owned + " order by "
                        + String.join(", ", table.primary()) + " fetch first 1 rows only",
                town.id.value());
        assertThat(found).as("a row of " + name).hasSize(1);
        return table.primary().stream()
                .map(column -> found.getFirst().get(column))
                .toArray();
    }

    private static String condition(Table table) {
        return table.primary().stream().map(column -> column + " = ?").collect(Collectors.joining(" and "));
    }

    private static String text(Table table, Object[] key) {
        return table.key().stream()
                .map(column -> java.net.URLEncoder.encode(
                        Objects.toString(key[table.primary().indexOf(column)]), StandardCharsets.UTF_8))
                .collect(Collectors.joining("/"));
    }

    private String other(Column column) {
        return switch (column.type()) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> "coalesce(" + column.name() + ", 0) + 77";
            case Types.BOOLEAN, Types.BIT -> "not " + column.name();
            case Types.DATE -> "date '2099-02-03'";
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE ->
                "timestamp with time zone '2001-02-03 04:05:06+00:00'";
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY ->
                column.typeName().equalsIgnoreCase("uuid") ? "cast('" + UUID.randomUUID() + "' as uuid)" : bytes();
            default -> column.typeName().equalsIgnoreCase("uuid") ? "cast('" + UUID.randomUUID() + "' as uuid)" : "'X'";
        };
    }

    /** Whether a second row needs another value there; of what names the owner it keeps the same. */
    private static boolean unique(String name, Table table, Column column) {
        if (column.name().equals("organisation_id")) {
            return false;
        }
        boolean own = table.primary().getLast().equals(column.name());
        return own
                || Set.of(
                                "short_name",
                                "username",
                                "on_day",
                                "uid",
                                "version",
                                "number",
                                "reporter_lookup",
                                "place",
                                "holder_id",
                                "credential_id",
                                "message_id_hash",
                                "token_hash",
                                "reference_lookup")
                        .contains(column.name());
    }

    private Map<String, Table> kept() throws SQLException {
        Map<String, Table> kept = Tables.in(database);
        kept.values().removeIf(table -> table.kept() == null);
        assertThat(kept).hasSizeGreaterThan(20);
        return kept;
    }
}
