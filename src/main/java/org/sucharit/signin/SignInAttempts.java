package org.sucharit.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.signin.Devices.From;

/**
 * Slows down guessing: after five wrong tries each further one has to wait, twice as long every time, up to a quarter of
 * an hour. A device that signed in before is counted by itself, every other by its network address, so that nobody who
 * guesses elsewhere can keep a name's owner out; they only share one try in two seconds for a name under attack. Kept in
 * the memory of this node only.
 */
@Component
class SignInAttempts {

    static final Duration BETWEEN = Duration.ofSeconds(2);
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST = 100_000;

    record Tried(String name, From from) {}

    private record Failures(int count, Instant until) {}

    private final ConcurrentHashMap<Tried, Failures> counts = new ConcurrentHashMap<>();
    private final ConcurrentHashMap<String, Failures> unknown = new ConcurrentHashMap<>();
    private final Time time;

    SignInAttempts(Time time) {
        this.time = time;
    }

    /** @throws Problem too many, while one has to wait */
    void check(Tried tried) {
        Instant now = time.now();
        Failures failures = counts.get(tried);
        if (failures != null) {
            mustBeOver(failures, now);
        }
        // Only who need not wait by themselves gets as far as this: nobody takes the others' turn for long.
        if (!tried.from().known()) {
            unknown.computeIfPresent(tried.name(), (name, all) -> {
                mustBeOver(all, now);
                return all.count() < FREE ? all : new Failures(all.count(), now.plus(BETWEEN));
            });
        }
    }

    void failed(Tried tried) {
        Instant now = time.now();
        if (counts.size() > MOST) {
            counts.values().removeIf(failures -> failures.until().isBefore(now));
        }
        if (unknown.size() > MOST) {
            unknown.values().removeIf(failures -> failures.until().isBefore(now));
        }
        counts.merge(tried, new Failures(1, now), (before, one) -> {
            int count = before.count() + 1;
            return new Failures(count, now.plus(pause(count)));
        });
        if (!tried.from().known()) {
            unknown.merge(
                    tried.name(),
                    new Failures(1, now),
                    (before, one) -> new Failures(
                            before.count() + 1, before.count() + 1 < FREE ? before.until() : now.plus(BETWEEN)));
        }
    }

    void succeeded(Tried tried) {
        counts.remove(tried);
        if (!tried.from().known()) {
            unknown.remove(tried.name());
        }
    }

    private static void mustBeOver(Failures failures, Instant now) {
        if (now.isBefore(failures.until())) {
            long seconds = Duration.between(now, failures.until()).toSeconds() + 1;
            throw Problem.of(Problem.Kind.TOO_MANY, "signin.wait", seconds);
        }
    }

    private static Duration pause(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(count - FREE + 1, 20));
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }
}
