package org.sucharit.casefile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface FolioRepository extends Repository<Folio, UUID> {

    List<Folio> findByCaseIdOrderByFiledAtAscIdAsc(UUID caseId);

    List<Folio> findByCaseIdAndKindOrderByFiledAtAscIdAsc(UUID caseId, String kind);

    /** When a leaf of one of these kinds was filed last. */
    @Query("select max(f.filedAt) from Folio f where f.caseId = :caseId and f.kind in :kinds")
    Optional<Instant> lastFiled(@Param("caseId") UUID caseId, @Param("kinds") Collection<String> kinds);

    /** Row by row, so that the register knows of each. */
    void deleteByCaseId(UUID caseId);
    List<Folio> findByCaseIdAndKindInOrderByFiledAtAscIdAsc(UUID caseId, Collection<String> kinds);

    boolean existsByCaseIdAndKindIn(UUID caseId, Collection<String> kinds);

    List<Folio> findByCaseIdAndForReporterIsNotNullOrderByFiledAtAscIdAsc(UUID caseId);
}
