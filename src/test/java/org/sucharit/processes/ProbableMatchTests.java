package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sucharit.assignment.Matches;
import org.sucharit.assignment.Relations;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Route;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.AddPerson;
import org.sucharit.register.Act;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** Whoever may be meant is kept out until somebody who is not has judged; and family likewise. */
@OnH2
class ProbableMatchTests extends WalkTests {

    private Town.Founded town;

    @BeforeAll
    void found() {
        town = towns.found();
    }

    private static Content.Accused accused(@Nullable String name, @Nullable String position) {
        return new Content.Accused(name, position, null, null);
    }

    private Walk written(Content.Accused... accused) {
        return walks.written(town, "เรื่องที่พบ", accused);
    }

    @Test
    void whoMayBeMeantIsKeptOutBeforeAnyKeyIsWrapped() {
        Walk walk = written(accused("mayor ทดสอบทิพสุก", null));
        assertThat(walk.keptOut()).contains("mayor", "deputy");
        assertThat(walk.unjudged()).containsExactly("mayor");
        town.run(() -> assertThat(walks.vault.holders(walk.id()))
                .doesNotContain(town.staff.person("mayor"), town.staff.person("deputy")));
    }

    @Test
    void onlyACertainMatchSendsTheCaseOutside() {
        Walk walk = written(accused("mayor ทดสอบทิพสุก", null));
        assertThat(walk.file().route()).isEqualTo(Route.ORDINARY);
        walk.judge("screenComplaint", "mayor", true);
        assertThat(walk.file().route()).isEqualTo(Route.EXECUTIVE);
        assertThat(walk.unjudged()).isEmpty();
        assertThat(walks.always.acts(walk.id(), Act.MATCH_CONFIRMED)).isOne();
        walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY).fallsTo("prepareReferral", "chief");
    }

    @Test
    void isTakenUpOnlyOnceEverybodyWhoMayBeMeantIsJudged() {
        Walk walk = written(accused("mayor ทดสอบทิพสุก", null));
        Problem refused = catchThrowableOfType(Problem.class, () -> walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY));
        assertThat(refused.fields())
                .extracting(Problem.Field::field, Problem.Field::code)
                .containsExactly(org.assertj.core.api.Assertions.tuple(
                        "verdict." + town.staff.person("mayor"), "match.unjudged"));
        walk.waitsFor("screenComplaint").judge("screenComplaint", "mayor", false);
        assertThat(walk.keptOut()).isEmpty();
        assertThat(walks.always.acts(walk.id(), Act.MATCH_LIFTED)).isOne();
        walk.toInvestigation("legal").conclude().endorse().fallsTo("mayorDirective", "mayor");
        assertThat(walk.keptOut()).as("lifted once, and not found again with a step").isEmpty();
    }

    @Test
    void isLiftedWithAReasonOnly() {
        Walk walk = written(accused("mayor ทดสอบทิพสุก", null));
        Matches.Verdict verdict = new Matches.Verdict(town.staff.person("mayor"), false, " ");
        Problem refused = catchThrowableOfType(
                Problem.class, () -> town.run(() -> walks.matches.judge(town.officer("clerk"), walk.id(), verdict)));
        assertThat(refused.fields()).extracting(Problem.Field::field).containsExactly("reason");
        assertThat(walk.keptOut()).contains("mayor");
    }

    @Test
    void nobodyJudgesWithoutWorkInTheCaseAndNobodyOnThemselves() {
        Walk walk = written(accused("clerk2 ทดสอบขวัน", null));
        assertThat(walk.unjudged()).containsExactly("clerk2");
        Matches.Verdict verdict = new Matches.Verdict(town.staff.person("clerk2"), false, "ไม่ใช่");
        for (String name : new String[] {"clerk2", "mayor", "admin"}) {
            Problem refused = catchThrowableOfType(
                    Problem.class, () -> town.run(() -> walks.matches.judge(town.officer(name), walk.id(), verdict)));
            assertThat(refused.kind()).as(name).isEqualTo(Problem.Kind.NOT_FOUND);
        }
    }

    @Test
    void aFullNameInTheTextIsProbable() {
        Walk walk = walks.written(town, "เห็นนายfinance ทดสอบฟ้าใสรับเงินจากผู้รับเหมา");
        assertThat(walk.unjudged()).containsExactly("finance");
        assertThat(walk.keptOut()).containsExactly("finance");
    }

    @Test
    void aNameThatTheReporterAddsLaterIsFoundWithTheNextStep() {
        Walk walk = walks.written(town, "เรื่องที่พบ").screen(ScreeningOutcome.NEEDS_INFORMATION);
        town.run(() -> walks.correspondence.receive(
                walk.receipt().orElseThrow(), "คนนั้นคือ นายmayor ทดสอบทิพย์สุข", java.util.List.of()));
        walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY);
        assertThat(walk.keptOut()).contains("mayor");
        assertThat(walk.unjudged()).containsExactly("mayor");
    }

    @Test
    void theSameSurnameIsKeptOutUntilLiftedAndStopsNothing() {
        Town.Founded other = towns.found();
        other.run(() -> people.add(
                new AddPerson("relative", "นางสมใจ ทดสอบตาลเดี่ยว", "", "", ""), other.staff.person("admin")));
        Walk walk = walks.written(other, "เรื่องที่พบ", accused("นางสมใจ ทดสอบตาลเดี่ยว", null));
        assertThat(walk.unjudged()).contains("chief");
        walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY).assign("legal").accept();
        assertThat(walk.keptOut()).contains("chief");
        walk.judge("investigate", "chief", false);
        assertThat(walk.keptOut()).doesNotContain("chief");
        walk.conclude().opinion(Content.Opinion.View.AGREE).fallsTo("giveOpinion", "chief");
    }

    @Test
    void aDeclaredTieKeepsOutWhicheverOfTheTwoDeclaredIt() {
        Town.Founded other = towns.found();
        other.run(() -> walks.relations.declare(
                other.officer("office"), other.staff.person("finance"), Relations.Kind.SPOUSE));
        assertThat(walks.corruption(other, "finance").keptOut()).containsExactlyInAnyOrder("finance", "office");
        assertThat(walks.corruption(other, "office").keptOut()).containsExactlyInAnyOrder("finance", "office");
    }

    @Test
    void aTieDeclaredLaterIsAppliedWithTheNextStep() {
        Town.Founded other = towns.found();
        Walk walk = walks.corruption(other, "finance").toInvestigation("legal");
        other.run(() -> walks.relations.declare(
                other.officer("chief"), other.staff.person("finance"), Relations.Kind.SIBLING));
        walk.conclude();
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("finance", "chief");
        walk.opinion(Content.Opinion.View.AGREE).fallsTo("mayorDirective", "mayor");
    }

    @Test
    void aTieThatEndedTiesNobodyInCasesToCome() {
        Town.Founded other = towns.found();
        other.run(() -> {
            walks.relations.declare(other.officer("chief"), other.staff.person("finance"), Relations.Kind.ENGAGED);
            walks.relations.end(
                    other.officer("chief"),
                    walks.relations.of(other.officer("chief")).getFirst().id());
            assertThat(walks.relations.of(other.officer("finance"))).isEmpty();
        });
        assertThat(walks.corruption(other, "finance").keptOut()).containsExactly("finance");
    }

    @Test
    void nobodyEndsOrSeesTheTieOfAnother() {
        Town.Founded other = towns.found();
        other.run(() -> {
            walks.relations.declare(other.officer("chief"), other.staff.person("finance"), Relations.Kind.DEBT);
            var tie = walks.relations.of(other.officer("chief")).getFirst();
            Problem refused = catchThrowableOfType(
                    Problem.class, () -> walks.relations.end(other.officer("finance"), tie.id()));
            assertThat(refused.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
        });
    }
}
