package org.sucharit.organisation;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;

/** An organisation's own word on one day: a holiday that the national table lacks, or a workday that it calls one. */
@Entity
class LocalHoliday extends Owned {

    private LocalDate onDay;
    private String nameTh;
    private boolean observed;

    @SuppressWarnings("NullAway.Init")
    LocalHoliday() {}

    private LocalHoliday(LocalDate onDay, String nameTh, boolean observed) {
        super(UUID.randomUUID());
        this.onDay = onDay;
        this.nameTh = nameTh.strip();
        this.observed = observed;
    }

    static LocalHoliday added(LocalDate onDay, String nameTh) {
        return new LocalHoliday(onDay, nameTh, true);
    }

    static LocalHoliday struck(LocalDate onDay) {
        return new LocalHoliday(onDay, "", false);
    }

    LocalDate onDay() {
        return onDay;
    }

    String nameTh() {
        return nameTh;
    }

    boolean isObserved() {
        return observed;
    }
}
