package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.document.DocumentKind;
import org.sucharit.kernel.Problem;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;

/** A committee inquires instead of one officer: who may be of it, who reads the case, and who no longer does. */
@OnH2
class CommitteeTests extends WalkTests {

    @Autowired
    TransactionTemplate transaction;

    private Town.Founded town;

    @BeforeAll
    void found() {
        town = towns.found();
    }

    private Walk accepted() {
        return walks.corruption(town, "finance").screen(ScreeningOutcome.ACCEPTED_INQUIRY);
    }

    private boolean reads(Walk walk, String name) {
        Officer officer = town.officer(name);
        try {
            town.in(() -> walks.cases.open(officer, walk.id()));
            return true;
        } catch (Problem hidden) {
            assertThat(hidden.kind()).isEqualTo(Problem.Kind.NOT_FOUND);
            return false;
        }
    }

    private Set<String> committee(Walk walk) {
        return walk.names(
                town.in(() -> transaction.execute(status -> walk.open().file().committee())));
    }

    @Test
    void theOrderNamesTheChairAndTheOthersWithTheirParts() {
        Walk walk = accepted();
        Content.Assignment assignment = new Content.Assignment(
                town.staff.person("legal"),
                List.of(
                        new Content.Assignment.Member(town.staff.person("works"), Content.Assignment.Role.MEMBER),
                        new Content.Assignment.Member(
                                town.staff.person("personnel2"), Content.Assignment.Role.SECRETARY)),
                walk.say());
        town.run(() -> walks.assignments.assign(
                town.officer("personnel"), walk.task("assignInvestigator").id(), assignment));
        walk.accept();
        assertThat(walk.text(DocumentKind.APPOINTMENT_ORDER))
                .contains("แต่งตั้งคณะกรรมการสืบสวนข้อเท็จจริง")
                .containsSubsequence(
                        "นายlegal", "ประธานกรรมการ", "นายworks", "กรรมการ", "นายpersonnel2", "กรรมการและเลขานุการ");
    }

    @Test
    void aMemberReadsAndFilesOnceTheOrderIsIssued() {
        Walk walk = accepted().assign("legal", "legal2");
        assertThat(reads(walk, "legal2")).isFalse();
        walk.accept();
        assertThat(reads(walk, "legal2")).isTrue();
        town.run(() -> walks.investigations.note(town.officer("legal2"), walk.id(), walk.say()));
        walk.fallsTo("investigate", "legal").conclude();
        assertThat(walk.text(DocumentKind.FINDINGS_MEMO))
                .containsSubsequence("(นายlegal", "ประธานกรรมการ", "(นายlegal2", "กรรมการ", "ความเห็น");
    }

    @ParameterizedTest
    @CsvSource({
        "finance, assign.notEligible", // accused
        "works2, assign.notEligible", // no post that inquires
        "mayor, assign.notEligible", // decides on the findings
        "legal, assign.twice" // the chair
    })
    void nobodyConflictedOrNamedTwiceIsAMember(String member, String code) {
        Walk walk = accepted();
        Content.Assignment assignment = walk.assignment("legal", member);
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() -> town.run(() -> walks.assignments.assign(
                        town.officer("personnel"),
                        walk.task("assignInvestigator").id(),
                        assignment)))
                .satisfies(problem -> assertThat(problem.fields())
                        .extracting(Problem.Field::field, Problem.Field::code)
                        .containsExactly(tuple("members", code)));
        assertThat(walk.hold().file().state()).isEqualTo(CaseState.ASSIGNING);
    }

    @Test
    void aMemberAccusedLaterIsOutOfItAndOfTheCase() {
        Walk walk = accepted().assign("legal", "legal2", "works").accept().accuse("legal2");
        assertThat(reads(walk, "legal2")).isFalse();
        assertThat(committee(walk)).containsExactly("works");
        walk.fallsTo("investigate", "legal").conclude();
    }

    @Test
    void aMemberAccusedBeforeTheOrderIsNotNamedInIt() {
        Walk walk = accepted().assign("legal", "legal2", "works");
        town.run(() -> walks.investigations.accuse(
                town.officer("legal"), walk.id(), Walks.accused(town.staff.person("legal2"))));
        walk.hold().accept();
        assertThat(walk.text(DocumentKind.APPOINTMENT_ORDER))
                .contains("นายworks")
                .doesNotContain("นายlegal2");
    }

    @Test
    void whoIsNotOfTheNextCommitteeIsKeptOutOfTheCase() {
        Walk walk = accepted()
                .assign("legal", "legal2", "works")
                .accept()
                .accuse("legal")
                .waitsFor("assignInvestigator")
                .assign("personnel2", "works");
        assertThat(reads(walk, "legal2")).isFalse();
        walk.accept();
        assertThat(reads(walk, "legal2")).isFalse();
        assertThat(reads(walk, "works")).isTrue();
    }

    @Test
    void aMemberStepsAsideAndTheOthersGoOn() {
        Walk walk = accepted().assign("legal", "legal2", "works").accept();
        town.run(() -> walks.assignments.leaveCommittee(town.officer("legal2"), walk.id(), walk.say()));
        walk.hold();
        assertThat(walk.keptOut()).contains("legal2");
        assertThat(reads(walk, "legal2")).isFalse();
        walk.conclude().endorse().direct(Directive.APPROVED).notifyReporter();
    }

    @Test
    void nobodyLeavesACommitteeTheyAreNotIn() {
        Walk walk = accepted().assign("legal", "legal2").accept();
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(() ->
                        town.run(() -> walks.assignments.leaveCommittee(town.officer("legal"), walk.id(), walk.say())))
                .satisfies(problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.FORBIDDEN));
    }

    /** The findings are the members' own as much as the chair's. */
    @Test
    void aMemberGivesNoOpinionOnTheFindingsEvenWhereTheyActInThePost() {
        Town.Founded other = towns.found();
        other.run(() -> {
            people.appointActing(
                    other.staff.person("works"),
                    other.staff.post("office"),
                    walks.time.today(),
                    null,
                    "7/2569",
                    other.staff.person("admin"));
        });
        Walk walk = walks.corruption(other, "finance")
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .assign("legal", "works")
                .accept()
                .conclude();
        assertThat(walk.names(walk.task("giveOpinion").candidates())).doesNotContain("works", "legal");
        walk.endorse().fallsTo("mayorDirective", "mayor");
    }
}
