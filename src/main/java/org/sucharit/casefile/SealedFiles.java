package org.sucharit.casefile;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.document.DocumentKind;
import org.sucharit.examination.FileTypes;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.vault.CaseKey;
import org.sucharit.vault.Sealed;
import org.sucharit.vault.Vault;

/** Files of a case: a sealed label for each, and its bytes sealed in chunks. */
@Component
class SealedFiles {

    private static final String PDF = "application/pdf";

    /**
     * Pages, missing and signature are of a document, and what the bytes say that it is of an attachment; labels sealed
     * before they were kept lack the last five.
     */
    record Label(
            String name,
            String contentType,
            long size,
            @Nullable Integer pages,
            @Nullable List<String> missing,
            @Nullable String sha256,
            @Nullable String signature,
            @Nullable String detected) {}

    private final SealedFileRepository files;
    private final SealedChunks chunks;
    private final GivenFiles given;
    private final EntityManager entities;
    private final Vault vault;
    private final Time time;

    SealedFiles(
            SealedFileRepository files,
            SealedChunks chunks,
            GivenFiles given,
            EntityManager entities,
            Vault vault,
            Time time) {
        this.files = files;
        this.chunks = chunks;
        this.given = given;
        this.entities = entities;
        this.vault = vault;
        this.time = time;
    }

    UUID attach(CaseFile file, CaseKey key, @Nullable UUID folio, Upload upload) {
        return attach(file, key::seal, folio, upload);
    }

    UUID attachKeyless(CaseFile file, @Nullable UUID folio, Upload upload) {
        return attach(file, (field, bytes) -> vault.sealTo(file.id(), field, bytes), folio, upload);
    }

    /** Keeps the file, what was found out about it, its copies, and beside them what the reporter is given of it. */
    void give(CaseFile file, CaseKey key, UUID folio, Outgoing outgoing) {
        UUID id = attach(file, key, folio, outgoing.original());
        examined(file, key, id, outgoing.examined(), outgoing.copies());
        given.give(file.id(), id, folio, outgoing.given());
    }

    /** Of a file that was given to the reporter that which they got: the clean copy, or where none is made the file. */
    FileView given(CaseFile file, CaseKey key, UUID fileId) {
        return files.findByCopyOfAndCopyKind(fileId, SealedFile.CopyKind.SHOWN)
                .or(() -> files.findByIdAndCaseId(fileId, file.id().value()))
                .filter(stored -> stored.caseId().equals(file.id()))
                .map(stored -> view(stored, key))
                .orElseThrow(Problem::notFound);
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
        Looked looked = look(upload);
        Label label = new Label(
                upload.name(), upload.contentType(), looked.size(), null, null, looked.sha256(), null, looked.type());
        store(
                SealedFile.attachment(
                        id,
                        file.id(),
                        folio,
                        now(),
                        SealedChunks.count(looked.size()),
                        seal(seal, id, label),
                        upload.tellsReporter()),
                seal,
                upload);
        return id;
    }

    /** What stands on a file's label and only its bytes tell. */
    record Looked(long size, String sha256, String type) {}

    static Looked look(Upload upload) {
        MessageDigest digest = Digests.sha256();
        long size = 0;
        byte[] buffer = new byte[FileTypes.HEAD];
        String type = FileTypes.UNKNOWN;
        try (InputStream in = upload.open()) {
            for (int read = in.readNBytes(buffer, 0, buffer.length); read > 0; ) {
                type = size == 0 ? FileTypes.of(upload.name(), Arrays.copyOf(buffer, read)) : type;
                digest.update(buffer, 0, read);
                size += read;
                read = in.readNBytes(buffer, 0, buffer.length);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Looked(size, HexFormat.of().formatHex(digest.digest()), type);
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
                        HexFormat.of().formatHex(Digests.sha256(pdf)),
                        paper.signature(),
                        null));
        store(
                SealedFile.document(
                        id,
                        file.id(),
                        paper.kind(),
                        paper.number(),
                        version,
                        now(),
                        SealedChunks.count(pdf.length),
                        label),
                seal,
                Upload.of(paper.kind() + ".pdf", PDF, pdf));
        return new Issued(id, version, label.commitment());
    }

    private void store(SealedFile stored, BiFunction<String, byte[], Sealed> toCase, Upload upload) {
        BiFunction<String, byte[], Sealed> seal =
                stored.tellsReporter() ? (field, chunk) -> vault.sealToIdentity(stored.caseId(), field, chunk) : toCase;
        files.save(stored);
        entities.flush(); // the chunks refer to it
        try (InputStream in = upload.open()) {
            chunks.store(stored.id(), stored.chunks(), in, seal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Seals under the new key what the old one opens, chunk by chunk; what the receipt alone opens stays. */
    void reseal(CaseFile file, CaseKey old, CaseKey anew) {
        for (SealedFile stored :
                files.findByCaseIdOrderByFiledAtAscIdAsc(file.id().value())) {
            if (stored.isGiven()) {
                continue;
            }
            String label = labelField(stored.id());
            String examined = examinedField(stored.id());
            stored.reseal(
                    anew.seal(label, old.open(label, stored.label())),
                    stored.examined() == null ? null : anew.seal(examined, old.open(examined, stored.examined())));
            chunks.reseal(stored.id(), stored.chunks(), old, anew);
        }
    }

    List<FileView> list(CaseFile file, CaseKey key) {
        return files.findByCaseIdAndCopyOfIsNullOrderByFiledAtAscIdAsc(file.id().value()).stream()
                .map(stored -> view(stored, key))
                .toList();
    }

    /**
     * A file whose bytes are fetched and opened as they are read, within the transaction or after it.
     *
     * @param open opens the chunks: the case key, or where the file tells who reported the key of that
     */
    Upload read(CaseFile file, CaseKey key, UUID fileId, BiFunction<String, Sealed, byte[]> open) {
        SealedFile stored = files.findByIdAndCaseId(fileId, file.id().value()).orElseThrow(Problem::notFound);
        Label label = open(stored, key);
        return new Upload(
                label.name(),
                label.contentType(),
                label.size(),
                () -> chunks.open(stored.id(), stored.chunks(), open),
                stored.tellsReporter());
    }

    void destroy(CaseId caseId) {
        for (SealedFile stored : files.findByCaseIdOrderByFiledAtAscIdAsc(caseId.value())) {
            chunks.destroy(stored.id(), stored.chunks());
        }
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
                stored.tellsReporter(),
                label.detected(),
                stored.examined() == null
                        ? null
                        : StoredJson.MAPPER.readValue(
                                key.open(examinedField(stored.id()), stored.examined()), Examined.class));
    }

    /** Keeps what was found out about an attachment, with the copies of it; one that is kept already stays. */
    void examined(CaseFile file, CaseKey key, UUID fileId, Examined result, Map<SealedFile.CopyKind, Upload> copies) {
        SealedFile stored = files.findByIdAndCaseId(fileId, file.id().value()).orElseThrow(Problem::notFound);
        stored.examined(key.seal(examinedField(fileId), StoredJson.MAPPER.writeValueAsBytes(result)));
        copies.forEach((kind, copy) -> {
            if (files.findByCopyOfAndCopyKind(fileId, kind).isEmpty()) {
                UUID id = UUID.randomUUID();
                Looked looked = look(copy);
                Label label = new Label(
                        copy.name(),
                        copy.contentType(),
                        looked.size(),
                        null,
                        null,
                        looked.sha256(),
                        null,
                        looked.type());
                store(
                        SealedFile.copy(
                                id, stored, kind, now(), SealedChunks.count(looked.size()), seal(key::seal, id, label)),
                        key::seal,
                        copy);
            }
        });
    }

    /** Nothing where there is no such copy. */
    Optional<Upload> copy(CaseFile file, CaseKey key, UUID fileId, SealedFile.CopyKind kind) {
        return files.findByCopyOfAndCopyKind(fileId, kind)
                .filter(copy -> copy.caseId().equals(file.id()))
                .map(copy -> read(file, key, copy.id(), key::open));
    }

    List<Opening> openings(CaseFile file, CaseKey key) {
        return files.findByCaseIdAndCopyOfIsNullOrderByFiledAtAscIdAsc(file.id().value()).stream()
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

    static Salted.Leaf seal(BiFunction<String, byte[], Sealed> seal, UUID id, Label label) {
        return Salted.seal(StoredJson.MAPPER.writeValueAsBytes(label), salted -> seal.apply(labelField(id), salted));
    }

    static String labelField(UUID file) {
        return "file/" + file + "/label";
    }

    private static String examinedField(UUID file) {
        return "file/" + file + "/examined";
    }

    private Instant now() {
        return time.now();
    }
}
