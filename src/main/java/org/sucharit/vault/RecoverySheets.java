package org.sucharit.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecoverySheets extends Repository<RecoverySheet, UUID> {

    List<RecoverySheet> findBySetIdOrderByPlace(UUID setId);

    Optional<RecoverySheet> findByPublicKey(byte[] publicKey);

    /** A sheet of the set in force; {@code share} is its own id where a case has a share for it. */
    record InForce(
            RecoverySet set, RecoverySheet sheet, @Nullable UUID share) {}

    @Query("""
            select new org.sucharit.vault.RecoverySheets$InForce(r, s, x.sheetId) from RecoverySheet s
            join RecoverySet r on r.id = s.setId
            left join RecoveryShare x on x.sheetId = s.id and x.caseId = :caseId
            where r.state = org.sucharit.vault.SheetSets.State.ACTIVE order by s.place""")
    List<InForce> inForce(UUID caseId);

    void save(RecoverySheet sheet);

    void deleteAll(Iterable<RecoverySheet> sheets);
}
