package org.sucharit.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.WoundClock;
import org.sucharit.register.Act;
import org.sucharit.register.Checkpoints;
import org.sucharit.register.MadeCheckpoint;
import org.sucharit.register.Note;
import org.sucharit.register.Register;
import org.sucharit.register.audit.Inspection;
import org.sucharit.signing.Services;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

@OnH2
@SpringBootTest(
        properties = {
            "sucharit.register.cadence=12h",
            "sucharit.register.witness.watched=keeper@example.org",
            "sucharit.register.witness.busiest=keeper@example.org",
            "sucharit.register.witness.quieter=keeper@example.org",
            "sucharit.register.timeout=2s"
        })
@Import(Town.class)
class WitnessesTests {

    private static final Services SERVICES = new Services();

    @DynamicPropertySource
    static void service(DynamicPropertyRegistry settings) {
        settings.add("sucharit.register.timestamp-service", () -> SERVICES.address() + "/tsa");
    }

    @Autowired
    Town towns;

    @Autowired
    Checkpoints checkpoints;

    @Autowired
    Witnesses witnesses;

    @Autowired
    Register register;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Inspection inspection;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    WoundClock clock;

    @AfterEach
    void backToNow() {
        clock.release();
    }

    @AfterAll
    static void stop() {
        SERVICES.close();
    }

    private MadeCheckpoint next(Town.Founded town, Duration later) {
        clock.windTo(clock.instant().plus(later));
        MadeCheckpoint made = checkpoints.make(town.id).orElseThrow();
        witnesses.show(town.id, made);
        return made;
    }

    private List<String> mails(Town.Founded town) {
        return jdbc.query(
                "select body from outbox where organisation_id = ? and recipient = 'keeper@example.org'"
                        + " order by created_at",
                (row, n) -> row.getString(1),
                town.id.value());
    }

    private List<byte[]> tokens(Town.Founded town) {
        return jdbc.query(
                "select token from register_witness where organisation_id = ? and kind = 'TIMESTAMP' order by size",
                (row, n) -> row.getBytes(1),
                town.id.value());
    }

    @Test
    void aCheckpointIsStampedAndMailedOnceInEachTurnOfTheirCadence() throws Exception {
        Town.Founded town = towns.found("watched");
        SERVICES.timestamping = false;
        next(town, Duration.ofDays(1));
        assertThat(tokens(town)).isEmpty();
        SERVICES.timestamping = true;
        MadeCheckpoint first = next(town, Duration.ofDays(1));
        next(town, Duration.ofDays(1));
        assertThat(tokens(town)).hasSize(2);
        TimeStampToken token = new TimeStampToken(new CMSSignedData(tokens(town).getFirst()));
        assertThat(token.getTimeStampInfo().getMessageImprintDigest())
                .isEqualTo(
                        MessageDigest.getInstance("SHA-256").digest(first.note().getBytes(StandardCharsets.UTF_8)));
        assertThat(mails(town)).anySatisfy(body -> assertThat(body).endsWith("\n\n" + first.note()));
        int mailed = mails(town).size();
        int stamped = tokens(town).size();
        // Twice on one day: the second is not shown.
        MadeCheckpoint morning = next(town, Duration.ofDays(2));
        clock.windTo(clock.instant().minusMillis(1));
        witnesses.show(town.id, morning);
        assertThat(mails(town)).hasSize(mailed + 1);
        assertThat(tokens(town)).hasSize(stamped + 1);
        assertThat(jdbc.queryForObject(
                        "select count(*) from register_entry where organisation_id = ? and act = 'CHECKPOINT_WITNESSED'",
                        Integer.class,
                        town.id.value()))
                .isEqualTo(mailed + 1 + stamped + 1);
        assertThat(inspection.everything(town.id, Inspection.Outside.NOTHING)).isEmpty();
    }

    @Test
    void aMailIsAsLongInABusyTimeAsInAQuietOne() {
        Town.Founded busy = towns.found("busiest");
        Town.Founded quiet = towns.found("quieter");
        for (int day = 0; day < 3; day++) {
            for (int n = 0; n < 20; n++) {
                busy.run(() -> transaction.executeWithoutResult(
                        status -> register.append(Note.of(Act.RECEIVED, CaseId.random(), null))));
            }
            next(busy, Duration.ofDays(1));
            witnesses.show(quiet.id, checkpoints.make(quiet.id).orElseThrow());
        }
        assertThat(mails(busy)).hasSize(3);
        assertThat(mails(busy).stream().map(String::length).toList())
                .isEqualTo(mails(quiet).stream().map(String::length).toList());
    }

    @Test
    void anOrganisationWithoutAWitnessSendsNoMail() {
        Town.Founded town = towns.found();
        next(town, Duration.ofDays(1));
        assertThat(jdbc.queryForObject(
                        "select count(*) from outbox where organisation_id = ?", Integer.class, town.id.value()))
                .isZero();
    }
}
