package org.sucharit.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
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
        List<Future<Done>> running = new ArrayList<>();
        long cpu;
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> client(once, () -> System.nanoTime() < end)));
            }
            Thread.sleep(Duration.ofNanos(begin - System.nanoTime()));
            cpu = -processor();
            for (Future<Done> one : running) {
                one.get();
            }
            cpu += processor();
        }
        return rate(clients, running, begin, end, cpu);
    }

    /**
     * For what takes so long that few would begin and end within the time measured: so many in all, each client taking
     * the next, without a warm-up.
     */
    static Rate of(int clients, int times, Callable<?> once) throws InterruptedException, ExecutionException {
        AtomicInteger left = new AtomicInteger(times);
        List<Future<Done>> running = new ArrayList<>();
        long cpu = -processor();
        long begin = System.nanoTime();
        try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> client(once, () -> left.getAndDecrement() > 0)));
            }
        }
        return rate(clients, running, begin, System.nanoTime(), cpu + processor());
    }

    private static Rate rate(int clients, List<Future<Done>> ended, long begin, long end, long cpu)
            throws InterruptedException, ExecutionException {
        List<Done> done = new ArrayList<>();
        for (Future<Done> one : ended) {
            done.add(one.get());
        }
        long[] nanos = done.stream()
                .flatMap(one -> one.calls().stream())
                .filter(call -> call.begin() >= begin && call.end() <= end)
                .mapToLong(call -> call.end() - call.begin())
                .sorted()
                .toArray();
        return new Rate(
                clients,
                nanos.length / ((end - begin) / 1e9),
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

    private record Call(long begin, long end) {}

    private record Done(
            List<Call> calls, long failures, @Nullable Throwable firstFailure) {}

    private static Done client(Callable<?> once, BooleanSupplier further) {
        List<Call> calls = new ArrayList<>();
        long failures = 0;
        Throwable first = null;
        while (further.getAsBoolean()) {
            long begin = System.nanoTime();
            try {
                once.call();
                calls.add(new Call(begin, System.nanoTime()));
            } catch (Exception failure) {
                failures++;
                first = first == null ? failure : first;
            }
        }
        return new Done(calls, failures, first);
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static double percentile(long[] sorted, int percent) {
        return sorted.length == 0 ? Double.NaN : sorted[(sorted.length - 1) * percent / 100] / 1e6;
    }
}
