package org.sucharit.vault;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.sucharit.kernel.PersonId;

/**
 * Wrong numbers that somebody typed for a colleague's key: three, and they wait for a quarter of an hour, they alone, so
 * that nobody keeps the others from vouching. In the memory of this node only; a number has twelve digits.
 */
final class WrongNumbers {

    private static final int FREE = 3;
    private static final Duration PAUSE = Duration.ofMinutes(15);

    private record Guessed(PersonId voucher, PersonId person) {}

    private record Count(int wrong, Instant last) {

        boolean over(Instant now) {
            return !now.isBefore(last.plus(PAUSE));
        }
    }

    private final ConcurrentHashMap<Guessed, Count> counts = new ConcurrentHashMap<>();

    /** From when on the voucher may try a number. */
    Instant mayTryAgain(PersonId voucher, PersonId person) {
        Count count = counts.get(new Guessed(voucher, person));
        return count == null || count.wrong() < FREE ? Instant.MIN : count.last().plus(PAUSE);
    }

    /** After a pause they are counted anew. */
    void count(PersonId voucher, PersonId person, Instant now) {
        counts.values().removeIf(count -> count.over(now));
        counts.merge(
                new Guessed(voucher, person), new Count(1, now), (before, one) -> new Count(before.wrong() + 1, now));
    }
}
