package org.sucharit.vault;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface GrantRepository extends Repository<Grant, Grant.Key> {

    Optional<Grant> findByCaseIdAndHolderId(UUID caseId, UUID holderId);

    Optional<Grant> findByCaseIdAndHolderIdAndState(UUID caseId, UUID holderId, Grant.State state);

    List<Grant> findByCaseId(UUID caseId);

    List<Grant> findByHolderIdOrderByGrantedAtDesc(UUID holderId);

    @Query("""
            select g.caseId from Grant g
            where g.holderId = :holder and g.state <> 'LOST'
              and not exists (select 1 from Grant h where h.caseId = g.caseId and h.holderId = :other)
            order by g.grantedAt desc""")
    List<UUID> heldWithout(@Param("holder") UUID holder, @Param("other") UUID other);

    /** Of the cases of a person, those that nobody else holds and no key sheets bring back. */
    @Query("""
            select count(g) from Grant g
            where g.holderId = :holder and g.state <> 'LOST'
              and not exists (select h from Grant h
                  where h.caseId = g.caseId and h.holderId <> :holder and h.state <> 'LOST')
              and not exists (select c from RecoveryCover c where c.caseId = g.caseId and c.shares > 0)""")
    long heldByNobodyElse(@Param("holder") UUID holder);

    @Query("select distinct g.holderId from Grant g")
    List<UUID> everyHolder();

    List<Grant> findByHolderIdAndState(UUID holderId, Grant.State state);

    List<Grant> findByCaseIdAndState(UUID caseId, Grant.State state);

    List<Grant> findByHolderId(UUID holderId);

    /** Everything that a person held is lost to them; row by row, so that the register knows of each. */
    default void lose(UUID holder) {
        findByHolderId(holder).forEach(Grant::lose);
    }

    void delete(Grant grant);
}
