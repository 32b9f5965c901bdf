package org.sucharit.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.Repository;

interface LocalHolidayRepository extends Repository<LocalHoliday, UUID> {

    void save(LocalHoliday holiday);

    void delete(LocalHoliday holiday);

    Optional<LocalHoliday> findByOnDay(LocalDate day);

    /** Both ends are part of it. */
    List<LocalHoliday> findByOnDayBetween(LocalDate from, LocalDate to);
}
