package org.sucharit.mail;

import jakarta.persistence.LockModeType;
import jakarta.persistence.QueryHint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface OutboxEntries extends Repository<OutboxEntry, UUID> {

    /** Hibernate's value of the lock timeout for {@code skip locked}, which H2 and PostgreSQL both know. */
    String SKIP_LOCKED = "-2";

    @Query(
            "select e.id from OutboxEntry e where e.state = PENDING and e.nextAttemptAt <= :now order by e.nextAttemptAt")
    List<UUID> due(Instant now, Limit limit);

    /** Holds the row to the end of the transaction; empty when another node holds it or has dealt with it. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("select e from OutboxEntry e where e.id = :id and e.state = PENDING and e.nextAttemptAt <= :now")
    Optional<OutboxEntry> claim(UUID id, Instant now);

    /** As {@link #claim}, whatever its state. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @QueryHints(@QueryHint(name = "jakarta.persistence.lock.timeout", value = SKIP_LOCKED))
    @Query("select e from OutboxEntry e where e.id = :id")
    Optional<OutboxEntry> hold(UUID id);

    boolean existsByIdAndOrganisationId(UUID id, UUID organisationId);

    @Query("select e from OutboxEntry e where e.organisationId = :organisationId and e.state = :state"
            + " order by e.createdAt, e.id")
    Slice<OutboxEntry> list(UUID organisationId, QueuedMail.State state, Pageable page);
}
