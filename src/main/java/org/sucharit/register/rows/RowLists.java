package org.sucharit.register.rows;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.crypto.Mac;
import javax.sql.DataSource;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * What a transaction left in the rows it touched, as a list of lines: table, shape, key, and the row's digest, or a
 * dash where there is no row any more. A digest is HMAC-SHA256 under a key of the organisation's, so that it tells
 * nothing of a row that has since been emptied.
 */
@Component
public class RowLists {

    static final String GONE = "-";
    private static final int AT_ONCE = 50;

    private final JdbcTemplate jdbc;
    private final DataSource database;
    private volatile Map<String, KeptTable> tables = Map.of();

    RowLists(JdbcTemplate jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Reads the schema, which must be migrated, and keeps the shapes that lists will name. */
    void ready() {
        tables = Schema.read(database).tables();
        for (KeptTable table : tables.values()) {
            try {
                jdbc.update("""
                        insert into register_shape (shape, columns)
                        select cast(? as varchar), cast(? as varchar)
                        where not exists (select 1 from register_shape where shape = ?)""", table.shape(), Schema.columnNames(table.columns()), table.shape());
            } catch (DuplicateKeyException anotherNode) {
                // which kept it, as was wanted
            }
        }
    }

    KeptTable table(String name) {
        KeptTable table = tables.get(name);
        if (table == null) {
            throw new IllegalArgumentException("Table " + name + " is not one that is kept");
        }
        return table;
    }

    /** The list of what the transaction touched of an organisation; nothing where it touched nothing. */
    public Optional<byte[]> list(UUID organisation, Touched touched, Mac mac) {
        StringBuilder list = new StringBuilder();
        touched.of(organisation).forEach((name, keys) -> {
            KeptTable table = table(name);
            Map<String, String> digests = digests(table, keys, mac);
            for (List<Object> key : keys) {
                String named = table.keyOf(key);
                list.append(name).append(' ');
                list.append(table.shape()).append(' ');
                list.append(named).append(' ');
                list.append(digests.getOrDefault(named, GONE)).append('\n');
            }
        });
        return list.isEmpty() ? Optional.empty() : Optional.of(list.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, String> digests(KeptTable table, Set<List<Object>> keys, Mac mac) {
        Map<String, String> digests = new HashMap<>();
        List<List<Object>> all = new ArrayList<>(keys);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<List<Object>> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
            String condition = String.join(
                    " or ", some.stream().map(key -> table.keyCondition()).toList());
            jdbc.query(
                    "select " + table.columnList() + " from " + table.name() + " where " + condition + " order by "
                            + table.orderList(),
                    (ResultSet rows) -> {
                        digests.putAll(digests(table, rows, mac));
                        return null;
                    },
                    some.stream().flatMap(List::stream).toArray());
        }
        return digests;
    }

    private static Map<String, String> digests(KeptTable table, ResultSet rows, Mac mac) throws SQLException {
        Map<String, String> digests = new TreeMap<>();
        Digesting digesting = new Digesting(table, table.columns(), mac);
        while (rows.next()) {
            digesting.row(rows, digests::put);
        }
        digesting.end(digests::put);
        return digests;
    }

    static String base64(byte[] digest) {
        return Base64.getEncoder().encodeToString(digest);
    }
}
