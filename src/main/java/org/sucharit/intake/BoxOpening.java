package org.sucharit.intake;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.PersonId;

@Entity
@Table(name = "box_opening")
class BoxOpening {

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    @Version
    private @Nullable Integer version;

    private int number;
    private int numberYear;
    private LocalDate openedOn;
    private String place;
    private UUID presentOne;
    private UUID presentTwo;
    private int counted;
    private int letters;
    private int logged;

    /** Whether every letter is logged; in a column, so that what is missing is found by an index. */
    private boolean settled;

    private @Nullable String correction;
    private UUID recordedBy;
    private Instant recordedAt;

    @SuppressWarnings("NullAway.Init") // JPA
    protected BoxOpening() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate
    BoxOpening(RecordOpening command, int number, int year, PersonId by, Instant at) {
        this.id = UUID.randomUUID();
        this.number = number;
        this.numberYear = year;
        this.openedOn = command.openedOn();
        this.place = command.place();
        this.presentOne = command.presentOne().value();
        this.presentTwo = command.presentTwo().value();
        this.counted = command.letters();
        this.letters = command.letters();
        this.settled = command.letters() == 0;
        this.recordedBy = by.value();
        this.recordedAt = at;
    }

    UUID id() {
        return id;
    }

    /** "3/2569" */
    String name() {
        return number + "/" + numberYear;
    }

    LocalDate openedOn() {
        return openedOn;
    }

    String place() {
        return place;
    }

    PersonId presentOne() {
        return new PersonId(presentOne);
    }

    PersonId presentTwo() {
        return new PersonId(presentTwo);
    }

    int counted() {
        return counted;
    }

    int letters() {
        return letters;
    }

    int logged() {
        return logged;
    }

    @Nullable
    String correction() {
        return correction;
    }

    PersonId recordedBy() {
        return new PersonId(recordedBy);
    }

    Instant recordedAt() {
        return recordedAt;
    }

    void logOne() {
        logged++;
        settled = logged >= letters;
    }

    void correct(int letters, String reason) {
        this.letters = letters;
        this.correction = reason;
        this.settled = logged >= letters;
    }
}
