package org.sucharit.casefile;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface CaseFileRepository extends Repository<CaseFile, UUID> {

    Optional<CaseFile> findById(UUID id);

    @Query("select c.id from CaseFile c where c.id in :cases and c.state not in ('CLOSED', 'PURGED')")
    List<UUID> openAmong(@Param("cases") Collection<UUID> cases);

    @Query("""
            select c from CaseFile c
            where c.id in (select g.caseId from Grant g where g.holderId = :holder and g.state = 'ACTIVE')
              and (:closed = true or c.state <> 'CLOSED')
            order by c.enteredAt desc, c.id""")
    Slice<CaseFile> heldBy(@Param("holder") UUID holder, @Param("closed") boolean closed, Pageable page);

    @Query("""
            select c from CaseFile c
            where c.id in (select g.caseId from Grant g where g.holderId = :holder and g.state = 'ACTIVE')
              and c.state = :state
            order by c.enteredAt desc, c.id""")
    Slice<CaseFile> heldBy(@Param("holder") UUID holder, @Param("state") CaseState state, Pageable page);

    /** Closed until a day, of those that the holder can open; the longest closed first. */
    @Query("""
            select c from CaseFile c
            where c.id in (select g.caseId from Grant g where g.holderId = :holder and g.state = 'ACTIVE')
              and c.state = 'CLOSED' and c.closedOn <= :until
            order by c.closedOn, c.id""")
    Slice<CaseFile> closedUntil(@Param("holder") UUID holder, @Param("until") LocalDate until, Pageable page);

    @Query("select c from CaseFile c where c.keeping.purgeAskedAt <= :until order by c.keeping.purgeAskedAt, c.id")
    List<CaseFile> purgeAskedUntil(@Param("until") Instant until, Pageable page);

    @Query("""
            select c from CaseFile c
            where c.number = :number and c.numberYear = :year
              and c.id in (select g.caseId from Grant g where g.holderId = :holder and g.state = 'ACTIVE')
            order by c.series""")
    List<CaseFile> numbered(@Param("holder") UUID holder, @Param("number") int number, @Param("year") int year);

    @Query("""
            select c from CaseFile c
            where c.number = :number and c.numberYear = :year
              and c.id in (select g.caseId from Grant g where g.holderId = :holder and g.state <> 'LOST')
            order by c.series""")
    List<CaseFile> numberedAndWaiting(
            @Param("holder") UUID holder, @Param("number") int number, @Param("year") int year);

    @Query("""
            select c from CaseFile c
            where c.kind = :kind and c.receivedOn >= :since
              and c.id in (select g.caseId from Grant g where g.holderId = :holder and g.state = 'ACTIVE')
            order by c.receivedOn desc, c.id""")
    Slice<CaseFile> similar(
            @Param("holder") UUID holder, @Param("kind") Kind kind, @Param("since") LocalDate since, Pageable page);
}
