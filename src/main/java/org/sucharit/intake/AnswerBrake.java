package org.sucharit.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.AddressCounts;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.Time;

/**
 * How often one address is answered by itself: two programs that answer each other stop here, and nobody can have us
 * write to somebody whose address they forge. No address is kept. On several nodes each counts for itself.
 */
@Component
class AnswerBrake {

    static final int FOR_ONE_ADDRESS = 3;
    static final int FOR_ONE_ORGANISATION = 500;
    static final Duration WINDOW = Duration.ofDays(1);

    private final Time time;
    private final AddressCounts answered = new AddressCounts(WINDOW);

    AnswerBrake(Time time) {
        this.time = time;
    }

    /** Counts one answer, unless there were too many. */
    synchronized boolean mayAnswer(OrganisationId organisation, String address) {
        Instant now = time.now();
        String one = address.toLowerCase(Locale.ROOT);
        String all = organisation.toString();
        if (answered.of(one, now) >= FOR_ONE_ADDRESS || answered.of(all, now) >= FOR_ONE_ORGANISATION) {
            return false;
        }
        answered.add(one, now);
        answered.add(all, now);
        return true;
    }
}
