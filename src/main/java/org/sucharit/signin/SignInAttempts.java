package org.sucharit.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/**
 * Slows down guessing: after five wrong tries each further one has to wait, twice as long every time, up to a quarter of
 * an hour. A device that signed in before is counted by itself, so that nobody who guesses elsewhere can make its owner
 * wait; all other devices share one count for each name. Kept in the memory of this node only.
 */
@Component
class SignInAttempts {

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST = 100_000;

    /** @param device null for every device that is not known */
    record Tried(String name, @Nullable String device) {}

    private record Failures(int count, Instant until) {}

    private final ConcurrentHashMap<Tried, Failures> counts = new ConcurrentHashMap<>();
    private final Time time;

    SignInAttempts(Time time) {
        this.time = time;
    }

    /** @throws Problem too many, while one has to wait */
    void check(Tried tried) {
        Failures failures = counts.get(tried);
        if (failures != null && time.now().isBefore(failures.until())) {
            long seconds = Duration.between(time.now(), failures.until()).toSeconds() + 1;
            throw Problem.of(Problem.Kind.TOO_MANY, "signin.wait", seconds);
        }
    }

    void failed(Tried tried) {
        if (counts.size() > MOST) {
            counts.values().removeIf(failures -> failures.until().isBefore(time.now()));
        }
        counts.merge(tried, new Failures(1, time.now()), (before, one) -> {
            int count = before.count() + 1;
            return new Failures(count, time.now().plus(pause(count)));
        });
    }

    void succeeded(Tried tried) {
        counts.remove(tried);
    }

    private static Duration pause(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - FREE + 1, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
