package org.sucharit.vault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RecoveryShares extends Repository<RecoveryShare, RecoveryShare.Key> {

    List<RecoveryShare> findByCaseId(UUID caseId);

    List<RecoveryShare> findByCaseIdAndSheetIdIn(UUID caseId, Collection<UUID> sheets);

    /** The cases that so many of these sheets open and that the person does not hold, behind one of them by id. */
    @Query("""
            select s.caseId from RecoveryShare s where s.sheetId in :sheets and s.caseId > :after
            and not exists (select 1 from Grant g where g.caseId = s.caseId and g.holderId = :person
                and g.state <> org.sucharit.vault.Grant.State.LOST)
            group by s.caseId having count(s) >= :needed order by s.caseId""")
    List<UUID> openedBy(Collection<UUID> sheets, long needed, UUID person, UUID after, Limit limit);

    @Query("select c from RecoveryCover c where c.caseId = :caseId")
    Optional<RecoveryCover> cover(UUID caseId);

    @Query("select count(c) from RecoveryCover c where c.setId = :setId and c.shares > 0")
    long covered(UUID setId);

    @Query("select count(c) from RecoveryCover c where c.setId = :setId and c.shares = 0")
    long tooFew(UUID setId);

    /**
     * The cases whose key a person holds and that lack something only a holder is able to give: their shares under a
     * set, or the key of somebody who lost it.
     */
    @Query("""
            select g.caseId from Grant g where g.holderId = :person and g.caseId > :after
            and g.state <> org.sucharit.vault.Grant.State.LOST
            and (not exists (select 1 from RecoveryCover c where c.caseId = g.caseId and c.setId = :setId)
                or exists (select 1 from Grant l where l.caseId = g.caseId
                    and l.state = org.sucharit.vault.Grant.State.LOST))
            order by g.caseId""")
    List<UUID> lacking(UUID person, UUID setId, UUID after, Limit limit);
}
