package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.assignment.HandingOver;
import org.sucharit.assignment.Newcomers;
import org.sucharit.assignment.Relations;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.ReporterMessage;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.AppointmentId;
import org.sucharit.register.Act;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Vault;

/** A case is open to those who have something to do in it, while they have; and keys change hands when people do. */
@OnH2
class NeedToKnowTests extends WalkTests {

    @Autowired
    HandingOver handingOver;

    @Autowired
    Newcomers newcomers;

    @Autowired
    Vault vault;

    @Autowired
    Register register;

    private Town.Founded town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    private Set<String> readers(Walk walk) {
        return walk.names(town.in(() -> vault.readers(walk.id())));
    }

    private Set<String> holders(Walk walk) {
        return walk.names(town.in(() -> vault.holders(walk.id())));
    }

    private List<Entry> entries(Walk walk) {
        return town.in(() -> register.ofCase(walk.id()));
    }

    @Test
    void eachReadsTheCaseWhileTheirStepLasts() {
        Walk walk = walks.corruption(town, "finance");
        assertThat(readers(walk)).containsExactlyInAnyOrder("clerk", "clerk2");
        walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY);
        assertThat(readers(walk)).containsExactly("personnel");
        walk.assign("legal");
        assertThat(readers(walk)).containsExactlyInAnyOrder("personnel", "legal");
        walk.accept().conclude();
        assertThat(readers(walk)).containsExactlyInAnyOrder("personnel", "legal", "office");
        walk.opinion(Content.Opinion.View.AGREE);
        assertThat(readers(walk)).containsExactlyInAnyOrder("personnel", "legal", "chief");
        walk.opinion(Content.Opinion.View.AGREE);
        assertThat(readers(walk)).containsExactlyInAnyOrder("personnel", "legal", "mayor");
        walk.direct(Directive.NO_FURTHER_ACTION);
        assertThat(readers(walk)).containsExactlyInAnyOrder("personnel", "legal");
        walk.notifyReporter();
        assertThat(readers(walk)).containsExactly("personnel");
        assertThat(entries(walk))
                .filteredOn(entry -> entry.act() == Act.STOOD_DOWN)
                .hasSize(6); // two clerks, head of office, chief administrator, mayor, investigator
    }

    @Test
    void whomTheCaseWasBroughtToReadsItUntilItIsLaidBeforeTheMayor() {
        windTo("2025-04-01");
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal");
        pass(54);
        assertThat(readers(walk)).contains("chief");
        walk.conclude().opinion(Content.Opinion.View.AGREE);
        assertThat(readers(walk)).contains("chief");
        walk.opinion(Content.Opinion.View.AGREE);
        assertThat(readers(walk)).contains("mayor").doesNotContain("chief", "office");
    }

    @Test
    void theReporterIsToldWhoLookedAtTheirNameAndWhy() {
        Walk walk = walks.corruption(town, "finance");
        town.run(() -> walks.cases.openIdentity(walk.open(), town.staff.person("clerk"), "เหตุผล", "clerk: เหตุผล"));
        List<ReporterMessage> messages =
                town.in(() -> walks.cases.messages(walk.receipt().orElseThrow(), walk.id()));
        assertThat(messages).extracting(ReporterMessage::text).containsExactly("clerk: เหตุผล");
        assertThat(entries(walk)).extracting(Entry::act).contains(Act.IDENTITY_OPENED);
    }

    @Test
    void whoGoesHandsOverEveryCaseInOneStepButThoseKeptFromWhoComes() {
        Walk waiting =
                walks.corruption(town, "finance").toInvestigation("legal").conclude();
        Walk about = walks.corruption(town, "personnel2");
        PersonId deputy = actingFor("chief", "works");
        assertThat(holders(waiting)).doesNotContain("works");
        Walk against = walks.corruption(town, "works");
        town.run(() -> handingOver.handOver(town.officer("chief"), deputy));
        assertThat(holders(waiting)).contains("works");
        assertThat(holders(about)).contains("works");
        assertThat(holders(against)).doesNotContain("works");
        waiting.hold().opinion(Content.Opinion.View.AGREE).fallsTo("giveOpinion", "works");
    }

    @Test
    void anInvestigatorWhoLeavesGivesTheInquiryBack() {
        Walk walk = walks.corruption(town, "finance").toInvestigation("personnel");
        HandingOver.Done done =
                town.in(() -> handingOver.handOver(town.officer("personnel"), town.staff.person("office")));
        assertThat(done.returned()).isOne();
        walk.hold().waitsFor("assignInvestigator");
    }

    @Test
    void anActingOfficersAccessBeginsAndEndsWithTheDates() {
        windTo("2025-04-01");
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal").conclude();
        actingFor("office", "works", LocalDate.of(2025, 4, 3), LocalDate.of(2025, 4, 9));
        town.run(() -> newcomers.welcome(town.officer("chief")));
        assertThat(holders(walk)).doesNotContain("works");
        windTo("2025-04-03");
        town.run(() -> newcomers.welcome(town.officer("chief")));
        assertThat(readers(walk)).contains("works");
        walk.hold().fallsTo("giveOpinion", "works");
        windTo("2025-04-09");
        town.run(handingOver::endOfOffice);
        assertThat(holders(walk)).contains("works");
        windTo("2025-04-10");
        town.run(handingOver::endOfOffice);
        assertThat(holders(walk)).doesNotContain("works");
        walk.hold().fallsTo("giveOpinion", "office");
    }

    @Test
    void oneNewReportOrphansNobodyOfTheCasesOfBefore() {
        Walk before = walks.corruption(town, "finance");
        actingFor("chief", "works");
        Walk next = walks.corruption(town, "finance");
        assertThat(holders(next)).contains("works");
        assertThat(holders(before)).doesNotContain("works");
        town.run(() -> newcomers.welcome(town.officer("clerk")));
        assertThat(holders(before)).contains("works");
    }

    @Test
    void aCaseThatCannotBeGivenStopsNeitherTheDeskNorTheOthers() {
        Walk stuck = walks.corruption(town, "finance");
        Walk other = walks.corruption(town, "legal2");
        town.staff.people().keySet().stream()
                .filter(name -> !name.equals("finance") && !name.equals("admin"))
                .forEach(name -> town.run(() -> walks.relations.declare(
                        town.officer(name), town.staff.person("finance"), Relations.Kind.DEBT)));
        actingFor("chief", "works");
        Integer tried = town.in(() -> newcomers.welcome(town.officer("clerk")));
        assertThat(tried).isEqualTo(2);
        assertThat(holders(stuck)).doesNotContain("works").contains("clerk");
        assertThat(holders(other)).contains("works");
        Integer again = town.in(() -> newcomers.welcome(town.officer("clerk")));
        assertThat(again).as("what cannot be given").isZero();
    }

    @Test
    void whoIsKeptOutIsNotTriedAtEachLook() {
        Walk about = walks.corruption(town, "works");
        actingFor("chief", "works");
        Integer first = town.in(() -> newcomers.welcome(town.officer("clerk")));
        assertThat(first).isOne();
        Integer second = town.in(() -> newcomers.welcome(town.officer("clerk")));
        assertThat(second).isZero();
        assertThat(holders(about)).doesNotContain("works");
    }

    @Test
    void whosePostIsTakenLosesEveryKeyAtOnce() {
        windTo("2025-04-01");
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal");
        AppointmentId post = town.in(() -> people.postsOf(town.staff.person("legal"), walks.time.today())
                .getFirst()
                .appointment());
        town.run(() -> people.endAppointment(post, walks.time.today().minusDays(1), null));
        assertThat(holders(walk)).doesNotContain("legal");
        walk.hold().waitsFor("assignInvestigator");
    }

    @Test
    void nobodyHandsOverToWhoeverIsInNoPostThatMayComeToACase() {
        walks.corruption(town, "finance");
        assertThatExceptionOfType(Problem.class)
                .isThrownBy(
                        () -> town.run(() -> handingOver.handOver(town.officer("chief"), town.staff.person("admin"))));
    }

    private PersonId actingFor(String held, String by) {
        return actingFor(held, by, walks.time.today(), null);
    }

    private PersonId actingFor(String held, String by, LocalDate from, LocalDate until) {
        PersonId person = town.staff.person(by);
        town.run(() -> people.appointActing(person, town.staff.post(held), from, until, "1/2568", null));
        return person;
    }
}
