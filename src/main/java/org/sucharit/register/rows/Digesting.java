package org.sucharit.register.rows;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiConsumer;
import javax.crypto.Mac;
import org.jspecify.annotations.Nullable;

/** Digests rows that come in the order of their primary key; rows with one key, one after another, as one. */
final class Digesting {

    private final KeptTable table;
    private final List<Column> covered;
    private final Mac mac;
    private @Nullable String key;

    Digesting(KeptTable table, List<Column> covered, Mac mac) {
        this.table = table;
        this.covered = covered;
        this.mac = mac;
    }

    /** @param done is given the key and digest of the one before, where this row begins another */
    void row(ResultSet row, BiConsumer<String, String> done) throws SQLException {
        String next = table.keyText(row);
        if (!next.equals(key)) {
            end(done);
            key = next;
            mac.update((table.name() + " ").getBytes(StandardCharsets.UTF_8));
        }
        KeptTable.digest(mac, row, covered);
    }

    /** @param done is given the last key and its digest, where there was a row */
    void end(BiConsumer<String, String> done) {
        if (key != null) {
            done.accept(key, RowLists.base64(mac.doFinal()));
            key = null;
        }
    }
}
