package org.sucharit.register.rows;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import javax.crypto.Mac;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.sucharit.kernel.OrganisationId;

/**
 * Holds every row of an organisation against the last list that names it. First it is given the lists, oldest first;
 * of each row it keeps sixteen bytes.
 */
public final class RowCheck {

    private static final int AT_ONCE = 100;

    private final JdbcTemplate jdbc;
    private final OrganisationId organisation;
    private final Mac mac;
    private final Map<String, KeptTable> tables;
    private final Map<String, String> columnsOfShape = new HashMap<>();
    private final Map<String, Set<String>> shapesOfTable = new HashMap<>();
    private final Fingerprints rows = new Fingerprints();
    private Consumer<String> changed = row -> {};
    private Consumer<String> added = row -> {};
    private Consumer<String> missing = row -> {};

    public RowCheck(JdbcTemplate jdbc, OrganisationId organisation, Mac mac) {
        DataSource database = Objects.requireNonNull(jdbc.getDataSource());
        this.jdbc = new JdbcTemplate(database);
        this.jdbc.setFetchSize(AT_ONCE); // PostgreSQL would else give a whole table at once
        this.organisation = organisation;
        this.mac = mac;
        this.tables = Schema.read(database).tables();
    }

    public void changed(Consumer<String> told) {
        this.changed = told;
    }

    public void added(Consumer<String> told) {
        this.added = told;
    }

    public void missing(Consumer<String> told) {
        this.missing = told;
    }

    public void list(byte[] list) {
        for (String line : new String(list, StandardCharsets.UTF_8).split("\n")) {
            String[] parts = line.split(" ");
            if (parts.length != 4) {
                continue; // then the list is not what its entry commits to, which is said
            }
            String row = parts[0] + " " + parts[2];
            if (parts[3].equals(RowLists.GONE)) {
                rows.remove(row);
            } else {
                shapesOfTable
                        .computeIfAbsent(parts[0], table -> new TreeSet<>())
                        .add(parts[1]);
                rows.put(row, parts[1] + " " + parts[3]);
            }
        }
    }

    /** Reads every kept table and tells what differs. */
    public void check() {
        jdbc.query("select shape, columns from register_shape", row -> {
            columnsOfShape.put(row.getString("shape"), row.getString("columns"));
        });
        tables.values().forEach(this::check);
        if (rows.size() > 0) {
            nameMissing();
        }
    }

    /** Under every shape that a list ever named: a row may stand as it was written when the table had other columns. */
    private void check(KeptTable table) {
        Map<String, Digesting> shapes = new HashMap<>();
        shapesOfTable.getOrDefault(table.name(), Set.of(table.shape())).forEach(shape -> {
            List<Column> covered = covered(table, shape);
            if (covered != null) {
                shapes.put(shape, new Digesting(table, covered, copy(mac)));
            }
        });
        shapes.putIfAbsent(table.shape(), new Digesting(table, table.columns(), copy(mac)));
        jdbc.query(
                "select " + table.columnList() + " from " + table.name() + " where " + table.ownedCondition()
                        + " order by " + table.orderList(),
                (ResultSet result) -> {
                    Found found = new Found(table);
                    while (result.next()) {
                        for (Map.Entry<String, Digesting> shape : shapes.entrySet()) {
                            shape.getValue().row(result, (key, digest) -> found.add(key, shape.getKey(), digest));
                        }
                        found.tell();
                        largeToo(table, result);
                    }
                    shapes.forEach((shape, digesting) -> digesting.end((key, digest) -> found.add(key, shape, digest)));
                    found.tell();
                    return null;
                },
                organisation.value());
    }

    /** One row with its digests. */
    private final class Found {

        private final KeptTable table;
        private final List<String> digests = new ArrayList<>();
        private String key = "";

        Found(KeptTable table) {
            this.table = table;
        }

        void add(String ofRow, String shape, String digest) {
            key = ofRow;
            digests.add(shape + " " + digest);
        }

        void tell() {
            if (digests.isEmpty()) {
                return;
            }
            String row = table.name() + " " + key;
            if (!rows.has(row)) {
                added.accept(row);
            } else if (digests.stream().noneMatch(digest -> rows.is(row, digest))) {
                changed.accept(row);
            }
            rows.remove(row);
            digests.clear();
        }
    }

    private static Mac copy(Mac mac) {
        try {
            return (Mac) mac.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Nothing where the table has such columns no longer, or the shape is not what its name says. */
    private @Nullable List<Column> covered(KeptTable table, String shape) {
        String columns = columnsOfShape.get(shape);
        if (columns == null || !Schema.shape(columns).equals(shape)) {
            return null;
        }
        List<String> names = Arrays.asList(columns.split(","));
        List<Column> covered = table.columns().stream()
                .filter(column -> names.contains(column.name()))
                .toList();
        return covered.size() == names.size() ? covered : null;
    }

    /** A large column must be what its digest says; it is read by itself, so that one is in memory at a time. */
    private void largeToo(KeptTable table, ResultSet row) throws SQLException {
        String large = table.decision().large();
        if (large == null) {
            return;
        }
        List<Object> key = new ArrayList<>();
        for (Column column : table.key()) {
            key.add(row.getObject(column.name()));
        }
        byte[] bytes = jdbc.queryForObject(
                "select " + large + " from " + table.name() + " where " + table.keyCondition(),
                byte[].class,
                key.toArray());
        if (bytes == null || !Arrays.equals(row.getBytes(large), Digests.sha256(bytes))) {
            changed.accept(table.name() + " " + table.keyText(row));
        }
    }

    /** By the lists once more, this time for the names. */
    private void nameMissing() {
        Set<String> told = new TreeSet<>();
        jdbc.query(
                "select list from register_rows where organisation_id = ? order by seq",
                row -> {
                    for (String line : new String(row.getBytes("list"), StandardCharsets.UTF_8).split("\n")) {
                        String[] parts = line.split(" ");
                        if (parts.length == 4 && rows.has(parts[0] + " " + parts[2])) {
                            told.add(parts[0] + " " + parts[2]);
                        }
                    }
                },
                organisation.value());
        told.forEach(missing);
    }
}
