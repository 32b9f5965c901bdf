package org.sucharit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class IntakeOnPostgresBenchTests extends IntakeBenchTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        BenchDatabase.postgres(properties);
    }

    @BeforeEach
    void isAsDurableAsInProduction() {
        for (String setting : new String[] {"fsync", "synchronous_commit", "full_page_writes"}) {
            assertThat(jdbc.sql("show " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
    }

    @Override
    String database() {
        return BenchDatabase.POSTGRES;
    }
}
