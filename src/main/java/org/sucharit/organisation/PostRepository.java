package org.sucharit.organisation;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PostRepository extends Repository<Post, UUID> {

    void save(Post post);

    /** Whoever appoints to a post holds its row, so that two appointments see each other. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    Optional<Post> findLockedById(UUID id);

    @Query("select p from Post p join fetch p.unit u order by u.ordinal, p.ordinal, p.id")
    List<Post> inOrder();

    int countBy();
}
