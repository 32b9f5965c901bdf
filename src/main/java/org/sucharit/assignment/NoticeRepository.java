package org.sucharit.assignment;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.jpa.repository.Modifying;
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

    @Modifying
    @Query("update Notice n set n.readAt = :at where n.personId = :person and n.caseId = :caseId and n.readAt is null")
    void read(@Param("person") UUID person, @Param("caseId") UUID caseId, @Param("at") Instant at);

    /** Row by row, so that the register knows of each. */
    void deleteByPersonIdAndCaseId(UUID personId, UUID caseId);
}
