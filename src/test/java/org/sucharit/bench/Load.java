package org.sucharit.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/**
 * A number of clients, each of which does the same thing again and again without a pause: first to warm up, then to be
 * measured. {@code -Dbench.seconds} sets how long is measured, 10 unless told.
 */
final class Load {

    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("bench.seconds", 10));
    private static final Duration WARM_UP = MEASURED.dividedBy(2);

    private Load() {}

    /**
     * @param perSecond how many were done without failing, of all clients together
     * @param cpuMillis processor time of the whole process for each that was done, whatever else the machine was doing;
     *     in the server's process it counts the clients too
     * @param failures in the warm-up too
     */
    record Rate(
            int clients,
            double perSecond,
            double p50Millis,
            double p95Millis,
            double cpuMillis,
            long failures,
            @Nullable Throwable firstFailure) {}

    static Rate run(int clients, Callable<?> once) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime() + WARM_UP.toNanos();
        long end = begin + MEASURED.toNanos();
        List<Done> done = new ArrayList<>();
        long cpu;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<Future<Done>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> client(once, begin, end)));
            }
            Thread.sleep(Duration.ofNanos(begin - System.nanoTime()));
            cpu = -processor();
            for (Future<Done> one : running) {
                done.add(one.get());
            }
            cpu += processor();
        }
        long[] nanos = done.stream()
                .flatMapToLong(one -> LongStream.of(one.nanos()))
                .sorted()
                .toArray();
        return new Rate(
                clients,
                nanos.length / (MEASURED.toNanos() / 1e9),
                percentile(nanos, 50),
                percentile(nanos, 95),
                cpu / 1e6 / Math.max(1, nanos.length),
                done.stream().mapToLong(Done::failures).sum(),
                done.stream()
                        .map(Done::firstFailure)
                        .filter(failure -> failure != null)
                        .findFirst()
                        .orElse(null));
    }

    private record Done(
            long[] nanos, long failures, @Nullable Throwable firstFailure) {}

    private static Done client(Callable<?> once, long begin, long end) {
        long[] nanos = new long[1024];
        int count = 0;
        long failures = 0;
        Throwable first = null;
        for (long now = System.nanoTime(); now < end; ) {
            long started = now;
            boolean failed = false;
            try {
                once.call();
            } catch (Exception failure) {
                failed = true;
                failures++;
                first = first == null ? failure : first;
            }
            now = System.nanoTime();
            if (!failed && started >= begin && now <= end) {
                if (count == nanos.length) {
                    nanos = Arrays.copyOf(nanos, count * 2);
                }
                nanos[count++] = now - started;
            }
        }
        return new Done(Arrays.copyOf(nanos, count), failures, first);
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * percent / 100] / 1e6;
    }
}
