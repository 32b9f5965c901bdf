package org.sucharit.assignment;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;
import org.springframework.data.repository.query.Param;

interface RelationRepository extends Repository<Relation, UUID> {

    void save(Relation relation);

    Optional<Relation> findById(UUID id);

    List<Relation> findByPersonIdOrderByDeclaredAtDescIdAsc(UUID person);

    /** In force, whichever of the two declared it. */
    @Query("select r from Relation r where r.endedAt is null and (r.personId in :people or r.otherId in :people)")
    List<Relation> around(@Param("people") Collection<UUID> people);
}
