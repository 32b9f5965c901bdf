package org.sucharit.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface OrganisationRepository extends Repository<Organisation, UUID> {

    void save(Organisation organisation);

    Optional<Organisation> findById(UUID id);

    Optional<Organisation> findByShortName(String shortName);

    boolean existsByShortName(String shortName);

    List<Organisation> findAllByOrderByShortName();
}
