package org.sucharit.vault;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface CaseKeyPairRepository extends Repository<CaseKeyPair, UUID> {

    Optional<CaseKeyPair> findByCaseId(UUID caseId);

    Optional<CaseKeyPair> findFirstBy();

    Optional<CaseKeyPair> findByReporterLookup(byte[] lookup);
}
