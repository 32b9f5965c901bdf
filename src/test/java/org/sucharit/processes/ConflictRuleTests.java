package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.sucharit.assignment.ConflictRule;
import org.sucharit.assignment.Relations;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Route;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.kernel.PersonId;
import org.sucharit.organisation.AddPerson;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.PostId;
import org.sucharit.organisation.PostKind;
import org.sucharit.organisation.UnitKind;
import org.sucharit.organisation.Units;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;

/** Each row of the table of conflicts of interest, carried out: a row without its case here does not compile. */
@OnH2
class ConflictRuleTests extends WalkTests {

    @Autowired
    Units units;

    private Town.Founded town;

    @ParameterizedTest
    @EnumSource
    void isCarriedOut(ConflictRule rule) {
        town = towns.found();
        switch (rule) {
            case MAYOR -> accused(rule, "mayor", "mayor", "deputy");
            case DEPUTY_MAYOR -> accused(rule, "deputy", "mayor", "deputy");
            case COUNCIL_MEMBER -> accused(rule, "council", "council", "mayor", "deputy");
            case PERSONNEL_UNIT -> accused(rule, "personnel2", "personnel", "personnel2");
            case CHIEF_ADMINISTRATOR -> accused(rule, "chief", "chief");
            case OFFICE_HEAD -> accused(rule, "office", "office");
            case INTAKE_CLERK -> accused(rule, "clerk", "clerk");
            case DEPUTY_CHIEF_ADMINISTRATOR -> deputyChief(rule);
            case DIVISION_HEAD -> accused(rule, "works", "works");
            case STAFF -> accused(rule, "works2", "works2");
            case ACTING_FOR_ACCUSED -> acting();
            case RELATIVE -> relative();
            case SAME_SURNAME -> surname();
            case PROBABLE_MATCH -> probable();
            case NAMED_AT_INTAKE -> namedAtIntake();
            case STEPPED_ASIDE -> steppedAside();
            case INVESTIGATOR -> investigator();
            case SHARE_HOLDER -> shareHolder();
            case NOBODY_LEFT -> nobodyLeft(rule);
        }
    }

    private Walk accused(ConflictRule rule, String accused, String... keptOut) {
        Walk walk = walks.corruption(town, accused);
        assertThat(walk.file().route()).isEqualTo(rule.route().orElseThrow());
        assertThat(walk.keptOut()).containsExactlyInAnyOrder(keptOut);
        return walk;
    }

    private void deputyChief(ConflictRule rule) {
        PersonId deputy = town.in(() -> {
            var office = units.all().stream()
                    .filter(unit -> unit.kind() == UnitKind.CLERKS_OFFICE)
                    .findFirst()
                    .orElseThrow();
            PostId post = units.addPost(
                    office.id(), PostKind.DEPUTY_CHIEF_ADMINISTRATOR, "รองปลัดองค์การบริหารส่วนตำบล", "Deputy", null);
            PersonId person =
                    people.add(new AddPerson("deputychief", "นางใหม่ ทดสอบยิ้มแย้ม", "", "", ""), null);
            people.appoint(person, post, walks.time.today(), "", null);
            return person;
        });
        Walk walk = walks.written(town, "เรื่อง", new Content.Accused(null, "รองปลัด อบต.", null, null));
        assertThat(town.in(() -> walk.open().keptOut())).containsExactly(deputy);
        assertThat(walk.file().route()).isEqualTo(rule.route().orElseThrow());
    }

    private void acting() {
        town.run(() -> people.appointActing(
                town.staff.person("works"),
                town.staff.post("chief"),
                walks.time.today(),
                null,
                "1/2569",
                town.staff.person("admin")));
        assertThat(walks.corruption(town, "chief").keptOut()).containsExactlyInAnyOrder("chief", "works");
    }

    private void relative() {
        town.run(() -> walks.relations.declare(
                town.officer("office"), town.staff.person("works2"), Relations.Kind.BY_MARRIAGE));
        assertThat(walks.corruption(town, "works2").keptOut()).containsExactlyInAnyOrder("works2", "office");
    }

    private void surname() {
        Walk walk = walks.written(
                town, "เรื่อง", new Content.Accused("นางสมใจ ทดสอบดวงแก้ว", null, null, null));
        assertThat(walk.keptOut()).containsExactly("office");
        assertThat(walk.file().route()).isEqualTo(Route.ORDINARY);
    }

    private void probable() {
        Walk walk = walks.written(
                town, "เรื่อง", new Content.Accused("personnel2 ทดสอบงำ", null, null, null));
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("personnel", "personnel2");
        assertThat(walk.file().route()).isEqualTo(Route.ORDINARY);
    }

    private void namedAtIntake() {
        Walk walk = walks.register(town, Kind.CORRUPTION, ChannelKind.HOTLINE, Set.of("personnel"), "works2");
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("works2", "personnel");
    }

    private void steppedAside() {
        Walk walk = walks.corruption(town, "works2")
                .screen(ScreeningOutcome.ACCEPTED_INQUIRY)
                .assign("legal")
                .stepAside();
        assertThat(walk.keptOut()).containsExactlyInAnyOrder("works2", "legal");
    }

    private void investigator() {
        Walk walk = walks.corruption(town, "works2").toInvestigation("personnel2").accuse("personnel");
        assertThat(walk.keptOut()).contains("personnel2");
        walk.fallsTo("assignInvestigator", "chief");
    }

    /** Of whoever is kept out the vault has nothing to share: not the key, on standby or open. */
    private void shareHolder() {
        Walk walk = walks.corruption(town, "office");
        town.run(() -> assertThat(walks.vault.holders(walk.id())).doesNotContain(town.staff.person("office")));
    }

    private void nobodyLeft(ConflictRule rule) {
        Walk walk = walks.register(
                town, Kind.CORRUPTION, ChannelKind.HOTLINE, Set.of("mayor", "chief", "office"), "works2");
        assertThat(walk.file().route()).isEqualTo(rule.route().orElseThrow());
        walk.screen(ScreeningOutcome.ACCEPTED_INQUIRY).waitsFor("prepareReferral");
    }
}
