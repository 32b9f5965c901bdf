package org.sucharit.bench;

import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

class MailOnH2BenchTests extends MailBenchTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        BenchDatabase.h2(properties);
    }

    @Override
    String database() {
        return BenchDatabase.H2;
    }
}
