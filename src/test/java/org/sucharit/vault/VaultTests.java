package org.sucharit.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.testing.Town;

/** The attacks on keys and grants that a holder of the database, or of another account, may try. */
@SpringBootTest
@Import(Town.class)
abstract class VaultTests {

    @Autowired
    Town towns;

    @Autowired
    Vault vault;

    @Autowired
    Keyring keyring;

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
    void opensForAHolderAndForNobodyElse() {
        town.run(() -> {
            CaseKey key = vault.create(caseId);
            Sealed sealed = key.seal("note", "x");
            vault.grant(key, town.staff.person("legal"), Ground.INQUIRY);
            assertThat(vault.open(town.officer("legal"), caseId).openText("note", sealed))
                    .isEqualTo("x");
            assertNotFound("mayor");
            assertNotFound("admin");
        });
    }

    @Test
    void aStandbyGrantDoesNotOpenUntilItIsActivated() {
        town.run(() -> {
            vault.standBy(vault.create(caseId), town.staff.person("chief"));
            assertNotFound("chief");
            assertThat(vault.activate(caseId, town.staff.person("chief"), Ground.ESCALATION))
                    .isTrue();
            assertThat(vault.open(town.officer("chief"), caseId)).isNotNull();
            assertThat(vault.activate(caseId, town.staff.person("chief"), Ground.ESCALATION))
                    .isFalse();
        });
    }

    @Test
    void aStandbyGrantDoesNotOpenForWhoeverHasTheDatabaseAndThePassword() {
        town.run(() -> {
            vault.standBy(vault.create(caseId), town.staff.person("chief"));
            // What activation does to the row, without the installation's key.
            jdbc.sql("update case_grant set state = 'ACTIVE', ground = 'STEP', latched = false where case_id = ?")
                    .param(caseId.value())
                    .update();
            assertThatThrownBy(() -> vault.open(town.officer("chief"), caseId))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void aGrantThatStoodDownOpensNothingUntilItIsActivatedAgain() {
        town.run(() -> {
            vault.grant(vault.create(caseId), town.staff.person("chief"), Ground.STEP);
            assertThat(vault.standDown(caseId, town.staff.person("chief"))).isTrue();
            assertNotFound("chief");
            assertThat(vault.readers(caseId)).isEmpty();
            assertThat(vault.holders(caseId)).containsExactly(town.staff.person("chief"));
            assertThat(vault.standDown(caseId, town.staff.person("chief"))).isFalse();
            vault.activate(caseId, town.staff.person("chief"), Ground.STEP);
            assertThat(vault.open(town.officer("chief"), caseId)).isNotNull();
        });
    }

    @Test
    void whoKeptTheOldKeyOpensNothingAfterTheCaseWasGivenAnother() {
        town.run(() -> {
            CaseKey old = vault.create(caseId);
            vault.grant(old, town.staff.person("legal"), Ground.INQUIRY);
            vault.standBy(old, town.staff.person("chief"));
            Sealed identity = vault.sealToIdentity(caseId, "who", "x".getBytes(StandardCharsets.UTF_8));
            CaseKey before = vault.open(town.officer("legal"), caseId);
            CaseKey anew = Objects.requireNonNull(transaction.execute(status -> vault.rotate(before)));
            Sealed later = anew.seal("note", "later");
            Sealed without = vault.sealTo(caseId, "mail", "y".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> old.open("note", later)).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> old.open("mail", without)).isInstanceOf(IllegalStateException.class);
            // Everybody who held it holds it still, and the envelope opens as before.
            vault.activate(caseId, town.staff.person("chief"), Ground.STEP);
            for (String holder : List.of("legal", "chief")) {
                CaseKey opened = vault.open(town.officer(holder), caseId);
                assertThat(opened.openText("note", later)).isEqualTo("later");
                assertThat(vault.openIdentity(opened).open("who", identity))
                        .asString()
                        .isEqualTo("x");
            }
            // Whoever opened the case before that and seals only now is told, and loses nothing.
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> vault.hold(before)))
                    .isInstanceOf(Problem.class);
        });
    }

    @Test
    void whoReportedDoesNotOpenWithTheCaseKeyAlone() {
        town.run(() -> {
            CaseKey key = vault.create(caseId);
            Sealed identity = vault.sealToIdentity(caseId, "who", "x".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> key.open("who", identity)).isInstanceOf(IllegalStateException.class);
            byte[] shut = jdbc.sql("select sealed_identity_key from case_key where case_id = ?")
                    .param(caseId.value())
                    .query((row, n) -> row.getBytes(1))
                    .single();
            assertThatThrownBy(() -> key.unbox("identityKey", shut)).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void nothingOpensOnceTheKeyIsDestroyedAndTheReceiptStillFindsTheCase() {
        town.run(() -> {
            CaseKey key = vault.create(caseId);
            vault.grant(key, town.staff.person("legal"), Ground.KEEPER);
            Receipt receipt = vault.issueReceipt(caseId);
            vault.destroy(caseId);
            assertNotFound("legal");
            assertThat(vault.holders(caseId)).isEmpty();
            assertThat(vault.find(receipt)).contains(caseId);
            assertThat(vault.sealToReporter(caseId, "x")).isEmpty();
        });
    }

    @Test
    void aRevokedGrantIsGone() {
        town.run(() -> {
            vault.grant(vault.create(caseId), town.staff.person("legal"), Ground.INQUIRY);
            vault.revoke(caseId, town.staff.person("legal"));
            assertNotFound("legal");
            assertThat(vault.holders(caseId)).isEmpty();
        });
    }

    @Test
    void aGrantCopiedToAnotherPersonInTheDatabaseDoesNotOpen() {
        town.run(() -> {
            vault.grant(vault.create(caseId), town.staff.person("legal"), Ground.INQUIRY);
            jdbc.sql("""
                            insert into case_grant
                                (case_id, holder_id, organisation_id, state, ground, wrapped_key, granted_at)
                            select case_id, ?, organisation_id, state, ground, wrapped_key, granted_at from case_grant
                            where case_id = ?""")
                    .params(town.staff.person("admin").value(), caseId.value())
                    .update();
            assertThatThrownBy(() -> vault.open(town.officer("admin"), caseId))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void anotherOrganisationsOfficerFindsNothing() {
        Town.Founded elsewhere = towns.found();
        town.run(() -> vault.grant(vault.create(caseId), town.staff.person("legal"), Ground.INQUIRY));
        elsewhere.run(() -> {
            assertThatThrownBy(() -> vault.open(elsewhere.officer("legal"), caseId))
                    .isInstanceOf(Problem.class);
            assertThatThrownBy(() -> vault.open(town.officer("legal"), caseId)).isInstanceOf(Problem.class);
            assertThat(vault.holders(caseId)).isEmpty();
        });
    }

    @Test
    void anAdministratorWhoPutsInAKeyOfTheirOwnOpensNothingOld() {
        town.run(() -> {
            vault.grant(vault.create(caseId), town.staff.person("legal"), Ground.INQUIRY);
            // The legal officer's key row is replaced by one whose password the administrator knows.
            jdbc.sql("delete from person_key where person_id = ?")
                    .param(town.staff.person("legal").value())
                    .update();
            keyring.enrol(town.staff.person("legal"), "known to the admin", true);
            Officer impostor = keyring.signIn(town.staff.person("legal"), "known to the admin")
                    .orElseThrow();
            assertThatThrownBy(() -> vault.open(impostor, caseId)).isInstanceOf(IllegalStateException.class);
        });
    }

    @Test
    void aWrongPasswordOpensNoKeyAndAChangedOneOpensTheSame() {
        town.run(() -> {
            Sealed sealed;
            CaseKey key = vault.create(caseId);
            sealed = key.seal("note", "x");
            vault.grant(key, town.staff.person("legal"), Ground.INQUIRY);
            assertThat(keyring.signIn(town.staff.person("legal"), "wrong password"))
                    .isEmpty();
            keyring.changePassword(town.officer("legal"), Town.PASSWORD, "another long password");
            assertThat(keyring.signIn(town.staff.person("legal"), Town.PASSWORD))
                    .isEmpty();
            Officer again = keyring.signIn(town.staff.person("legal"), "another long password")
                    .orElseThrow();
            assertThat(vault.open(again, caseId).openText("note", sealed)).isEqualTo("x");
        });
    }

    @Test
    void theReporterReadsByReceiptWhatWasSealedToThem() {
        town.run(() -> {
            vault.create(caseId);
            assertThat(vault.sealToReporter(caseId, "answer")).isEmpty();
            Receipt receipt = vault.issueReceipt(caseId);
            Sealed sealed = vault.sealToReporter(caseId, "answer").orElseThrow();
            assertThat(vault.find(receipt)).contains(caseId);
            assertThat(vault.openByReceipt(receipt, caseId, sealed)).isEqualTo("answer");
            assertThat(vault.find(Receipt.create())).isEmpty();
            assertThatThrownBy(() -> vault.openByReceipt(Receipt.create(), caseId, sealed))
                    .isInstanceOf(IllegalStateException.class);
        });
    }

    private void assertNotFound(String username) {
        assertThatThrownBy(() -> vault.open(town.officer(username), caseId))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
    }
}
