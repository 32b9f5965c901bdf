package org.sucharit.register.rows;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows are kept, as the database has it now.
 *
 * @param columns those that the digest covers, by name
 * @param key those that name what is kept: a row, or all rows of one parent
 * @param order those that name a row
 * @param shape names {@code columns}
 */
record KeptTable(
        String name, Coverage.Kept decision, List<Column> columns, List<Column> key, List<Column> order, String shape) {

    String keyText(ResultSet row) throws SQLException {
        StringBuilder text = new StringBuilder();
        for (Column column : key) {
            text.append(text.isEmpty() ? "" : "/").append(column.keyText(row));
        }
        return text.toString();
    }

    String keyOf(List<Object> values) {
        return values.stream().map(Column::keyText).collect(Collectors.joining("/"));
    }

    /** Of a large column what it was when it was written; whether it still is must be looked at by itself. */
    String columnList() {
        String large = decision.large();
        return columns.stream()
                .map(Column::name)
                .map(column -> column.equals(large) ? column + "_digest as " + column : column)
                .collect(Collectors.joining(", "));
    }

    String orderList() {
        return order.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    String keyCondition() {
        return key.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(" and ", "(", ")"));
    }

    /** The condition on whose the rows are; its one parameter is the organisation. */
    String ownedCondition() {
        String parent = decision.parent();
        if (parent != null) {
            return decision.by() + " in (select id from " + parent + " where organisation_id = ?)";
        }
        return name.equals("organisation") ? "id = ?" : "organisation_id = ?";
    }

    /** Adds a row to what is digested; in a way that cannot be read in two ways. */
    static void digest(Mac mac, ResultSet row, List<Column> covered) throws SQLException {
        for (Column column : covered) {
            put(mac, column.name().getBytes(StandardCharsets.UTF_8));
            put(mac, column.value(row));
        }
    }

    private static void put(Mac mac, byte @Nullable [] value) {
        mac.update(
                ByteBuffer.allocate(4).putInt(value == null ? -1 : value.length).flip());
        if (value != null) {
            mac.update(value);
        }
    }
}
