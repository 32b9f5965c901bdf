package org.sucharit.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One person's time in one post; the first and the last day are part of it. */
@Entity
class Appointment extends Owned {

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Person person;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    private Post post;

    private boolean acting;
    private String orderNumber;
    private LocalDate fromDay;
    private @Nullable LocalDate untilDay;

    @SuppressWarnings("NullAway.Init")
    Appointment() {}

    Appointment(
            Person person,
            Post post,
            boolean acting,
            String orderNumber,
            LocalDate fromDay,
            @Nullable LocalDate untilDay) {
        super(AppointmentId.random().value());
        this.person = person;
        this.post = post;
        this.acting = acting;
        this.orderNumber = orderNumber.strip();
        this.fromDay = fromDay;
        this.untilDay = untilDay;
    }

    boolean isActing() {
        return acting;
    }

    boolean isOf(Person other) {
        return person.id().equals(other.id());
    }

    boolean hasActiveOfficer() {
        return person.isActive();
    }

    Post post() {
        return post;
    }

    Person person() {
        return person;
    }

    LocalDate fromDay() {
        return fromDay;
    }

    /** Whether its last day is later than {@code day}, or open. */
    boolean outlasts(LocalDate day) {
        return untilDay == null || untilDay.isAfter(day);
    }

    void endOn(LocalDate lastDay) {
        untilDay = lastDay;
    }

    Holder holder(boolean serving) {
        return new Holder(
                new AppointmentId(id()),
                person.view(),
                post.view(),
                acting,
                orderNumber,
                fromDay,
                untilDay,
                serving && person.isActive());
    }
}
