package org.sucharit.bench;

import java.lang.management.ManagementFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The most that was in use on the heap while this was open, and would not go: it is swept whole again and again, which
 * slows whatever runs, so that nothing is timed meanwhile.
 */
final class LiveHeap implements AutoCloseable {

    private static final long PAUSE_MILLIS = 200;

    private final AtomicBoolean closed = new AtomicBoolean();
    private final AtomicLong most = new AtomicLong();
    private final Thread sweeping = Thread.ofPlatform().start(this::sweep);

    private void sweep() {
        do {
            System.gc();
            most.accumulateAndGet(
                    ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(), Math::max);
            try {
                Thread.sleep(PAUSE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        } while (!closed.get());
    }

    double peakMebibytes() {
        return most.get() / (1024.0 * 1024);
    }

    @Override
    public void close() throws InterruptedException {
        closed.set(true);
        sweeping.join();
    }
}
