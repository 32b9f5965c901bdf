package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.assignment.Relations;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Route;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.People;
import org.sucharit.register.Act;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;

/** What becomes of a case when somebody who worked on it, or waited to, turns out to be accused; or when nobody is left. */
@OnH2
class LateAccusationTests extends WalkTests {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void whoIsKeptOutLaterOpensNothingWithTheKeyTheyKept() {
        Town.Founded town = towns.found();
        Walk walk = walks.corruption(town, "finance")
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .assign("personnel2")
                .accept();
        Officer attacker = town.officer("personnel2");
        OpenCase kept = town.in(() -> {
            walks.investigations.evidence(
                    attacker,
                    walk.id(),
                    "ภาพ",
                    "",
                    List.of(Upload.of("a.txt", "text/plain", "หลักฐาน".getBytes(StandardCharsets.UTF_8))));
            return walks.cases.open(attacker, walk.id());
        });
        Map<String, Object> oldGrant = grant(town, walk, "personnel2");
        walk.accuse("personnel");
        assertThat(walk.keptOut()).contains("personnel", "personnel2");
        assertThat(walk.acts(Act.RESEALED)).as("once, for two people").isOne();

        town.run(() -> {
            assertThatThrownBy(kept::folios).isInstanceOf(RuntimeException.class);
            assertThatThrownBy(kept::files).isInstanceOf(RuntimeException.class);
        });
        putBack(oldGrant);
        town.run(() -> {
            assertThatThrownBy(() -> walks.cases.open(attacker, walk.id()).folios())
                    .isInstanceOf(RuntimeException.class);
            assertThatThrownBy(() -> walks.cases.summary(attacker, walk.id())).isInstanceOf(RuntimeException.class);
        });
        jdbc.sql("delete from case_grant where case_id = ? and holder_id = ?")
                .params(walk.id().value(), attacker.id().value())
                .update();
        walk.hold();
        town.run(() -> assertThat(walk.open().files()).isNotEmpty());
    }

    @Test
    void whoIsNamedInAMessageLosesTheCaseBeforeTheyCouldReadIt() {
        Town.Founded town = towns.found();
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal");
        Map<String, Object> oldGrant = grant(town, walk, "legal");
        town.run(() -> walks.correspondence.receive(
                walk.receipt().orElseThrow(), "ที่จริง" + nameOf(town, "legal") + "ก็รับเงินด้วย", List.of()));
        town.run(() -> assertThatThrownBy(() -> walks.cases.open(town.officer("legal"), walk.id()))
                .isInstanceOf(Problem.class));
        walk.fallsTo("assignInvestigator", "personnel").assign("personnel2");
        assertThat(walk.keptOut()).contains("legal");
        assertThat(walk.acts(Act.RESEALED)).as("with the first step after it").isOne();
        putBack(oldGrant);
        town.run(() -> assertThatThrownBy(
                        () -> walks.cases.open(town.officer("legal"), walk.id()).folios())
                .isInstanceOf(RuntimeException.class));
    }

    @Test
    void nobodyEscapesWhatWasWrittenByTakingAnotherName() {
        Town.Founded town = towns.found();
        String before = nameOf(town, "chief");
        town.run(() -> {
            var person = people.find(town.staff.person("chief")).orElseThrow();
            people.change(person.id(), "นายใหม่ ทดสอบนามสกุลใหม่", "", person.email(), person.phone(), null);
        });
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal");
        town.run(() -> walks.correspondence.receive(walk.receipt().orElseThrow(), before + "สั่งให้ทำ", List.of()));
        town.run(() -> assertThat(walks.vault.holders(walk.id())).doesNotContain(town.staff.person("chief")));
    }

    private String nameOf(Town.Founded town, String name) {
        return town.in(() -> people.find(town.staff.person(name)).orElseThrow().nameTh());
    }

    @Test
    void whoWaitedOnStandbyIsAnswerEnoughForAnotherKey() {
        Town.Founded town = towns.found();
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal").accuse("chief");
        assertThat(walk.acts(Act.RESEALED)).isOne();
        walk.accuse("works2");
        assertThat(walk.acts(Act.RESEALED))
                .as("who never held it leaves the key as it is")
                .isOne();
    }

    @Test
    void theCircleWidensToWhoeverIsNotInvolvedAndTheCaseGoesOutside() {
        Town.Founded town = towns.found();
        Walk whole = walks.register(
                town,
                Kind.CORRUPTION,
                ChannelKind.WEB,
                Set.of("mayor"),
                "clerk",
                "clerk2",
                "personnel",
                "office",
                "chief");
        assertThat(whole.file().route()).isEqualTo(Route.EXECUTIVE);
        whole.fallsTo("screenComplaint", "works", "finance")
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .fallsTo("prepareReferral", "works", "finance")
                .prepareReferral()
                .sent()
                .reply()
                .notifyReporter();
    }

    @Test
    void whereNobodyIsLeftNothingIsKept() {
        Town.Founded town = towns.found();
        String[] everybody = town.staff.people().keySet().stream()
                .filter(name -> !name.equals("admin"))
                .toArray(String[]::new);
        Problem refused = catchThrowableOfType(Problem.class, () -> walks.corruption(town, everybody));
        assertThat(refused.code()).isEqualTo("intake.nobodyUnconflicted");
        for (String table : List.of("case_file", "folio", "case_key", "case_grant")) {
            assertThat(jdbc.sql("select count(*) from " + table + " where organisation_id = ?")
                            .param(town.id.value())
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
    }

    @Test
    void aLaterAccusationThatLeavesNobodyIsRefused() {
        Town.Founded town = towns.found();
        String[] others = town.staff.people().keySet().stream()
                .filter(name -> !name.equals("admin") && !name.equals("works2"))
                .toArray(String[]::new);
        Walk walk = walks.corruption(town, others);
        assertThat(walk.file().route()).isEqualTo(Route.EXECUTIVE);
        walk.fallsTo("screenComplaint", "works2");
        Problem refused =
                catchThrowableOfType(Problem.class, () -> walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY, "works2"));
        assertThat(refused.code()).isEqualTo("accused.nobodyLeft");
        walk.hold().fallsTo("screenComplaint", "works2");
        Problem alone = catchThrowableOfType(Problem.class, () -> walk.screen(ScreeningOutcome.NO_ACTION));
        assertThat(alone.code()).as("nobody to confirm").isEqualTo("case.nobodyForStep");
        walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY).fallsTo("prepareReferral", "works2");
    }

    @Test
    void nobodyMakesThemselvesUntouchableByTheirOwnTies() {
        Town.Founded town = towns.found();
        for (String name : List.of("mayor", "chief", "office", "personnel", "clerk")) {
            tie(town, "works", name);
        }
        Problem refused = catchThrowableOfType(Problem.class, () -> tie(town, "works", "clerk2"));
        assertThat(refused.fields()).extracting(Problem.Field::code).containsExactly("relation.tooMany");
        Walk walk = walks.corruption(town, "works");
        assertThat(walk.keptOut()).containsExactly("works");
        assertThat(walk.file().route()).isEqualTo(Route.ORDINARY);
        walk.toInvestigation("legal").conclude().fallsTo("giveOpinion", "office");
    }

    @Test
    void aTieOfTheAccusedsOwnKeepsOutUntilItIsLifted() {
        Town.Founded town = towns.found();
        tie(town, "works", "chief");
        Walk walk = walks.corruption(town, "works");
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("works", "chief");
        assertThat(walk.unjudged()).containsExactly("chief");
        tie(town, "finance", "legal2");
        tie(town, "legal2", "finance");
        assertThat(walks.corruption(town, "finance").unjudged())
                .as("both of them say so")
                .isEmpty();
        String entry = town.in(() -> jdbc.sql("select min(detail) from register_entry where act = 'RELATION_DECLARED'"
                        + " and organisation_id = ? and actor_id = ?")
                .params(town.id.value(), town.staff.person("works").value())
                .query(String.class)
                .single());
        assertThat(entry).contains(town.staff.person("chief").toString());
    }

    @Test
    void tiesDeclaredLaterStopNoRunningCase() {
        Town.Founded town = towns.found();
        Walk walk = walks.corruption(town, "works", "finance").toInvestigation("legal");
        for (String name : List.of("mayor", "chief", "office", "personnel", "legal")) {
            tie(town, "works", name);
        }
        for (String name : List.of("clerk", "clerk2", "personnel2", "legal2", "council")) {
            tie(town, "finance", name);
        }
        walk.conclude().fallsTo("giveOpinion", "office");
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("works", "finance");
    }

    private void tie(Town.Founded town, String declarer, String other) {
        town.run(() ->
                walks.relations.declare(town.officer(declarer), town.staff.person(other), Relations.Kind.BY_MARRIAGE));
    }

    private Map<String, Object> grant(Town.Founded town, Walk walk, String name) {
        return jdbc.sql("select * from case_grant where case_id = ? and holder_id = ?")
                .params(walk.id().value(), town.staff.person(name).value())
                .query()
                .singleRow();
    }

    private void putBack(Map<String, Object> row) {
        String columns = String.join(", ", row.keySet());
        String marks = row.keySet().stream().map(column -> "?").collect(Collectors.joining(", "));
        jdbc.sql("insert into case_grant (" + columns + ") values (" + marks + ")")
                .params(List.copyOf(row.values()))
                .update();
    }
}
