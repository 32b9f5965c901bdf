package org.sucharit.signin;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.sucharit.kernel.Problem;

/**
 * Bounds how many passwords are tried at once: each takes 46 MiB and a core. Whoever finds no room within two seconds
 * is asked to come again, so that a flood of guesses slows the sign-in page and nothing else.
 */
@Component
class Computing {

    private static final int AT_ONCE =
            Math.clamp(Runtime.getRuntime().availableProcessors(), 2, 6); // fewer than the pool has connections
    private static final long PATIENCE_MILLIS = 2_000;

    private final Semaphore room = new Semaphore(AT_ONCE);

    /** @throws Problem too many */
    <T> T password(Supplier<T> work) {
        boolean entered;
        try {
            entered = room.tryAcquire(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            entered = false;
        }
        if (!entered) {
            throw Problem.of(Problem.Kind.TOO_MANY, "signin.busy");
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }
}
