package org.sucharit.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;

/**
 * Slows down guessing: after five wrong passwords for a name each further try has to wait, twice as long every time,
 * up to a quarter of an hour. Kept in the memory of this node only.
 */
@Component
class SignInAttempts {

    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST_NAMES = 100_000;

    private record Failures(int count, Instant until) {}

    private final ConcurrentHashMap<String, Failures> byName = new ConcurrentHashMap<>();
    private final Time time;

    SignInAttempts(Time time) {
        this.time = time;
    }

    /** @throws Problem too many, while the name has to wait */
    void check(String name) {
        Failures failures = byName.get(name);
        if (failures != null && time.now().isBefore(failures.until())) {
            long seconds = Duration.between(time.now(), failures.until()).toSeconds() + 1;
            throw Problem.of(Problem.Kind.TOO_MANY, "signin.wait", seconds);
        }
    }

    void failed(String name) {
        if (byName.size() > MOST_NAMES) {
            byName.values().removeIf(failures -> failures.until().isBefore(time.now()));
        }
        byName.merge(name, new Failures(1, time.now()), (before, one) -> {
            int count = before.count() + 1;
            return new Failures(count, time.now().plus(pause(count)));
        });
    }

    void succeeded(String name) {
        byName.remove(name);
    }

    private static Duration pause(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - FREE + 1, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
