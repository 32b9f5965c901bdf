package org.sucharit.casefile;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;
import org.sucharit.document.DocumentKind;

interface SealedFileRepository extends Repository<SealedFile, UUID> {

    List<SealedFile> findByCaseIdOrderByFiledAtAscIdAsc(UUID caseId);

    Optional<SealedFile> findByIdAndCaseId(UUID id, UUID caseId);

    int countByCaseIdAndDocumentAndNumber(UUID caseId, DocumentKind document, String number);

    boolean existsByCaseIdAndDocument(UUID caseId, DocumentKind document);

    @Modifying
    @Query("delete from SealedFile f where f.caseId = :caseId")
    void destroy(@Param("caseId") UUID caseId);

    SealedFile save(SealedFile file);
}
