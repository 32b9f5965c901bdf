package org.sucharit.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.RegisterNumber;
import org.sucharit.casefile.Reporter;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.register.Register;
import org.sucharit.testing.Town;

/** Many at once: each has its number, none is given twice, none is left out. */
@SpringBootTest
@Import(Town.class)
abstract class IntakeConcurrencyTests {

    private static final int THREADS = 16;
    private static final int EACH = 3;

    @Autowired
    private Town towns;

    @Autowired
    private Intake intake;

    @Autowired
    private Register register;

    @Autowired
    private Time time;

    @Test
    void numbersEachSeriesWithoutGapOrDouble() throws Exception {
        Town.Founded town = towns.found();
        CyclicBarrier start = new CyclicBarrier(THREADS);
        List<RegisterNumber> numbers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<RegisterNumber>>> work = IntStream.range(0, THREADS)
                    .mapToObj(n -> threads.submit(() -> {
                        start.await();
                        return register(town, n % 2 == 0 ? Kind.CORRUPTION : Kind.GRIEVANCE);
                    }))
                    .toList();
            for (Future<List<RegisterNumber>> one : work) {
                numbers.addAll(one.get());
            }
        }
        List<Integer> all = IntStream.rangeClosed(1, THREADS * EACH / 2).boxed().toList();
        assertThat(of(RegisterNumber.Series.SECRET, numbers)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(of(RegisterNumber.Series.GENERAL, numbers)).containsExactlyInAnyOrderElementsOf(all);
        assertThat(town.in(register::firstFault)).isEmpty();
    }

    private List<RegisterNumber> register(Town.Founded town, Kind kind) {
        List<RegisterNumber> numbers = new ArrayList<>();
        for (int n = 0; n < EACH; n++) {
            numbers.add(town.in(() -> intake.register(complaint(kind))).number());
        }
        return numbers;
    }

    private RegisterComplaint complaint(Kind kind) {
        return new RegisterComplaint(
                kind,
                ChannelKind.WEB,
                time.today(),
                "เรื่องที่มาพร้อมกัน",
                "สิบหกเรื่องในเวลาเดียวกัน",
                null,
                null,
                Map.of(),
                new Reporter.Anonymous(),
                List.of(),
                Set.of(),
                false,
                List.of(),
                null);
    }

    private static List<Integer> of(RegisterNumber.Series series, List<RegisterNumber> numbers) {
        return numbers.stream()
                .filter(number -> number.series() == series)
                .map(RegisterNumber::number)
                .toList();
    }
}
