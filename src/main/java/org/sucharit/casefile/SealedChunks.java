package org.sucharit.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.BiFunction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sucharit.register.Rows;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.Sealed;

/** The bytes of files, sealed in chunks of half a megabyte, each bound to its file and its place in it. */
@Component
class SealedChunks {

    static final int CHUNK = 512 * 1024;

    private final JdbcClient jdbc;
    private final Rows rows;

    SealedChunks(JdbcClient jdbc, Rows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** How many chunks a file of so many bytes has; one at least. */
    static int count(long size) {
        return Math.toIntExact(Math.max(1, (size + CHUNK - 1) / CHUNK));
    }

    /** Reads the stream to its end and keeps it, as many chunks as {@link #count} says. */
    void store(UUID file, int chunks, InputStream plain, BiFunction<String, byte[], Sealed> seal) throws IOException {
        for (int n = 0; n < chunks; n++) {
            byte[] sealed = seal.apply(field(file, n), plain.readNBytes(CHUNK)).bytes();
            jdbc.sql("insert into sealed_chunk (file_id, seq, bytes, bytes_digest) values (?, ?, ?, ?)")
                    .params(file, n, sealed, Digests.sha256(sealed))
                    .update();
            rows.changed("sealed_chunk", file, n);
        }
    }

    /**
     * The file from its first byte on. Each chunk is fetched when it is come to, within a transaction or without one;
     * what is skipped is never fetched.
     *
     * @param open the key, by field
     */
    InputStream open(UUID file, int chunks, BiFunction<String, Sealed, byte[]> open) {
        return new ChunkedStream(chunks, n -> open.apply(field(file, n), chunk(file, n)));
    }

    /** Seals under the new key what the old one opens, chunk by chunk. */
    void reseal(UUID file, int chunks, CaseKey old, CaseKey anew) {
        for (int n = 0; n < chunks; n++) {
            Sealed chunk = chunk(file, n);
            if (!chunk.isInEnvelope()) {
                String field = field(file, n);
                byte[] sealed = anew.seal(field, old.open(field, chunk)).bytes();
                jdbc.sql("update sealed_chunk set bytes = ?, bytes_digest = ? where file_id = ? and seq = ?")
                        .params(sealed, Digests.sha256(sealed), file, n)
                        .update();
                rows.changed("sealed_chunk", file, n);
            }
        }
    }

    void destroy(UUID file, int chunks) {
        for (int n = 0; n < chunks; n++) {
            rows.changed("sealed_chunk", file, n);
        }
        jdbc.sql("delete from sealed_chunk where file_id = ?").param(file).update();
    }

    private Sealed chunk(UUID file, int n) {
        return new Sealed(jdbc.sql("select bytes from sealed_chunk where file_id = ? and seq = ?")
                .params(file, n)
                .query((row, i) -> row.getBytes("bytes"))
                .single());
    }

    private static String field(UUID file, int n) {
        return "file/" + file + "/" + n;
    }
}
