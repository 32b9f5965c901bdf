package org.sucharit.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.testing.Town;
import org.sucharit.vault.SheetSets.Keeper;

/** Shares on paper: what brings a case back, and what does not. */
@SpringBootTest
@Import(Town.class)
abstract class RecoveryTests {

    @Autowired
    Town towns;

    @Autowired
    Vault vault;

    @Autowired
    Recovery recovery;

    @Autowired
    SheetSets sets;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Town.Founded town;
    private final CaseId caseId = CaseId.random();

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @Test
    void anyTwoOfThreeSheetsOpenACaseAndOneDoesNot() {
        town.run(() -> {
            List<Sheet> sheets = printed(2, "chief", "office", "legal");
            CaseKey key = vault.create(caseId);
            Sealed sealed = key.seal("note", "x");
            recovery.protect(key, Set.of());
            for (List<Sheet> two : List.of(
                    List.of(sheets.get(0), sheets.get(1)),
                    List.of(sheets.get(2), sheets.get(0)),
                    List.of(sheets.get(1), sheets.get(2)),
                    sheets)) {
                assertThat(recovery.open(known(two), caseId).orElseThrow().openText("note", sealed))
                        .isEqualTo("x");
                assertThat(recovery.openedBy(known(two), person("clerk"), Recovery.FIRST, 10))
                        .containsExactly(caseId);
            }
            List<Recovery.Known> one = known(List.of(sheets.getFirst()));
            assertThat(recovery.open(one, caseId)).isEmpty();
            assertThat(recovery.openedBy(one, person("clerk"), Recovery.FIRST, 10))
                    .isEmpty();
        });
    }

    @Test
    void whoeverIsKeptOutGetsNoShareAndWithTooFewLeftThereIsNone() {
        town.run(() -> {
            List<Sheet> sheets = printed(2, "chief", "office", "legal");
            CaseKey key = vault.create(caseId);
            recovery.protect(key, Set.of(person("office")));
            assertThat(shareHolders()).containsExactlyInAnyOrder(person("chief"), person("legal"));
            assertThat(recovery.open(known(sheets.subList(0, 2)), caseId)).isEmpty();

            recovery.protect(key, Set.of(person("office"), person("chief")));
            assertThat(shareHolders()).isEmpty();
            assertThat(recovery.coverage()).isEqualTo(new Recovery.Coverage(1, 0, 1));
        });
    }

    @Test
    void aHolderWhoIsKeptOutLaterLosesTheirShareAndTheOthersGetNewOnes() {
        town.run(() -> {
            List<Sheet> sheets = printed(2, "chief", "office", "legal");
            CaseKey key = vault.create(caseId);
            recovery.protect(key, Set.of());
            List<byte[]> before = stored();
            recovery.protect(key, Set.of(person("legal")));
            assertThat(shareHolders()).containsExactlyInAnyOrder(person("chief"), person("office"));
            assertThat(stored()).doesNotContainAnyElementsOf(before);
            assertThat(recovery.open(known(sheets.subList(0, 2)), caseId)).isPresent();
        });
    }

    @Test
    void sharingTwiceChangesNothing() {
        town.run(() -> {
            printed(2, "chief", "office", "legal");
            CaseKey key = vault.create(caseId);
            transaction.executeWithoutResult(status -> {
                recovery.protect(key, Set.of());
                recovery.protect(key, Set.of());
            });
            List<byte[]> before = stored();
            recovery.protect(key, Set.of());
            assertThat(stored()).containsExactlyInAnyOrderElementsOf(before);
        });
    }

    @Test
    void aSetIsInForceWithItsLastSheetAndTheOneBeforeStillOpensWhatIsSharedUnderIt() {
        town.run(() -> {
            List<Sheet> old = printed(2, "chief", "office", "legal");
            CaseKey key = vault.create(caseId);
            recovery.protect(key, Set.of());

            prepare(2, "clerk", "office", "legal");
            sets.print(town.officer("clerk"));
            sets.print(town.officer("office"));
            assertThat(sets.active().orElseThrow().number()).isEqualTo(1);
            sets.print(town.officer("legal"));
            assertThat(sets.active().orElseThrow().number()).isEqualTo(2);
            assertThat(sets.prepared()).isEmpty();

            assertThat(recovery.open(known(old.subList(0, 2)), caseId)).isPresent();
            assertThat(recovery.coverage().waiting()).isEqualTo(1);
            recovery.protect(key, Set.of());
            assertThat(recovery.coverage()).isEqualTo(new Recovery.Coverage(1, 1, 0));
            assertThat(recovery.open(known(old.subList(0, 2)), caseId)).isEmpty();
        });
    }

    @Test
    void eachHolderPrintsTheirOwnSheetOnceAndNobodyElse() {
        town.run(() -> {
            prepare(2, "chief", "office", "legal");
            assertThat(sets.print(town.officer("chief")).place()).isEqualTo(1);
            assertThatThrownBy(() -> sets.print(town.officer("chief")))
                    .isInstanceOfSatisfying(
                            Problem.class, problem -> assertThat(problem.code()).isEqualTo("recovery.printed"));
            for (String other : List.of("admin", "mayor", "clerk")) {
                assertThatThrownBy(() -> sets.print(town.officer(other)))
                        .as(other)
                        .isInstanceOfSatisfying(
                                Problem.class,
                                problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
            }
        });
    }

    @Test
    void refusesASetThatIsNone() {
        town.run(() -> {
            assertWrong("needed", 1, "chief", "office", "legal");
            assertWrong("needed", 4, "chief", "office", "legal");
            assertWrong("holder2", 2, "chief", "chief", "legal");
            assertThatThrownBy(() -> sets.prepare(
                            person("admin"),
                            2,
                            List.of(new Keeper(person("chief"), null), new Keeper(person("office"), null))))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.fields().getFirst().code())
                                    .isEqualTo("recovery.noneOutside"));
        });
    }

    @Test
    void aSheetOrANumberPutIntoTheDatabaseIsNotHonoured() {
        town.run(() -> {
            printed(2, "chief", "office", "legal");
            Hpke.KeyPair own = Hpke.KeyPair.generate();
            jdbc.sql("update recovery_sheet set public_key = ? where organisation_id = ? and place = 1")
                    .params(own.publicKey(), town.id.value())
                    .update();
            CaseKey key = vault.create(caseId);
            recovery.protect(key, Set.of());
            assertThat(stored()).isEmpty();
        });
        Town.Founded second = towns.found();
        town = second;
        second.run(() -> {
            List<Sheet> sheets = printed(2, "chief", "office", "legal");
            jdbc.sql("update recovery_set set needed = 1 where organisation_id = ?")
                    .param(second.id.value())
                    .update();
            CaseKey key = vault.create(CaseId.random());
            recovery.protect(key, Set.of());
            assertThat(recovery.coverage().covered()).isZero();
            assertThat(recovery.recognise(sheets.getFirst())).isEmpty();
        });
    }

    @Test
    void aShareMovedToAnotherCaseOrSheetDoesNotOpen() {
        town.run(() -> {
            List<Sheet> sheets = printed(2, "chief", "office", "legal");
            recovery.protect(vault.create(caseId), Set.of());
            CaseId other = CaseId.random();
            recovery.protect(vault.create(other), Set.of());
            jdbc.sql("""
                            update recovery_share set sealed = (select s.sealed from recovery_share s
                                where s.case_id = ? and s.sheet_id = recovery_share.sheet_id) where case_id = ?""").params(caseId.value(), other.value()).update();
            assertThat(recovery.open(known(sheets.subList(0, 2)), other)).isEmpty();
        });
    }

    @Test
    void anotherOrganisationsSheetsAreNoneHere() {
        Town.Founded elsewhere = towns.found();
        List<Sheet> sheets = town.in(() -> printed(2, "chief", "office", "legal"));
        elsewhere.run(() -> assertThat(recovery.recognise(sheets.getFirst())).isEmpty());
    }

    @Test
    void aDestroyedKeyLeavesNoShare() {
        town.run(() -> {
            printed(2, "chief", "office", "legal");
            recovery.protect(vault.create(caseId), Set.of());
            vault.destroy(caseId);
            assertThat(stored()).isEmpty();
            assertThat(recovery.coverage()).isEqualTo(new Recovery.Coverage(0, 0, 0));
        });
    }

    private List<Sheet> printed(int needed, String... holders) {
        prepare(needed, holders);
        List<Sheet> sheets = new ArrayList<>();
        for (String holder : holders) {
            sheets.add(sets.print(town.officer(holder)).sheet());
        }
        return sheets;
    }

    private void prepare(int needed, String... holders) {
        List<Keeper> keepers = new ArrayList<>();
        for (String holder : holders) {
            @Nullable String authority = keepers.size() == holders.length - 1 ? "นายอำเภอ" : null;
            keepers.add(new Keeper(person(holder), authority));
        }
        sets.prepare(person("admin"), needed, keepers);
    }

    private void assertWrong(String field, int needed, String... holders) {
        assertThatThrownBy(() -> prepare(needed, holders))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem ->
                                assertThat(problem.fields().getFirst().field()).isEqualTo(field));
    }

    private List<Recovery.Known> known(List<Sheet> sheets) {
        return sheets.stream()
                .map(sheet -> recovery.recognise(sheet).orElseThrow())
                .toList();
    }

    private List<PersonId> shareHolders() {
        return jdbc.sql("select s.holder_id from recovery_share x join recovery_sheet s on s.id = x.sheet_id"
                        + " where x.case_id = ?")
                .param(caseId.value())
                .query((row, n) -> PersonId.of(row.getString(1)))
                .list();
    }

    private List<byte[]> stored() {
        return jdbc.sql("select sealed from recovery_share where case_id = ?")
                .param(caseId.value())
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    private PersonId person(String username) {
        return town.staff.person(username);
    }
}
