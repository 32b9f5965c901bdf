package org.sucharit.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Reporter;
import org.sucharit.casefile.Upload;
import org.sucharit.intake.Intake;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.kernel.CaseId;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;

/**
 * How long it takes to give a case of 200 sealed items another key, beside writing those items in the first place in
 * the same run. Holds that everything opens afterwards, never a time.
 */
@Tag("bench")
@SpringBootTest
@Import(Town.class)
@OnH2
class RotationBenchTests {

    private static final int LEAVES = 190;
    private static final int FILES = 10;

    @Autowired
    Town towns;

    @Autowired
    Intake intake;

    @Autowired
    CaseFiles cases;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void aCaseOfTwoHundredSealedItems() throws Exception {
        Town.Founded town = towns.found();
        Officer clerk = town.officer("clerk");
        double floor = Double.MAX_VALUE;
        double rotation = Double.MAX_VALUE;
        for (int n = 0; n < 5; n++) {
            CaseId id = town.in(() -> intake.register(complaint()).caseId());
            floor = Math.min(floor, millis(town, clerk, id, this::fill));
            rotation = Math.min(rotation, millis(town, clerk, id, open -> cases.rotate(open, clerk.id())));
            OpenCase open = town.in(() -> cases.open(clerk, id));
            assertThat(town.in(() -> open.all(Content.Note.class))).hasSize(LEAVES);
            assertThat(town.in(open::files)).hasSize(FILES);
        }
        Results.value("keys", "writing 200 sealed items", "millis", floor);
        Results.value("keys", "another key for a case of 200 sealed items", "millis", rotation);
        Results.value("keys", "another key, against writing the items", "times", rotation / floor);
        Results.tell();
    }

    private interface Doing {
        void with(OpenCase open);
    }

    private double millis(Town.Founded town, Officer officer, CaseId id, Doing doing) {
        long start = System.nanoTime();
        town.run(() -> transaction.executeWithoutResult(
                status -> doing.with(Objects.requireNonNull(cases.open(officer, id)))));
        return (System.nanoTime() - start) / 1e6;
    }

    private void fill(OpenCase open) {
        for (int n = 0; n < LEAVES; n++) {
            open.add(null, new Content.Note("ก".repeat(1000)));
        }
        for (int n = 0; n < FILES; n++) {
            open.attach(null, Upload.of("n", "text/plain", "ข".repeat(20_000).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static RegisterComplaint complaint() {
        return new RegisterComplaint(
                Kind.CORRUPTION,
                ChannelKind.WEB,
                LocalDate.now(),
                "เรื่อง",
                "รายละเอียด",
                null,
                null,
                Map.of(),
                new Reporter.Anonymous(),
                List.of(),
                Set.of(),
                false,
                List.of(),
                null);
    }
}
