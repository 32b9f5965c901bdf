package org.sucharit.register;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.WoundClock;
import org.sucharit.register.audit.Inspection;
import org.sucharit.testing.Town;

/** An organisation with a register, whose checkpoints the test makes. */
@SpringBootTest(properties = {"sucharit.register.cadence=1d", "sucharit.register.block=16"})
@AutoConfigureMockMvc
@Import(Town.class)
abstract class CheckpointTest {

    static final Duration TURN = Duration.ofDays(1);

    @Autowired
    Town towns;

    @Autowired
    Register register;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Inspection inspection;

    @Autowired
    RegisterKeys keys;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    WoundClock clock;

    @Autowired
    MockMvc mvc;

    Town.Founded town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @AfterEach
    void backToNow() {
        clock.release();
    }

    byte[] enter() {
        CaseId id = CaseId.random();
        return town.in(() -> {
            transaction.executeWithoutResult(status -> register.append(Note.of(Act.RECEIVED, id, null)));
            return register.ofCase(id).getFirst().bytes();
        });
    }

    MadeCheckpoint nextTurn() {
        clock.windTo(clock.instant().plus(TURN));
        return checkpoints.make(town.id).orElseThrow();
    }

    List<String> faults() {
        return inspection.everything(town.id, Inspection.Outside.NOTHING).stream()
                .map(fault -> fault.kind() + " " + fault.what())
                .toList();
    }

    static String leaf(byte[] entry) {
        return HexFormat.of().formatHex(Chain.hash(entry));
    }
}
