package org.sucharit.register.rows;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A column, and how its values are written down alike whatever the database. */
record Column(String name, Kind kind) {

    enum Kind {
        BYTES,
        MOMENT,
        DAY,
        BOOLEAN,
        NUMBER,
        TEXT
    }

    static Column of(String name, int type, String typeName) {
        return new Column(
                name.toLowerCase(Locale.ROOT),
                switch (type) {
                    case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB ->
                        typeName.equalsIgnoreCase("uuid") ? Kind.TEXT : Kind.BYTES;
                    case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> Kind.MOMENT;
                    case Types.DATE -> Kind.DAY;
                    case Types.BOOLEAN, Types.BIT -> Kind.BOOLEAN;
                    case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Kind.NUMBER;
                    default -> Kind.TEXT;
                });
    }

    byte @Nullable [] value(ResultSet row) throws SQLException {
        if (kind == Kind.BYTES) {
            return row.getBytes(name);
        }
        String text = text(row);
        return text == null ? null : text.getBytes(StandardCharsets.UTF_8);
    }

    private @Nullable String text(ResultSet row) throws SQLException {
        return switch (kind) {
            case MOMENT -> {
                OffsetDateTime moment = row.getObject(name, OffsetDateTime.class);
                yield moment == null ? null : moment.toInstant().toString();
            }
            case DAY -> {
                LocalDate day = row.getObject(name, LocalDate.class);
                yield day == null ? null : day.toString();
            }
            case BOOLEAN -> {
                boolean value = row.getBoolean(name);
                yield row.wasNull() ? null : Boolean.toString(value);
            }
            case NUMBER -> {
                long value = row.getLong(name);
                yield row.wasNull() ? null : Long.toString(value);
            }
            case TEXT, BYTES -> row.getString(name);
        };
    }

    /** Of a key, without spaces and slashes. */
    String keyText(ResultSet row) throws SQLException {
        byte[] bytes = value(row);
        return bytes == null ? "-" : keyText(kind == Kind.BYTES ? bytes : new String(bytes, StandardCharsets.UTF_8));
    }

    static String keyText(Object value) {
        return value instanceof byte[] bytes
                ? java.util.HexFormat.of().formatHex(bytes)
                : URLEncoder.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
