package org.sucharit.bench;

import java.io.IOException;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class MailOnPostgresBenchTests extends MailBenchTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) throws IOException {
        BenchDatabase.postgres(properties);
    }

    @Override
    String database() {
        return BenchDatabase.POSTGRES;
    }
}
