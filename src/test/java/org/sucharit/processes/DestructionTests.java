package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.Outcome;
import org.sucharit.casefile.Upload;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.intake.OfficeMessages;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.Settings;
import org.sucharit.organisation.Terms;
import org.sucharit.register.Act;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.retention.Retention;
import org.sucharit.statistics.Statistics;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Receipt;
import org.sucharit.vault.Vault;

/** A case may end for good: read, past its time, not on hold, by two people; and nothing but its tombstone is left. */
abstract class DestructionTests extends WalkTests {

    private static final LocalDate RECEIVED = LocalDate.of(2022, 2, 1);
    private static final LocalDate OVER = LocalDate.of(2023, 2, 1);
    private static final String REASON = "พ้นเวลาเก็บรักษาแล้ว";

    @Autowired
    Retention retention;

    @Autowired
    Organisations organisations;

    @Autowired
    Statistics statistics;

    @Autowired
    Register register;

    @Autowired
    Vault vault;

    @Autowired
    Notices notices;

    @Autowired
    OfficeMessages messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    EntityManager entities;

    private Town.Founded town;

    @BeforeEach
    void found() {
        windTo(RECEIVED);
        town = towns.found();
        keepFor(1);
    }

    private void keepFor(int years) {
        town.run(() -> {
            Settings settings = organisations.current().settings();
            organisations.change(settings.with(settings.terms().withRetentionYears(years)), null);
        });
    }

    /** Closed on the day it was received, and everything of it read. */
    private Walk closed(String... accused) {
        Walk walk = walks.corruption(town, accused);
        if (accused.length == 0 || !accused[0].equals("mayor")) {
            walk = States.reach(walks, town, CaseState.CLOSED);
        }
        readAll(walk);
        return walk;
    }

    private void readAll(Walk walk) {
        town.run(() -> vault.readers(walk.id()).forEach(person -> notices.read(town.officer(person), walk.id())));
    }

    private Walk due() {
        Walk walk = closed("finance");
        windTo(OVER);
        readAll(walk);
        standDownAllBut("personnel", walk);
        return walk;
    }

    private void standDownAllBut(String keeper, Walk walk) {
        town.run(() -> transaction.executeWithoutResult(done -> vault.readers(walk.id()).stream()
                .filter(person -> !person.equals(town.staff.person(keeper)))
                .forEach(person -> vault.standDown(walk.id(), person))));
    }

    private void ask(String who, Walk walk) {
        town.run(() -> retention.ask(town.officer(who), walk.id(), REASON));
    }

    private void confirm(String who, Walk walk) {
        town.run(() -> retention.confirm(town.officer(who), walk.id()));
    }

    private Problem refused(Runnable work) {
        Problem problem = catchThrowableOfType(Problem.class, work::run);
        assertThat(problem).as("a refusal").isNotNull();
        return problem;
    }

    private void destroy(Walk walk) {
        ask("personnel", walk);
        confirm("chief", walk);
    }

    @Test
    void takesTwoPeopleAndLeavesATombstone() {
        Walk walk = due();
        CaseFile before = walk.file();
        String receipt = walk.receipt().orElseThrow().digits();
        String yearBefore =
                town.in(() -> statistics.of(FiscalYear.of(RECEIVED))).toString();

        destroy(walk);

        CaseFile tombstone = walk.file();
        assertThat(tombstone.state()).isEqualTo(CaseState.PURGED);
        assertThat(tombstone.number()).isEqualTo(before.number());
        assertThat(tombstone.kind()).isEqualTo(before.kind());
        assertThat(tombstone.receivedOn()).isEqualTo(before.receivedOn());
        assertThat(tombstone.closedOn()).isEqualTo(before.closedOn());
        assertThat(tombstone.outcome()).contains(Outcome.APPROVED);
        assertThat(tombstone.keeping().purgedOn()).contains(OVER);
        assertThat(tombstone.investigator()).isEmpty();
        assertThat(town.in(() -> statistics.of(FiscalYear.of(RECEIVED))).toString())
                .isEqualTo(yearBefore);
        assertThat(town.in(() -> walks.correspondence.follow(
                                org.sucharit.vault.Receipt.parse(receipt).orElseThrow()))
                        .id())
                .isEqualTo(walk.id());
        List<Entry> entries = town.in(() -> register.ofCase(walk.id()));
        assertThat(entries.getLast().act()).isEqualTo(Act.PURGED);
        assertThat(entries.getLast().doneBy()).contains(town.staff.person("chief"));
        assertThat(town.in(register::firstFault)).isEmpty();
    }

    @Test
    void leavesNoRowThatHoldsOrOpensAnythingOfIt() {
        Walk walk = closed("finance");
        town.run(() -> walks.correspondence.receive(
                walk.receipt().orElseThrow(),
                walk.say(),
                List.of(Upload.of("a.txt", "text/plain", "words".getBytes(StandardCharsets.UTF_8)))));
        windTo(OVER);
        readAll(walk);
        List<CaseId> files = jdbc.sql("select id from sealed_file where case_id = ?")
                .param(walk.id().value())
                .query((row, n) -> new CaseId(row.getObject("id", java.util.UUID.class)))
                .list();
        assertThat(files).isNotEmpty();

        destroy(walk);

        for (String table : List.of(
                "folio", "sealed_file", "case_grant", "notice", "case_committee", "recovery_share", "recovery_cover")) {
            assertThat(count(
                            "select count(*) from " + table + " where case_id = ?",
                            walk.id().value()))
                    .as(table)
                    .isZero();
        }
        for (CaseId file : files) {
            assertThat(count("select count(*) from sealed_chunk where file_id = ?", file.value()))
                    .isZero();
        }
        assertThat(jdbc.sql(
                                "select public_key, sealed_private_key, identity_public_key from case_key where case_id = ?")
                        .param(walk.id().value())
                        .query((row, n) -> row.getBytes(1).length + row.getBytes(2).length)
                        .list())
                .allMatch(length -> length == 0);
        assertThat(jdbc.sql("select sealed_subject from case_file where id = ?")
                        .param(walk.id().value())
                        .query((row, n) -> row.getBytes(1))
                        .single())
                .isEmpty();
        assertThat(engineRows(walk.id())).isZero();
    }

    private int engineRows(CaseId id) {
        return count("select count(*) from act_ru_execution where business_key_ = ?", id.toString())
                + count("select count(*) from act_ru_variable where text_ = ?", id.toString());
    }

    private int count(String sql, Object parameter) {
        return jdbc.sql(sql).param(parameter).query(Integer.class).single();
    }

    @Test
    void isNobodysFromThenOn() {
        Walk walk = due();
        destroy(walk);
        for (String who : List.of("personnel", "chief", "mayor", "legal", "clerk")) {
            Officer officer = town.officer(who);
            assertThat(refused(() -> town.run(() -> walks.cases.open(officer, walk.id())))
                            .kind())
                    .isEqualTo(Problem.Kind.NOT_FOUND);
            assertThat(town.in(() -> walks.cases.heldBy(officer, true, PageRequest.ofSize(100))))
                    .extracting(CaseSummary::id)
                    .doesNotContain(walk.id());
        }
        assertThat(refused(() -> town.run(() ->
                                walks.correspondence.receive(walk.receipt().orElseThrow(), "ยังมีอีก", List.of())))
                        .code())
                .isEqualTo("case.destroyed");
    }

    @Test
    void isNotForOnePersonAlone() {
        Walk walk = due();
        ask("personnel", walk);
        assertThat(refused(() -> confirm("personnel", walk)).code()).isEqualTo("keeping.ownRequest");
        assertThat(refused(() -> ask("personnel", walk)).code()).isEqualTo("keeping.asked");
        assertThat(walk.file().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void letsTheSecondInForTheRequestAloneAndOutWithIt() {
        Walk walk = due();
        assertThat(readers(walk)).containsExactly("personnel");
        ask("personnel", walk);
        assertThat(readers(walk)).containsExactlyInAnyOrder("personnel", "chief");

        town.run(() -> retention.withdraw(town.officer("chief"), walk.id()));

        assertThat(readers(walk)).containsExactly("personnel");
        assertThat(refused(() -> confirm("chief", walk)).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(town.in(() -> register.ofCase(walk.id())))
                .extracting(Entry::act)
                .contains(Act.PURGE_ASKED, Act.PURGE_DROPPED);
    }

    private Set<String> readers(Walk walk) {
        return walk.names(town.in(() -> vault.readers(walk.id())));
    }

    @Test
    void isNeitherForTheInvestigatorNorForTheAdministrator() {
        Walk walk = due();
        for (String who : List.of("legal", "admin", "clerk", "office")) {
            Problem problem = refused(() -> ask(who, walk));
            assertThat(problem.kind()).isIn(Problem.Kind.NOT_FOUND, Problem.Kind.FORBIDDEN);
        }
        assertThat(walk.file().keeping().purgeAskedBy()).isEmpty();
    }

    @Test
    void isNotForWhoeverIsKeptOutThoughTheirPostMay() {
        windTo(RECEIVED);
        Walk walk = walks.corruption(town, "chief");
        town.run(() -> assertThat(vault.holders(walk.id())).doesNotContain(town.staff.person("chief")));
        assertThat(refused(() -> ask("chief", walk)).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(refused(() -> confirm("chief", walk)).kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(refused(() -> town.run(() -> retention.hold(town.officer("chief"), walk.id(), REASON)))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
    }

    @Test
    void waitsForTheTimeThatTheOrganisationSets() {
        Walk walk = closed("finance");
        windTo(OVER.minusDays(1));
        readAll(walk);
        assertThat(refused(() -> ask("personnel", walk)).code()).isEqualTo("keeping.obstructed");
        assertThat(Terms.DEFAULTS.retentionYears()).isEqualTo(10);
        keepFor(2);
        windTo(OVER);
        assertThat(refused(() -> ask("personnel", walk)).code()).isEqualTo("keeping.obstructed");
        keepFor(1);
        ask("personnel", walk);
        assertThat(refused(() -> keepFor(0)).fields().getFirst().field()).isEqualTo("terms.retentionYears");
    }

    @Test
    void isNotBroughtForwardByAShorterTimeSetLater() {
        keepFor(2);
        Walk walk = closed("finance");
        keepFor(1);
        windTo(OVER);
        readAll(walk);
        assertThat(refused(() -> ask("personnel", walk)).code()).isEqualTo("keeping.obstructed");
    }

    @Test
    void isNotForAnOpenCaseNorWithinTheTimeToContest() {
        Walk open = States.reach(walks, town, CaseState.INVESTIGATING);
        assertThat(refused(() -> ask("personnel", open)).code()).isIn("keeping.obstructed", "notFound");
        Walk walk = due();
        town.run(() -> walks.closing.reopen(town.officer("personnel"), walk.id(), REASON));
        assertThat(refused(() -> ask("personnel", walk)).code()).isEqualTo("keeping.obstructed");
    }

    @Test
    void waitsUntilSomebodyHasReadWhatTheReporterWrote() {
        Walk walk = due();
        ask("personnel", walk);
        town.run(() -> walks.correspondence.receive(walk.receipt().orElseThrow(), walk.say(), List.of()));
        assertThat(refused(() -> confirm("chief", walk)).code()).isEqualTo("keeping.obstructed");
        // Without a notice to anybody, as where nobody could open the case when it came, it is as unread.
        jdbc.sql("delete from notice where case_id = ?")
                .param(walk.id().value())
                .update();
        assertThat(refused(() -> confirm("chief", walk)).code()).isEqualTo("keeping.obstructed");

        town.run(() -> notices.read(town.officer("chief"), walk.id()));

        confirm("chief", walk);
        assertThat(walk.file().state()).isEqualTo(CaseState.PURGED);
    }

    @Test
    void waitsUntilEveryReaderHasReadTheirNotices() {
        Walk walk = due();
        town.run(() -> transaction.executeWithoutResult(
                done -> notices.tell(town.staff.person("personnel"), walk.id(), Notices.Kind.FOLLOW_UP)));
        assertThat(refused(() -> ask("personnel", walk)).code()).isEqualTo("keeping.obstructed");
        readAll(walk);
        ask("personnel", walk);
    }

    @Test
    void isStoppedByAHoldThatOnlyAnotherLifts() {
        Walk walk = due();
        ask("personnel", walk);
        town.run(() -> retention.hold(town.officer("chief"), walk.id(), REASON));
        assertThat(walk.file().keeping().purgeAskedBy()).isEmpty();
        assertThat(refused(() -> ask("personnel", walk)).code()).isEqualTo("keeping.obstructed");
        assertThat(refused(() -> town.run(() -> retention.hold(town.officer("personnel"), walk.id(), REASON)))
                        .code())
                .isEqualTo("keeping.held");
        // Who placed it stood down with the request; were they let in again, they could still not lift it.
        town.run(() -> transaction.executeWithoutResult(
                done -> vault.activate(walk.id(), town.staff.person("chief"), org.sucharit.vault.Ground.STEP)));
        assertThat(refused(() -> town.run(() -> retention.lift(town.officer("chief"), walk.id(), REASON)))
                        .code())
                .isEqualTo("keeping.ownHold");
        town.run(() -> retention.lift(town.officer("personnel"), walk.id(), REASON));
        destroy(walk);
        assertThat(town.in(() -> register.ofCase(walk.id())))
                .extracting(Entry::act)
                .contains(Act.HOLD_PLACED, Act.HOLD_LIFTED, Act.PURGED);
    }

    @Test
    void aHoldOfTheOnlyOneWhoHasTheCaseCanStillBeLifted() {
        Walk walk = due();
        town.run(() -> retention.hold(town.officer("personnel"), walk.id(), REASON));
        assertThat(readers(walk)).containsExactly("personnel");
        town.run(() -> retention.askLift(town.officer("personnel"), walk.id()));
        town.run(() -> retention.lift(town.officer("chief"), walk.id(), REASON));
        assertThat(readers(walk)).containsExactly("personnel");
        assertThat(walk.file().keeping().held()).isFalse();
    }

    @Test
    void theInvestigatorMayHoldAndNotLift() {
        Walk walk = States.reach(walks, town, CaseState.INVESTIGATING);
        town.run(() -> retention.hold(town.officer("legal"), walk.id(), REASON));
        assertThat(refused(() -> town.run(() -> retention.lift(town.officer("legal"), walk.id(), REASON)))
                        .code())
                .isEqualTo("keeping.mayNot");
    }

    @Test
    void aRequestThatNobodyConfirmsIsVoidAfterThirtyDays() {
        Walk walk = due();
        ask("personnel", walk);
        windTo(OVER.plusDays(30));
        assertThat(refused(() -> confirm("chief", walk)).code()).isEqualTo("keeping.requestVoid");
        town.run(retention::lapse);
        assertThat(walk.file().keeping().purgeAskedBy()).isEmpty();
        assertThat(readers(walk)).containsExactly("personnel");
        ask("personnel", walk);
        confirm("chief", walk);
    }

    @Test
    void aRequestIsVoidOnceWhoAskedHasLeftThePost() {
        Walk walk = due();
        ask("personnel", walk);
        town.run(() -> people.postsOf(town.staff.person("personnel"), OVER)
                .forEach(holder -> people.endAppointment(holder.appointment(), OVER.minusDays(1), null)));
        Problem problem = refused(() -> confirm("chief", walk));
        assertThat(problem.code()).isIn("keeping.requestVoid", "keeping.obstructed");
        assertThat(walk.file().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void noLayerDeletesACaseFile() {
        Walk walk = due();
        Class<?> repository = org.springframework.util.ClassUtils.resolveClassName(
                "org.sucharit.casefile.CaseFileRepository", getClass().getClassLoader());
        assertThat(repository.getMethods())
                .extracting(java.lang.reflect.Method::getName)
                .noneMatch(name -> name.startsWith("delete") || name.startsWith("remove"));
        assertThatThrownBy(() -> town.run(() -> transaction.executeWithoutResult(done -> {
                    CaseFile file = walks.cases.file(walk.id());
                    entities.remove(file);
                    entities.flush();
                })))
                .hasStackTraceContaining("A case file is never deleted");
        assertThatThrownBy(() -> jdbc.sql("delete from case_file where id = ?")
                        .param(walk.id().value())
                        .update())
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
        assertThat(walk.file().state()).isEqualTo(CaseState.CLOSED);
    }

    @Test
    void listsWhatIsPastItsTimeToThoseWhoCanOpenIt() {
        Walk walk = due();
        List<CaseSummary> found = town.in(() -> walks.cases
                .closedUntil(
                        town.officer("personnel"), Time.dayOf(clock.instant()).minusYears(1), PageRequest.ofSize(20))
                .getContent());
        assertThat(found).extracting(CaseSummary::id).contains(walk.id());
        assertThat(town.in(() -> walks.cases
                        .closedUntil(town.officer("finance"), OVER, PageRequest.ofSize(20))
                        .getContent()))
                .isEmpty();
    }

    @Test
    void takesWhatTheReporterWasGivenToo() {
        Walk walk = closed("finance");
        Receipt receipt = walk.receipt().orElseThrow();
        town.run(() -> messages.send(
                town.officer("personnel"), walk.id(), "ส่งไฟล์", List.of(Upload.of("a.txt", "text/plain", new byte[] {
                    1, 2, 3
                }))));
        UUID file = town.in(() -> walks.correspondence.messages(receipt))
                .getLast()
                .files()
                .getFirst()
                .id();
        windTo(OVER);
        readAll(walk);
        standDownAllBut("personnel", walk);
        destroy(walk);
        assertThat(refused(() -> town.run(() -> walks.correspondence.file(receipt, file)))
                        .kind())
                .isEqualTo(Problem.Kind.NOT_FOUND);
        assertThat(jdbc.sql("select count(*) from sealed_file where case_id = ?")
                        .param(walk.id().value())
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from sealed_chunk where file_id = ?")
                        .param(file)
                        .query(Integer.class)
                        .single())
                .isZero();
    }
}
