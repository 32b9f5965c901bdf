package org.sucharit.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CaseId;
import org.sucharit.testing.Town;

/** The chain as it is written, and the ways in which somebody with the database may try to change it. */
@SpringBootTest
@Import(Town.class)
abstract class RegisterTests {

    @Autowired
    Town towns;

    @Autowired
    Register register;

    @Autowired
    Numbers numbers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HikariDataSource database;

    private Town.Founded town;
    private final CaseId caseId = CaseId.random();

    @BeforeEach
    void found() {
        town = towns.found();
    }

    private void append(Act act) {
        transaction.executeWithoutResult(status -> register.append(Note.of(act, caseId, town.staff.person("clerk"))
                .detail("detail")
                .task("task-" + act)
                .content(new byte[] {1, 2, 3})));
    }

    @Test
    void keepsTheActsOfACaseInTheirOrder() {
        town.run(() -> {
            append(Act.RECEIVED);
            append(Act.SCREENED);
            assertThat(register.ofCase(caseId)).extracting(Entry::act).containsExactly(Act.RECEIVED, Act.SCREENED);
            // 0 is the founding of the organisation.
            assertThat(register.ofCase(caseId)).extracting(Entry::seq).containsExactly(1L, 2L);
            assertThat(register.finishing("task-SCREENED").orElseThrow().doneBy())
                    .contains(town.staff.person("clerk"));
            assertThat(register.firstFault()).isEmpty();
        });
    }

    /** As whoever reports does while a large file of somebody else is being put on the disk. */
    @Test
    void waitsForAnotherWriterOfTheOrganisationAndGivesNothingUp() throws Exception {
        CountDownLatch locked = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> slow = other.submit(() -> transaction.executeWithoutResult(status -> {
                jdbc.sql("select size from register_head where organisation_id = ? for update")
                        .param(town.id.value())
                        .query(Long.class)
                        .single();
                locked.countDown();
                LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(3)); // longer than H2 waits unless told
            }));
            locked.await();
            town.run(() -> append(Act.RECEIVED));
            slow.get();
        }
        assertThat(town.in(() -> register.ofCase(caseId))).hasSize(1);
    }

    @Test
    void anEntryTellsNothingOfWhatWasDone() {
        town.run(() -> {
            append(Act.RECEIVED);
            String entry =
                    new String(register.ofCase(caseId).getFirst().bytes(), java.nio.charset.StandardCharsets.UTF_8);
            assertThat(entry).startsWith("sucharit-register/v2\n" + town.id + "\n1\n");
            assertThat(entry).doesNotContain(caseId.toString(), "RECEIVED", "detail");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update register_entry set detail = 'other' where organisation_id = ? and seq = 1",
                "update register_entry set act = 'CLOSED' where organisation_id = ? and seq = 1",
                "update register_entry set actor_id = null where organisation_id = ? and seq = 1",
                "update register_entry set task_id = 'other' where organisation_id = ? and seq = 1",
                "update register_entry set case_id = null where organisation_id = ? and seq = 1",
                "update register_entry set content_digest = null where organisation_id = ? and seq = 1",
                "delete from register_entry where organisation_id = ? and seq = 1",
            })
    void namesTheEntryThatWasChangedOrTakenOut(String attack) {
        town.run(() -> {
            append(Act.RECEIVED);
            append(Act.SCREENED);
            jdbc.sql(attack).param(town.id.value()).update();
            assertThat(register.firstFault()).contains(1L);
        });
    }

    @Test
    void namesTheEndThatWasCutOff() {
        town.run(() -> {
            append(Act.RECEIVED);
            append(Act.SCREENED);
            jdbc.sql("delete from register_entry where organisation_id = ? and seq = 1")
                    .param(town.id.value())
                    .update();
            assertThat(register.firstFault()).contains(1L);
        });
    }

    @Test
    void takesBackNumberAndEntryWithTheTransactionThatFails() {
        town.run(() -> {
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        register.append(Note.of(Act.RECEIVED, caseId, null));
                        assertThat(numbers.next("x", 2569)).isEqualTo(1);
                        throw new IllegalStateException("fails");
                    }))
                    .hasMessage("fails");
            assertThat(register.ofCase(caseId)).isEmpty();
            assertThat(transaction.<Integer>execute(status -> numbers.next("x", 2569)))
                    .isEqualTo(1);
        });
    }

    @Test
    void givesSixteenWritersNumbersWithoutGapOrDouble() throws Exception {
        List<Callable<Integer>> writers = IntStream.range(0, 160)
                .<Callable<Integer>>mapToObj(n ->
                        () -> town.in(() -> java.util.Objects.requireNonNull(transaction.execute(status -> {
                            register.append(Note.of(Act.RECEIVED, CaseId.random(), null));
                            return numbers.next("x", 2569);
                        }))))
                .toList();
        List<Integer> given = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (Future<Integer> one : threads.invokeAll(writers)) {
                given.add(one.get());
            }
        }
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, 160).boxed().toList());
        assertThat(town.in(register::firstFault)).isEmpty();
    }

    @Test
    void startsEachSeriesAndEachYearAtOne() {
        town.run(() -> {
            assertThat(transaction.<Integer>execute(status -> numbers.next("a", 2569)))
                    .isEqualTo(1);
            assertThat(transaction.<Integer>execute(status -> numbers.next("b", 2569)))
                    .isEqualTo(1);
            assertThat(transaction.<Integer>execute(status -> numbers.next("a", 2570)))
                    .isEqualTo(1);
            assertThat(transaction.<Integer>execute(status -> numbers.next("a", 2569)))
                    .isEqualTo(2);
        });
    }

    @Test
    void isWrittenOnlyWithinATransaction() {
        town.run(() -> assertThatThrownBy(() -> register.append(Note.of(Act.RECEIVED, caseId, null)))
                .isInstanceOf(IllegalTransactionStateException.class));
    }

    /** As many as there are connections, all in a transaction before the first of them asks for the head. */
    @Test
    void letsEveryConnectionBeTheFirstWriterOfAnOrganisation() throws Exception {
        int connections = database.getMaximumPoolSize();
        CyclicBarrier allInTransaction = new CyclicBarrier(connections);
        Callable<Integer> first = () -> town.in(() -> transaction.execute(status -> {
            jdbc.sql("select 1").query(Integer.class).single();
            try {
                allInTransaction.await(20, TimeUnit.SECONDS);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            register.append(Note.of(Act.RECEIVED, caseId, town.staff.person("clerk")));
            return numbers.next("first", 2569);
        }));
        List<Integer> given = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (Future<Integer> number : threads.invokeAll(Collections.nCopies(connections, first))) {
                given.add(number.get());
            }
        }
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, connections).boxed().toList());
        assertThat(town.in(register::firstFault)).isEmpty();
        assertThat(town.in(() -> register.ofCase(caseId))).hasSize(connections);
    }
}
