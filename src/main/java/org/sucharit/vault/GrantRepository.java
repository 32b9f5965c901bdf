package org.sucharit.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface GrantRepository extends Repository<Grant, Grant.Key> {

    Optional<Grant> findByCaseIdAndHolderId(UUID caseId, UUID holderId);

    Optional<Grant> findByCaseIdAndHolderIdAndState(UUID caseId, UUID holderId, Grant.State state);

    List<Grant> findByCaseId(UUID caseId);

    List<Grant> findByHolderId(UUID holderId);

    void delete(Grant grant);
}
