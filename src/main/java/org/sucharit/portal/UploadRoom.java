package org.sucharit.portal;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How much of the heap uploads may take together. What is sent is in memory twice while it is taken in, as the parts
 * that the container read and as the bytes that are sealed.
 */
final class UploadRoom {

    private static final int UNIT = 64 * 1024;
    private static final int TIMES = 2;

    private final Semaphore units;
    private final int all;
    private final long largestRequest;
    private final Duration patience;

    /**
     * @param heap in bytes, for all uploads together
     * @param patience how long an upload waits for others to end
     */
    UploadRoom(long heap, long largestRequest, Duration patience) {
        this.all = Math.toIntExact(Math.max(1, heap / UNIT));
        this.units = new Semaphore(all, true);
        this.largestRequest = largestRequest;
        this.patience = patience;
    }

    /**
     * @param length as announced; less than 0 where it was not, which counts as the largest that is let in
     * @return what to give back; 0 where there was no room in time
     */
    int take(long length) throws InterruptedException {
        long bytes = length < 0 ? largestRequest : Math.min(length, largestRequest);
        int wanted = (int) Math.min(all, bytes * TIMES / UNIT + 1);
        return units.tryAcquire(wanted, patience.toMillis(), TimeUnit.MILLISECONDS) ? wanted : 0;
    }

    void giveBack(int taken) {
        units.release(taken);
    }
}
