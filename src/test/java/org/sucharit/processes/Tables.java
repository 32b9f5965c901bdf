package org.sucharit.processes;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sucharit.register.rows.Coverage;

/** The tables of a database, by the names of the migrations, with what is decided on each. */
final class Tables {

    record Column(String name, int type, String typeName) {}

    record Table(Coverage.@Nullable Kept kept, List<Column> columns, List<String> key, List<String> primary) {}

    private Tables() {}

    static Map<String, Table> in(DataSource database) throws SQLException {
        Map<String, Table> tables = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            DatabaseMetaData data = connection.getMetaData();
            Set<String> names = new TreeSet<>();
            try (ResultSet row = data.getTables(
                    connection.getCatalog(), connection.getSchema(), "%", new String[] {"TABLE", "BASE TABLE"})) {
                while (row.next()) {
                    names.add(row.getString("TABLE_NAME"));
                }
            }
            for (String name : names) {
                List<Column> columns = new ArrayList<>();
                try (ResultSet row = data.getColumns(connection.getCatalog(), connection.getSchema(), name, "%")) {
                    while (row.next()) {
                        columns.add(new Column(
                                row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT),
                                row.getInt("DATA_TYPE"),
                                row.getString("TYPE_NAME")));
                    }
                }
                Map<Short, String> primary = new TreeMap<>();
                try (ResultSet row = data.getPrimaryKeys(connection.getCatalog(), connection.getSchema(), name)) {
                    while (row.next()) {
                        primary.put(
                                row.getShort("KEY_SEQ"),
                                row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
                    }
                }
                String table = name.toLowerCase(Locale.ROOT);
                Coverage.Kept kept = Coverage.of(table).orElse(null) instanceof Coverage.Kept decided ? decided : null;
                List<String> key = kept != null && kept.asOne()
                        ? List.of(String.valueOf(kept.by()))
                        : List.copyOf(primary.values());
                tables.put(table, new Table(kept, columns, key, List.copyOf(primary.values())));
            }
        }
        return tables;
    }
}
