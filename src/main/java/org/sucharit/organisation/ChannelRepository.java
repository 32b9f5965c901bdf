package org.sucharit.organisation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface ChannelRepository extends Repository<Channel, UUID> {

    void save(Channel channel);

    Optional<Channel> findById(UUID id);

    List<Channel> findAllByOrderByOrdinalAscIdAsc();

    List<Channel> findByEnabledTrueOrderByOrdinalAscIdAsc();

    List<Channel> findByKindOrderByOrdinalAscIdAsc(ChannelKind kind);

    int countBy();
}
