package org.sucharit.signin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SecondFactorRepository extends Repository<SecondFactor, UUID> {

    List<SecondFactor> findByPersonIdOrderByAddedAt(UUID personId);

    boolean existsByPersonId(UUID personId);

    SecondFactor save(SecondFactor factor);

    void delete(SecondFactor factor);

    /** Spends the code of a step; 0 where it, or a later one, is spent. */
    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query("""
            update SecondFactor f set f.lastStep = :step, f.usedAt = :now
            where f.id = :id and (f.lastStep is null or f.lastStep < :step)""")
    int spend(UUID id, long step, Instant now);
}
