package org.sucharit.intake;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.domain.Pageable;
import org.springframework.data.domain.Slice;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface BoxOpeningRepository extends Repository<BoxOpening, UUID> {

    void save(BoxOpening opening);

    Optional<BoxOpening> findById(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from BoxOpening o where o.id = :id")
    Optional<BoxOpening> hold(UUID id);

    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select o from BoxOpening o where o.number = :number and o.numberYear = :year")
    Optional<BoxOpening> hold(int number, int year);

    Optional<BoxOpening> findByNumberAndNumberYear(int number, int numberYear);

    @Query("select o from BoxOpening o order by o.numberYear desc, o.number desc")
    Slice<BoxOpening> latest(Pageable page);

    List<BoxOpening> findBySettledFalseOrderByOpenedOnAsc(Pageable page);
}
