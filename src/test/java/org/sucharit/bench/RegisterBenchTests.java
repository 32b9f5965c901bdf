package org.sucharit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.WoundClock;
import org.sucharit.register.Checkpoints;
import org.sucharit.register.RegisterLoad;
import org.sucharit.register.audit.Fault;
import org.sucharit.register.audit.Inspection;
import org.sucharit.register.tree.InclusionProof;
import org.sucharit.testing.OnPostgres;
import org.sucharit.testing.Town;

/**
 * Verifying a long register and proving entries of it, beside the floor: reading the same rows once and hashing their
 * bytes. {@code -Dbench.entries} sets how long it is, 1,000,000 unless told.
 */
@Tag("bench")
@OnPostgres
@SpringBootTest(properties = {"sucharit.register.cadence=1h", "sucharit.register.block=64"})
@Import({Town.class, RegisterLoad.class})
class RegisterBenchTests {

    private static final int ENTRIES = Integer.getInteger("bench.entries", 1_000_000);
    private static final int EACH_CHECKPOINT = 1000;

    @Autowired
    Town towns;

    @Autowired
    RegisterLoad load;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Inspection inspection;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WoundClock clock;

    @AfterAll
    static void tell() throws IOException {
        Results.tell();
    }

    @Test
    void verifyingAndProving() throws Exception {
        Town.Founded town = towns.found();
        for (int made = 0; made < ENTRIES; made += EACH_CHECKPOINT) {
            load.enter(town.id, EACH_CHECKPOINT);
            clock.windTo(clock.instant().plusSeconds(3600));
            checkpoints.make(town.id);
        }
        double floor = seconds(() -> floor(town));
        System.gc();
        long before = used();
        List<Fault> faults = new ArrayList<>();
        double verifying = seconds(() -> transaction.executeWithoutResult(
                status -> faults.addAll(inspection.everything(town.id, Inspection.Outside.NOTHING))));
        assertThat(faults).isEmpty();
        Results.value("postgres", "hashing " + ENTRIES + " entries (floor)", "seconds", floor);
        Results.value("postgres", "verifying " + ENTRIES + " entries", "seconds", verifying);
        Results.value("postgres", "verifying, times the floor", "ratio", verifying / floor);
        Results.value("postgres", "memory after verifying", "MB", (used() - before) / 1e6);
        proving(town);
        clock.release();
    }

    private void proving(Town.Founded town) {
        List<byte[]> leaves = jdbc.query(
                "select hash from register_entry where organisation_id = ? order by hash fetch first 2000 rows only",
                (row, n) -> row.getBytes(1),
                town.id.value());
        List<Integer> sizes = new ArrayList<>();
        town.run(() -> {
            leaves.subList(0, 1000).forEach(checkpoints::proof);
            double seconds = seconds(() -> leaves.subList(1000, 2000).forEach(leaf -> {
                InclusionProof proof = checkpoints.proof(leaf).orElseThrow();
                sizes.add(proof.text().length());
            }));
            Results.value("postgres", "proving one entry", "millis", seconds);
            Results.value(
                    "postgres",
                    "a proof",
                    "bytes",
                    sizes.stream().mapToInt(size -> size).average().orElseThrow());
        });
    }

    private void floor(Town.Founded town) {
        UUID id = town.id.value();
        for (long from = 0; ; from += 2000) {
            List<byte[]> page = jdbc.query(
                    "select entry from register_entry where organisation_id = ? and seq >= ? and seq < ?",
                    (row, n) -> row.getBytes(1),
                    id,
                    from,
                    from + 2000);
            if (page.isEmpty()) {
                return;
            }
            page.forEach(RegisterBenchTests::hash);
        }
    }

    private static void hash(byte[] bytes) {
        try {
            assertThat(MessageDigest.getInstance("SHA-256").digest(bytes)).hasSize(32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static long used() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
