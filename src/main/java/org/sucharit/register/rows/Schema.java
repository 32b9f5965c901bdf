package org.sucharit.register.rows;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;

/** The tables that are kept, as the database has them. Read once: the schema does not change while the program runs. */
final class Schema {

    private final Map<String, KeptTable> tables;

    private Schema(Map<String, KeptTable> tables) {
        this.tables = tables;
    }

    static Schema read(DataSource database) {
        try {
            return new Schema(JdbcUtils.extractDatabaseMetaData(database, Schema::tables));
        } catch (MetaDataAccessException e) {
            throw new IllegalStateException("The database does not tell its tables", e);
        }
    }

    Map<String, KeptTable> tables() {
        return tables;
    }

    private static Map<String, KeptTable> tables(DatabaseMetaData data) throws SQLException {
        Connection connection = data.getConnection();
        Map<String, List<Column>> columns = new TreeMap<>();
        Map<String, String> spelled = new TreeMap<>();
        try (ResultSet row = data.getColumns(connection.getCatalog(), connection.getSchema(), "%", "%")) {
            while (row.next()) {
                String table = row.getString("TABLE_NAME");
                spelled.put(table.toLowerCase(Locale.ROOT), table);
                columns.computeIfAbsent(table.toLowerCase(Locale.ROOT), name -> new ArrayList<>())
                        .add(Column.of(
                                row.getString("COLUMN_NAME"), row.getInt("DATA_TYPE"), row.getString("TYPE_NAME")));
            }
        }
        Map<String, KeptTable> tables = new TreeMap<>();
        for (Map.Entry<String, List<Column>> table : columns.entrySet()) {
            Coverage.Kept kept = Coverage.kept(table.getKey()).orElse(null);
            if (kept != null) {
                tables.put(
                        table.getKey(),
                        table(
                                table.getKey(),
                                kept,
                                table.getValue(),
                                key(data, Objects.requireNonNull(spelled.get(table.getKey())))));
            }
        }
        return tables;
    }

    private static KeptTable table(String name, Coverage.Kept kept, List<Column> all, List<String> primary) {
        List<Column> covered = all.stream()
                .filter(column -> !kept.without().contains(column.name()))
                .sorted(Comparator.comparing(Column::name))
                .toList();
        List<Column> order = named(all, primary);
        List<Column> key = kept.asOne() ? named(all, List.of(String.valueOf(kept.by()))) : order;
        if (key.isEmpty()) {
            throw new IllegalStateException("Table " + name + " has no primary key, so its rows cannot be named");
        }
        return new KeptTable(name, kept, covered, key, order, shape(columnNames(covered)));
    }

    private static List<Column> named(List<Column> all, List<String> names) {
        return names.stream()
                .map(name -> all.stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
    }

    private static List<String> key(DatabaseMetaData data, String table) throws SQLException {
        Map<Integer, String> key = new TreeMap<>();
        Connection connection = data.getConnection();
        try (ResultSet row = data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), table)) {
            while (row.next()) {
                key.put(
                        (int) row.getShort("KEY_SEQ"),
                        row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return List.copyOf(key.values());
    }

    static String columnNames(List<Column> columns) {
        return columns.stream().map(Column::name).collect(Collectors.joining(","));
    }

    static String shape(String columnNames) {
        return HexFormat.of().formatHex(Digests.sha256(columnNames.getBytes(StandardCharsets.UTF_8)), 0, 8);
    }
}
