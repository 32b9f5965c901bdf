package org.sucharit.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
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
            vault.grant(key, town.staff.person("legal"));
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
            assertThat(vault.activate(caseId, town.staff.person("chief"))).isTrue();
            assertThat(vault.open(town.officer("chief"), caseId)).isNotNull();
            assertThat(vault.activate(caseId, town.staff.person("chief"))).isFalse();
        });
    }

    @Test
    void aRevokedGrantIsGone() {
        town.run(() -> {
            vault.grant(vault.create(caseId), town.staff.person("legal"));
            vault.revoke(caseId, town.staff.person("legal"));
            assertNotFound("legal");
            assertThat(vault.holders(caseId)).isEmpty();
        });
    }

    @Test
    void aGrantCopiedToAnotherPersonInTheDatabaseDoesNotOpen() {
        town.run(() -> {
            vault.grant(vault.create(caseId), town.staff.person("legal"));
            jdbc.sql("""
                            insert into case_grant (case_id, holder_id, organisation_id, state, wrapped_key, granted_at)
                            select case_id, ?, organisation_id, state, wrapped_key, granted_at from case_grant
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
        town.run(() -> vault.grant(vault.create(caseId), town.staff.person("legal")));
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
            vault.grant(vault.create(caseId), town.staff.person("legal"));
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
            vault.grant(key, town.staff.person("legal"));
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
