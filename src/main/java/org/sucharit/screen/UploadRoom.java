package org.sucharit.screen;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How much of the disk the uploads that are under way may take together. */
final class UploadRoom {

    /** What is taken at a time, in bytes. */
    static final int UNIT = 64 * 1024;

    private final Semaphore units;
    private final Duration patience;

    /**
     * @param room in bytes
     * @param patience how long an upload waits for others to end
     */
    UploadRoom(long room, Duration patience) {
        this.units = new Semaphore(Math.toIntExact(Math.max(1, room / UNIT)), true);
        this.patience = patience;
    }

    /** Takes one unit more; whether there was one in time. */
    boolean take() throws InterruptedException {
        return units.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    void giveBack(int taken) {
        units.release(taken);
    }
}
