package org.sucharit.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import org.sucharit.document.DocumentKind;

interface SealedFileRepository extends Repository<SealedFile, UUID> {

    List<SealedFile> findByCaseIdOrderByFiledAtAscIdAsc(UUID caseId);

    Optional<SealedFile> findByIdAndCaseId(UUID id, UUID caseId);

    Optional<SealedFile> findByCopyOfAndCopyKind(UUID copyOf, SealedFile.CopyKind kind);

    List<SealedFile> findByCaseIdAndCopyKindOrderByFiledAtAscIdAsc(UUID caseId, SealedFile.CopyKind kind);

    Optional<SealedFile> findByIdAndCaseIdAndCopyKind(UUID id, UUID caseId, SealedFile.CopyKind kind);

    List<SealedFile> findByCaseIdAndCopyOfIsNullOrderByFiledAtAscIdAsc(UUID caseId);

    int countByCaseIdAndDocumentAndNumber(UUID caseId, DocumentKind document, String number);

    boolean existsByCaseIdAndDocument(UUID caseId, DocumentKind document);

    /** Row by row, so that the register knows of each. */
    void deleteByCaseId(UUID caseId);

    SealedFile save(SealedFile file);
}
