package org.sucharit.vault;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecoverySets extends Repository<RecoverySet, UUID> {

    List<RecoverySet> findByState(SheetSets.State state);

    Optional<RecoverySet> findById(UUID id);

    Optional<RecoverySet> findFirstByOrderByNumberDesc();

    /** Whoever prints the last sheet must see that the others are printed. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select s from RecoverySet s where s.state = org.sucharit.vault.SheetSets.State.PREPARED")
    Optional<RecoverySet> lockPrepared();

    void save(RecoverySet set);

    void delete(RecoverySet set);
}
