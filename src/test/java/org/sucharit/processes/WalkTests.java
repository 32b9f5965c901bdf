package org.sucharit.processes;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.sucharit.kernel.WoundClock;
import org.sucharit.testing.Town;
import org.sucharit.workflow.Timers;

/** The whole system on a database, its timers held until a test winds the clock. The subclasses share one context. */
@SpringBootTest
@Import({Town.class, Walks.class, Always.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class WalkTests {

    @Autowired
    Town towns;

    @Autowired
    Walks walks;

    @Autowired
    Timers timers;

    @Autowired
    WoundClock clock;

    @BeforeEach
    void holdTimers() {
        timers.hold();
    }

    @AfterEach
    void releaseClock() {
        clock.release();
    }
}
