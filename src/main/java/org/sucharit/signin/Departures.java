package org.sucharit.signin;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.OrganisationChanged;
import org.sucharit.organisation.People;
import org.sucharit.vault.KeyReplaced;

/** Whoever may sign in no more, or has left their last post, is signed out wherever they are. */
@Component
class Departures {

    private final Sessions sessions;
    private final SecondFactors factors;
    private final People people;
    private final Time time;

    Departures(Sessions sessions, SecondFactors factors, People people, Time time) {
        this.sessions = sessions;
        this.factors = factors;
        this.people = people;
        this.time = time;
    }

    /** What made their codes was sealed to the key that is gone; the new one holds nothing until somebody vouches for it. */
    @EventListener
    void on(KeyReplaced replaced) {
        if (!factors.of(replaced.person()).isEmpty()) {
            factors.removeAll(replaced.person(), replaced.person());
        }
    }

    @TransactionalEventListener
    void after(KeyReplaced replaced) {
        sessions.end(replaced.person(), signed -> true);
    }

    @TransactionalEventListener
    void after(OrganisationChanged changed) {
        switch (changed.change()) {
            case PERSON_DEACTIVATED -> sessions.end(PersonId.of(changed.subject()), signed -> true);
            case APPOINTMENT_ENDED ->
                CurrentOrganisation.run(
                        changed.organisation(),
                        () -> sessions.people(changed.organisation()).stream()
                                .filter(person -> people.postsOf(person, time.today())
                                        .isEmpty())
                                .forEach(person -> sessions.end(person, signed -> true)));
            default -> {}
        }
    }
}
