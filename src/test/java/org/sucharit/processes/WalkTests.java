package org.sucharit.processes;

import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;
import org.sucharit.organisation.People;
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

    @Autowired
    People people;

    @BeforeEach
    void holdTimers() {
        timers.hold();
    }

    /** The middle of a morning in Thailand. */
    void windTo(String day) {
        windTo(LocalDate.parse(day));
    }

    /** Winds the clock to a morning and lets strike what is due by then. */
    void windTo(LocalDate day) {
        clock.windTo(day.atTime(10, 0).atZone(Time.BANGKOK).toInstant());
        timers.fireDue();
    }

    void pass(int days) {
        windTo(Time.dayOf(clock.instant()).plusDays(days));
    }

    @AfterEach
    void registersAreWhole() {
        walks.registersAreWhole();
    }

    @AfterEach
    void releaseClock() {
        clock.release();
    }
}
