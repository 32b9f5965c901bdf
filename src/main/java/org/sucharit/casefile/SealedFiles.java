package org.sucharit.casefile;

import jakarta.persistence.EntityManager;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.sucharit.document.DocumentKind;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.register.Rows;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.Sealed;
import org.sucharit.vault.Vault;

/** Files of a case, sealed in chunks of half a megabyte, each bound to its file and its place in it. */
@Component
class SealedFiles {

    private static final int CHUNK = 512 * 1024;

    private static final String PDF = "application/pdf";

    /** Pages, missing and signature are of a document; labels sealed before they were kept lack the last four. */
    record Label(
            String name,
            String contentType,
            long size,
            @Nullable Integer pages,
            @Nullable List<String> missing,
            @Nullable String sha256,
            @Nullable String signature) {}

    private final SealedFileRepository files;
    private final JdbcClient jdbc;
    private final EntityManager entities;
    private final Vault vault;
    private final Rows rows;
    private final Time time;

    SealedFiles(
            SealedFileRepository files, JdbcClient jdbc, EntityManager entities, Vault vault, Rows rows, Time time) {
        this.files = files;
        this.jdbc = jdbc;
        this.entities = entities;
        this.vault = vault;
        this.rows = rows;
        this.time = time;
    }

    UUID attach(CaseFile file, CaseKey key, @Nullable UUID folio, Upload upload) {
        return attach(file, key::seal, folio, upload);
    }

    UUID attachKeyless(CaseFile file, @Nullable UUID folio, Upload upload) {
        return attach(file, (field, bytes) -> vault.sealTo(file.id(), field, bytes), folio, upload);
    }

    Issued issue(CaseFile file, CaseKey key, Issue paper) {
        return issue(file, key::seal, paper);
    }

    Issued issueKeyless(CaseFile file, Issue paper) {
        return issue(file, (field, bytes) -> vault.sealTo(file.id(), field, bytes), paper);
    }

    boolean has(CaseId caseId, DocumentKind kind) {
        return files.existsByCaseIdAndDocument(caseId.value(), kind);
    }

    private UUID attach(CaseFile file, BiFunction<String, byte[], Sealed> seal, @Nullable UUID folio, Upload upload) {
        UUID id = UUID.randomUUID();
        byte[] bytes = upload.bytes();
        Label label = new Label(upload.name(), upload.contentType(), bytes.length, null, null, sha256(bytes), null);
        store(
                SealedFile.attachment(
                        id, file.id(), folio, now(), chunksOf(bytes), seal(seal, id, label), upload.tellsReporter()),
                seal,
                bytes);
        return id;
    }

    private Issued issue(CaseFile file, BiFunction<String, byte[], Sealed> seal, Issue paper) {
        UUID id = UUID.randomUUID();
        int version = files.countByCaseIdAndDocumentAndNumber(file.id().value(), paper.kind(), paper.number()) + 1;
        byte[] pdf = paper.pdf();
        Salted.Leaf label = seal(
                seal,
                id,
                new Label(
                        paper.kind() + ".pdf",
                        PDF,
                        pdf.length,
                        paper.pages(),
                        paper.missing(),
                        sha256(pdf),
                        paper.signature()));
        store(
                SealedFile.document(id, file.id(), paper.kind(), paper.number(), version, now(), chunksOf(pdf), label),
                seal,
                pdf);
        return new Issued(id, version, label.commitment());
    }

    private void store(SealedFile stored, BiFunction<String, byte[], Sealed> toCase, byte[] bytes) {
        BiFunction<String, byte[], Sealed> seal =
                stored.tellsReporter() ? (field, chunk) -> vault.sealToIdentity(stored.caseId(), field, chunk) : toCase;
        files.save(stored);
        entities.flush(); // the chunks refer to it
        for (int n = 0; n < stored.chunks(); n++) {
            byte[] plain = Arrays.copyOfRange(bytes, n * CHUNK, Math.min((n + 1) * CHUNK, bytes.length));
            byte[] sealed = seal.apply(chunkField(stored.id(), n), plain).bytes();
            jdbc.sql("insert into sealed_chunk (file_id, seq, bytes, bytes_digest) values (?, ?, ?, ?)")
                    .params(stored.id(), n, sealed, digest(sealed))
                    .update();
            rows.changed("sealed_chunk", stored.id(), n);
        }
    }

    /** Seals under the new key what the old one opens, chunk by chunk. */
    void reseal(CaseFile file, CaseKey old, CaseKey anew) {
        for (SealedFile stored :
                files.findByCaseIdOrderByFiledAtAscIdAsc(file.id().value())) {
            String label = labelField(stored.id());
            stored.reseal(anew.seal(label, old.open(label, stored.label())));
            for (int n = 0; n < stored.chunks(); n++) {
                Sealed chunk = chunk(stored, n);
                if (!chunk.isInEnvelope()) {
                    String field = chunkField(stored.id(), n);
                    byte[] sealed = anew.seal(field, old.open(field, chunk)).bytes();
                    jdbc.sql("update sealed_chunk set bytes = ?, bytes_digest = ? where file_id = ? and seq = ?")
                            .params(sealed, digest(sealed), stored.id(), n)
                            .update();
                    rows.changed("sealed_chunk", stored.id(), n);
                }
            }
        }
    }

    private Sealed chunk(SealedFile stored, int n) {
        return new Sealed(jdbc.sql("select bytes from sealed_chunk where file_id = ? and seq = ?")
                .params(stored.id(), n)
                .query((row, i) -> row.getBytes("bytes"))
                .single());
    }

    List<FileView> list(CaseFile file, CaseKey key) {
        return files.findByCaseIdOrderByFiledAtAscIdAsc(file.id().value()).stream()
                .map(stored -> view(stored, key))
                .toList();
    }

    /** @param open opens the chunks: the case key, or where the file tells who reported the key of that */
    Upload read(CaseFile file, CaseKey key, UUID fileId, BiFunction<String, Sealed, byte[]> open) {
        SealedFile stored = files.findByIdAndCaseId(fileId, file.id().value()).orElseThrow(Problem::notFound);
        Label label = open(stored, key);
        ByteArrayOutputStream whole = new ByteArrayOutputStream((int) label.size());
        for (int n = 0; n < stored.chunks(); n++) {
            whole.writeBytes(open.apply(chunkField(stored.id(), n), chunk(stored, n)));
        }
        return new Upload(label.name(), label.contentType(), whole.toByteArray(), stored.tellsReporter());
    }

    /** Writes a file part by part, so that however large it is it is never in memory whole. */
    void copy(CaseFile file, UUID fileId, BiFunction<String, Sealed, byte[]> open, OutputStream to) throws IOException {
        SealedFile stored = files.findByIdAndCaseId(fileId, file.id().value()).orElseThrow(Problem::notFound);
        for (int n = 0; n < stored.chunks(); n++) {
            to.write(open.apply(chunkField(stored.id(), n), chunk(stored, n)));
        }
    }

    void destroy(CaseId caseId) {
        for (SealedFile stored : files.findByCaseIdOrderByFiledAtAscIdAsc(caseId.value())) {
            for (int n = 0; n < stored.chunks(); n++) {
                rows.changed("sealed_chunk", stored.id(), n);
            }
        }
        jdbc.sql("delete from sealed_chunk where file_id in (select id from sealed_file where case_id = ?)")
                .param(caseId.value())
                .update();
        files.deleteByCaseId(caseId.value());
        entities.flush(); // before the leaves that they are attached to
    }

    private FileView view(SealedFile stored, CaseKey key) {
        Label label = open(stored, key);
        return new FileView(
                stored.id(),
                stored.folioId(),
                stored.document(),
                stored.number(),
                stored.version(),
                stored.filedAt(),
                label.name(),
                label.contentType(),
                label.size(),
                label.pages(),
                label.missing() == null ? List.of() : label.missing(),
                label.sha256(),
                label.signature(),
                stored.tellsReporter());
    }

    List<Opening> openings(CaseFile file, CaseKey key) {
        return files.findByCaseIdOrderByFiledAtAscIdAsc(file.id().value()).stream()
                .map(stored -> {
                    byte[] opened = key.open(labelField(stored.id()), stored.label());
                    return new Opening(
                            stored.id(),
                            "Label",
                            stored.filedAt(),
                            Salted.salt(opened, stored.commitment()),
                            Salted.content(opened, stored.commitment()));
                })
                .toList();
    }

    private Label open(SealedFile stored, CaseKey key) {
        byte[] opened = key.open(labelField(stored.id()), stored.label());
        return StoredJson.MAPPER.readValue(Salted.content(opened, stored.commitment()), Label.class);
    }

    private static Salted.Leaf seal(BiFunction<String, byte[], Sealed> seal, UUID id, Label label) {
        return Salted.seal(StoredJson.MAPPER.writeValueAsBytes(label), salted -> seal.apply(labelField(id), salted));
    }

    private static int chunksOf(byte[] bytes) {
        return Math.max(1, (bytes.length + CHUNK - 1) / CHUNK);
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String labelField(UUID file) {
        return "file/" + file + "/label";
    }

    private static String chunkField(UUID file, int n) {
        return "file/" + file + "/" + n;
    }

    private Instant now() {
        return time.now();
    }
}
