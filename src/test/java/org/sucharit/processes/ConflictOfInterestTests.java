package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Route;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.document.DocumentKind;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/**
 * Who may not touch a case, row by row of the table of the law. That those kept out find nothing of it in any list is
 * held after every step, the escalations among them ({@link Always}).
 */
@OnH2
class ConflictOfInterestTests extends WalkTests {

    private Town.Founded town;

    @BeforeAll
    void found() {
        town = towns.found();
    }

    @ParameterizedTest
    @CsvSource({
        "finance, ORDINARY, finance",
        "office, OFFICE_HEAD, office",
        "chief, CHIEF_ADMINISTRATOR, chief",
        "personnel, PERSONNEL_UNIT, personnel personnel2",
        "personnel2, PERSONNEL_UNIT, personnel personnel2",
        "clerk, INTAKE, clerk",
        "mayor, EXECUTIVE, mayor deputy",
        "deputy, EXECUTIVE, mayor deputy",
        "council, EXECUTIVE, mayor deputy council"
    })
    void whoIsAccusedDecidesTheWayAndWhoIsKeptOut(String accused, Route route, String keptOut) {
        windTo("2025-02-03");
        Walk walk = walks.corruption(town, accused);
        assertThat(walk.file().route()).isEqualTo(route);
        assertThat(walk.keptOut()).containsExactlyInAnyOrder(keptOut.split(" "));
        for (int week = 0; week < 10; week++) {
            pass(7);
            walk.hold();
        }
        walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY);
        if (route == Route.EXECUTIVE) {
            walk.fallsTo("prepareReferral", "chief").prepareReferral().sent().reply();
        } else {
            walk.assign("legal").accept().conclude().endorse().direct(Directive.APPROVED);
        }
        walk.notifyReporter();
        assertThat(walk.keptOut()).containsExactlyInAnyOrder(keptOut.split(" "));
    }

    @Test
    void theAccusedPostIsLeftOutOfTheEndorsement() {
        walks.corruption(town, "office").toInvestigation("legal").conclude().fallsTo("giveOpinion", "chief");
        walks.corruption(town, "chief")
                .toInvestigation("legal")
                .conclude()
                .fallsTo("giveOpinion", "office")
                .opinion(Content.Opinion.View.AGREE)
                .fallsTo("mayorDirective", "mayor");
    }

    @Test
    void theChiefAdministratorNamesAnInvestigatorOutsideAnAccusedPersonnelUnit() {
        Walk walk = walks.corruption(town, "personnel2")
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .fallsTo("assignInvestigator", "chief");
        assertThat(town.in(() -> walks.assignments.eligible(town.officer("chief"), walk.id())))
                .extracting(holder -> walk.name(holder.person().id()))
                .contains("legal", "legal2")
                .doesNotContain("personnel", "personnel2");
    }

    @Test
    void anotherClerkScreensWhatAccusesAClerk() {
        walks.corruption(town, "clerk").fallsTo("screenComplaint", "clerk2");
    }

    @Test
    void whomTheClerkKeepsOutIsKeptOut() {
        Walk walk = walks.register(town, Kind.CORRUPTION, ChannelKind.HOTLINE, Set.of("personnel"), "finance");
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("personnel", "finance");
        walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY).fallsTo("assignInvestigator", "office");
    }

    @Test
    void anExecutiveAccusedDuringTheInquiryTakesItOutside() {
        Walk walk = walks.corruption(town, "finance")
                .toInvestigation("legal")
                .askExtension(20)
                .accuse("deputy")
                .waitsFor("prepareReferral")
                .prepareReferral()
                .sent()
                .reply()
                .notifyReporter();
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("finance", "mayor", "deputy");
    }

    @Test
    void anExecutiveAccusedAtScreeningTakesTheCaseOutside() {
        walks.corruption(town, "finance")
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY, "mayor")
                .fallsTo("prepareReferral", "chief");
    }

    @Test
    void anInvestigatorWhoComesToBeConflictedIsReplaced() {
        Walk walk = walks.corruption(town, "finance")
                .toInvestigation("personnel2")
                .askExtension(20)
                .accuse("personnel")
                .fallsTo("assignInvestigator", "chief")
                .waitsFor("assignInvestigator");
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("finance", "personnel", "personnel2");
        walk.assign("legal")
                .accept()
                .conclude()
                .endorse()
                .direct(Directive.APPROVED)
                .notifyReporter();
    }

    @Test
    void aCandidateAccusedLaterLosesTheTaskToTheNext() {
        Walk walk = walks.corruption(town, "finance").toInvestigation("legal").reportReprisal();
        walk.fallsTo("protectReporter", "chief").accuse("chief").fallsTo("protectReporter", "office");
        walk.conclude().fallsTo("giveOpinion", "office");
    }

    @Test
    void anActingOfficerSignsAsActing() {
        Town.Founded other = towns.found();
        other.run(() -> people.appointActing(
                other.staff.person("works"),
                other.staff.post("chief"),
                walks.time.today(),
                null,
                "99/2569",
                other.staff.person("admin")));
        Walk walk = walks.corruption(other, "finance")
                .toInvestigation("legal")
                .conclude()
                .opinion(Content.Opinion.View.AGREE)
                .fallsTo("giveOpinion", "works")
                .opinion(Content.Opinion.View.DISAGREE);
        assertThat(walk.text(DocumentKind.FINDINGS_MEMO)).contains("รักษาราชการแทน", "นายworks");
        assertThat(other.in(() -> walk.open()
                        .last(Content.Opinion.class)
                        .orElseThrow()
                        .content()
                        .actingOrder()))
                .isEqualTo("99/2569");
    }

    @Test
    void whoActsForTheAccusedIsKeptOut() {
        Town.Founded other = towns.found();
        other.run(() -> people.appointActing(
                other.staff.person("works"),
                other.staff.post("chief"),
                walks.time.today(),
                null,
                "1/2569",
                other.staff.person("admin")));
        assertThat(walks.corruption(other, "chief").keptOut()).containsExactlyInAnyOrder("chief", "works");
    }

    @Test
    void whoComesToActForTheAccusedIsKeptOutWithTheNextStep() {
        Town.Founded other = towns.found();
        Walk walk = walks.corruption(other, "chief").toInvestigation("legal");
        other.run(() -> people.appointActing(
                other.staff.person("office"),
                other.staff.post("chief"),
                walks.time.today(),
                null,
                "2/2569",
                other.staff.person("admin")));
        walk.conclude().fallsTo("mayorDirective", "mayor");
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("chief", "office");
    }
}
