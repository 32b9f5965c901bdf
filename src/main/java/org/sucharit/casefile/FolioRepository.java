package org.sucharit.casefile;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface FolioRepository extends Repository<Folio, UUID> {

    List<Folio> findByCaseIdOrderByFiledAtAscIdAsc(UUID caseId);

    List<Folio> findByCaseIdAndKindOrderByFiledAtAscIdAsc(UUID caseId, String kind);

    List<Folio> findByCaseIdAndKindInOrderByFiledAtAscIdAsc(UUID caseId, Collection<String> kinds);

    boolean existsByCaseIdAndKindIn(UUID caseId, Collection<String> kinds);

    List<Folio> findByCaseIdAndForReporterIsNotNullOrderByFiledAtAscIdAsc(UUID caseId);
}
