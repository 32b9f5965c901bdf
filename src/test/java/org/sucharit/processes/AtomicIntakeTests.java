package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.testing.Town;

/** A case comes to be as a whole or not at all, and each gets a number of its own. */
abstract class AtomicIntakeTests extends WalkTests {

    private static final int THREADS = 16;
    private static final int EACH = 2;

    @Autowired
    JdbcClient jdbc;

    @Test
    void leavesNothingBehindWhenItFailsAtTheVeryEnd() {
        Town.Founded town = towns.found();
        walks.corruption(town, "finance");
        List<Integer> before = counts(town);
        // The register is written last of all; a row in the place of its next entry makes that fail.
        jdbc.sql("""
                        insert into register_entry (organisation_id, seq, at, act, salt, entry, hash)
                        select organisation_id, size, current_timestamp, 'CLOSED', hash, hash, hash
                        from register_head where organisation_id = ?""").param(town.id.value()).update();
        assertThatThrownBy(() -> walks.corruption(town, "works")).isInstanceOf(DuplicateKeyException.class);
        jdbc.sql("""
                        delete from register_entry where organisation_id = ? and seq =
                            (select size from register_head where organisation_id = ?)""").params(town.id.value(), town.id.value()).update();
        assertThat(counts(town)).isEqualTo(before);
        assertThat(walks.corruption(town, "works").file().number().number()).isEqualTo(2);
    }

    private List<Integer> counts(Town.Founded town) {
        List<Integer> counts = new ArrayList<>();
        for (String table :
                List.of("case_file", "folio", "case_key", "case_grant", "notice", "register_entry", "number_series")) {
            counts.add(jdbc.sql("select count(*) from " + table + " where organisation_id = ?")
                    .param(town.id.value())
                    .query(Integer.class)
                    .single());
        }
        for (String table : List.of("act_ru_execution", "act_ru_task", "act_ru_timer_job")) {
            counts.add(jdbc.sql("select count(*) from " + table + " where tenant_id_ = ?")
                    .param(town.id.toString())
                    .query(Integer.class)
                    .single());
        }
        return counts;
    }

    @Test
    void numbersWithoutGapOrDoubleWhenAllRegisterAtOnce() throws Exception {
        Town.Founded town = towns.found();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        List<Walk> walked = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
            List<Future<List<Walk>>> begun = IntStream.range(0, THREADS)
                    .mapToObj(thread -> threads.submit(() -> {
                        List<Walk> mine = new ArrayList<>();
                        together.await();
                        for (int n = 0; n < EACH; n++) {
                            mine.add(walks.unheld(town, "finance"));
                        }
                        return mine;
                    }))
                    .toList();
            for (Future<List<Walk>> future : begun) {
                walked.addAll(future.get());
            }
        }
        assertThat(walked)
                .extracting(walk -> walk.file().number().number())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, THREADS * EACH).boxed().toList());
        walked.forEach(Walk::hold);
    }
}
