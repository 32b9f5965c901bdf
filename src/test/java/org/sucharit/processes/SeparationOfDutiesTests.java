package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.kernel.Problem;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.workflow.TaskId;

/** Nobody does both halves of what takes two, though both halves fall to their posts. */
@OnH2
class SeparationOfDutiesTests extends WalkTests {

    private Town.Founded town;

    /** Here the legal officer acts for the mayor and for the head of office. */
    @BeforeAll
    void found() {
        town = towns.found();
        town.run(() -> {
            for (String post : new String[] {"mayor", "office"}) {
                people.appointActing(
                        town.staff.person("legal"),
                        town.staff.post(post),
                        walks.time.today(),
                        null,
                        "7/2569",
                        town.staff.person("admin"));
            }
        });
    }

    private void refused(Walk walk, ThrowingCallable attempt) {
        assertThatThrownBy(() -> town.run(() -> {
                    try {
                        attempt.call();
                    } catch (RuntimeException | Error e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                }))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.kind()).isEqualTo(Problem.Kind.NOT_FOUND));
        walk.hold();
    }

    @Test
    void theScreenerDoesNotConfirm() {
        Walk walk = walks.register(town, Kind.CORRUPTION, ChannelKind.BOX, Set.of("clerk", "clerk2"), "finance")
                .fallsTo("screenComplaint", "personnel")
                .screen(ScreeningOutcome.NO_ACTION)
                .fallsTo("confirmScreening", "legal");
        TaskId task = walk.task("confirmScreening").id();
        refused(walk, () -> walks.screening.confirm(town.officer("personnel"), task, true, walk.say()));
        walk.confirmScreening(true).waitsFor("notifyReporter");
    }

    @Test
    void theInvestigatorNeitherEndorsesNorDecides() {
        Walk walk = walks.corruption(town, "finance")
                .toInvestigation("legal")
                .conclude()
                .fallsTo("giveOpinion", "chief");
        TaskId opinion = walk.task("giveOpinion").id();
        refused(
                walk,
                () -> walks.endorsements.giveOpinion(
                        town.officer("legal"), opinion, Content.Opinion.View.AGREE, walk.say()));
        walk.endorse().fallsTo("mayorDirective", "chief");
        TaskId directive = walk.task("mayorDirective").id();
        refused(walk, () -> walks.decisions.direct(town.officer("legal"), directive, Directive.APPROVED, walk.say()));
        walk.direct(Directive.APPROVED).notifyReporter();
    }

    @Test
    void whoAsksForAnExtensionDoesNotGrantIt() {
        Walk walk = walks.corruption(town, "finance")
                .toInvestigation("legal")
                .askExtension(10)
                .fallsTo("decideExtension", "chief");
        TaskId task = walk.task("decideExtension").id();
        refused(
                walk,
                () -> walks.decisions.decideExtension(
                        town.officer("legal"), task, true, walk.file().dueOn().plusDays(10), walk.say()));
        walk.decideExtension(true, 10);
    }

    @Test
    void whoHandledAGrievanceDoesNotConfirmIt() {
        Walk walk = walks.register(town, Kind.GRIEVANCE, ChannelKind.COUNTER)
                .screen(ScreeningOutcome.ACCEPTED_GRIEVANCE)
                .assignDivision("works")
                .handled();
        assertThat(walk.names(walk.task("confirmDone").candidates())).doesNotContain("works");
        TaskId task = walk.task("confirmDone").id();
        refused(walk, () -> walks.grievances.confirm(town.officer("works"), task, true, walk.say()));
        walk.confirmDone(true).notifyReporter();
    }
}
