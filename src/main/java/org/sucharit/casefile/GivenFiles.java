package org.sucharit.casefile;

import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.vault.ReporterKey;
import org.sucharit.vault.Sealed;
import org.sucharit.vault.Vault;

/** The files that a reporter was given: label and bytes sealed to the receipt, chunk by chunk as all files are. */
@Component
class GivenFiles {

    private final SealedFileRepository files;
    private final SealedChunks chunks;
    private final EntityManager entities;
    private final Vault vault;
    private final Time time;

    GivenFiles(SealedFileRepository files, SealedChunks chunks, EntityManager entities, Vault vault, Time time) {
        this.files = files;
        this.chunks = chunks;
        this.entities = entities;
        this.vault = vault;
        this.time = time;
    }

    /**
     * @param of the file as the office has it
     * @param folio the message that it goes with
     */
    void give(CaseId caseId, UUID of, UUID folio, Upload upload) {
        UUID id = UUID.randomUUID();
        BiFunction<String, byte[], Sealed> seal = (field, bytes) -> vault.sealToReporter(caseId, field, bytes);
        SealedFiles.Looked looked = SealedFiles.look(upload);
        SealedFiles.Label label = new SealedFiles.Label(
                upload.name(), upload.contentType(), looked.size(), null, null, looked.sha256(), null, looked.type());
        SealedFile given = SealedFile.given(
                id,
                of,
                caseId,
                folio,
                time.now(),
                SealedChunks.count(looked.size()),
                SealedFiles.seal(seal, id, label));
        files.save(given);
        entities.flush(); // the chunks refer to it
        try (InputStream in = upload.open()) {
            chunks.store(id, given.chunks(), in, seal);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** By the message that they came with, in the order in which they were sent. */
    Map<UUID, List<ReporterMessage.Attached>> list(CaseId caseId, ReporterKey key) {
        Map<UUID, List<ReporterMessage.Attached>> byMessage = new HashMap<>();
        for (SealedFile given :
                files.findByCaseIdAndCopyKindOrderByFiledAtAscIdAsc(caseId.value(), SealedFile.CopyKind.GIVEN)) {
            SealedFiles.Label label = label(given, key);
            byMessage.merge(
                    Objects.requireNonNull(given.folioId()),
                    List.of(new ReporterMessage.Attached(given.id(), label.name(), label.size())),
                    GivenFiles::joined);
        }
        return byMessage;
    }

    private static <T> List<T> joined(List<T> first, List<T> later) {
        return Stream.concat(first.stream(), later.stream()).toList();
    }

    /**
     * Its bytes are fetched as they are read, also when the transaction is over.
     *
     * @throws Problem not found, where the reporter of this case was given no such file
     */
    Upload read(CaseId caseId, UUID id, ReporterKey key) {
        SealedFile given = files.findByIdAndCaseIdAndCopyKind(id, caseId.value(), SealedFile.CopyKind.GIVEN)
                .orElseThrow(Problem::notFound);
        SealedFiles.Label label = label(given, key);
        return Upload.of(
                label.name(), label.contentType(), label.size(), () -> chunks.open(id, given.chunks(), key::open));
    }

    private static SealedFiles.Label label(SealedFile given, ReporterKey key) {
        byte[] opened = key.open(SealedFiles.labelField(given.id()), given.label());
        return StoredJson.MAPPER.readValue(Salted.content(opened, given.commitment()), SealedFiles.Label.class);
    }
}
