package org.sucharit.partner;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.repository.Repository;

interface PartnerKeyRepository extends Repository<PartnerKey, UUID> {

    void save(PartnerKey key);

    Optional<PartnerKey> findById(UUID id);

    Optional<PartnerKey> findByTokenHash(byte[] tokenHash);

    Slice<PartnerKey> findAllByOrderByIssuedAtDescIdAsc(Pageable page);
}
