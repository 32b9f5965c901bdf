package org.sucharit.assignment;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface NoticeRepository extends Repository<Notice, UUID> {

    boolean existsByPersonIdAndCaseIdAndKindAndReadAtIsNull(UUID personId, UUID caseId, Notices.Kind kind);

    @Query("""
            select n from Notice n
            where n.personId = :person and n.readAt is null and n.kind <> 'TASK'
              and n.caseId in (select g.caseId from Grant g where g.holderId = :person and g.state = 'ACTIVE')
            order by n.toldAt desc""")
    List<Notice> unread(@Param("person") UUID person, Pageable page);

    List<Notice> findByPersonIdAndCaseIdAndReadAtIsNull(UUID personId, UUID caseId);

    /** When anybody opened the case last with something new in it. */
    @Query("select max(n.readAt) from Notice n where n.caseId = :caseId")
    Optional<Instant> lastRead(@Param("caseId") UUID caseId);

    /** Those who can open the case and have not read what they were told of it. */
    @Query("""
            select count(distinct n.personId) from Notice n
            where n.caseId = :caseId and n.readAt is null and n.kind not in ('TASK', 'PURGE', 'HOLD')
              and n.personId in (select g.holderId from Grant g where g.caseId = :caseId and g.state = 'ACTIVE')""")
    int haveNotRead(@Param("caseId") UUID caseId);

    /** Row by row, so that the register knows of each. */
    void deleteByCaseId(UUID caseId);

    void deleteByPersonIdAndCaseId(UUID personId, UUID caseId);
}
