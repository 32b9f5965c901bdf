package org.sucharit.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface UnitRepository extends Repository<Unit, UUID> {

    void save(Unit unit);

    Optional<Unit> findById(UUID id);

    List<Unit> findAllByOrderByOrdinalAscIdAsc();

    int countBy();
}
