package org.sucharit.assignment;

import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface DigestRepository extends Repository<Digest, UUID> {

    Optional<Digest> findByPersonId(UUID person);

    boolean existsByPersonId(UUID person);

    void deleteByPersonId(UUID person);

    /** Those of whom something unread was told since their last mail; held to the end of the transaction. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select d from Digest d
            where (d.lastSentOn is null or d.lastSentOn < :today)
              and exists (select n from Notice n
                          where n.personId = d.personId and n.readAt is null and n.toldAt > d.since)
            order by d.personId""")
    List<Digest> due(LocalDate today, Limit most);
}
