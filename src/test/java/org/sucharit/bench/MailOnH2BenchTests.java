package org.sucharit.bench;

import java.util.UUID;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** On H2 in files, each commit on the disk before the mailbox hears of it, as the system ships. */
class MailOnH2BenchTests extends MailBenchTests {

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        String file = Results.FOLDER.resolve("h2-" + UUID.randomUUID()).toAbsolutePath() + "/sucharit";
        properties.add("spring.datasource.url", () -> "jdbc:h2:file:" + file + ";WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE");
    }

    @Override
    String database() {
        return "H2 file, WRITE_DELAY=0";
    }
}
