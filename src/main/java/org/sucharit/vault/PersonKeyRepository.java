package org.sucharit.vault;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface PersonKeyRepository extends Repository<PersonKey, UUID> {

    Optional<PersonKey> findByPersonId(UUID personId);

    List<PersonKey> findByPersonIdIn(Collection<UUID> people);

    List<PersonKey> findByTemporaryFalse();

    PersonKey save(PersonKey key);
}
