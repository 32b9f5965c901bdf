package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.assignment.HandingOver;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.kernel.Problem;
import org.sucharit.register.audit.Inspection;
import org.sucharit.testing.OnH2;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.OpenTask;

/**
 * Random people try random things at random cases, and the days go by. Whatever they try either happens as a whole or
 * is refused as a problem, nothing ever happens by the hand of somebody kept out, and {@link Always} holds after each.
 */
@OnH2
class RandomWalkTests extends WalkTests {

    private static final long SEED = 2569;
    private static final int SEQUENCES = 40;
    private static final int ACTIONS = 18;
    private static final int LOOK_ROUND_EVERY = 6;

    @Autowired
    HandingOver handingOver;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Inspection inspection;

    private Town.Founded town;
    private List<String> everybody;

    @BeforeAll
    void found() {
        town = towns.found();
        everybody = List.copyOf(town.staff.people().keySet());
    }

    @Test
    void holdsWhateverIsTried() {
        windTo("2023-01-02");
        for (int n = 0; n < SEQUENCES; n++) {
            walk(SEED + n);
        }
    }

    @Test
    void holdsWhateverIsTriedToday() {
        windTo("2022-01-03");
        walk(new Random().nextLong());
    }

    /** No step wrote a row that the register does not know of. */
    @AfterAll
    void everyRowIsAsTheRegisterHasIt() {
        assertThat(inspection.everything(town.id, Inspection.Outside.NOTHING)).isEmpty();
    }

    private void walk(long seed) {
        List<String> story = new ArrayList<>();
        try {
            new Sequence(new Random(seed), story).run();
        } catch (RuntimeException | AssertionError broken) {
            throw new AssertionError("With the seed " + seed + " after " + story, broken);
        }
    }

    private final class Sequence {

        private final Random random;
        private final List<String> story;
        private final Walk walk;

        Sequence(Random random, List<String> story) {
            this.random = random;
            this.story = story;
            String accused = any(everybody);
            story.add("accused " + accused);
            this.walk = walks.corruption(town, accused);
        }

        void run() {
            for (int n = 0; n < ACTIONS; n++) {
                int die = random.nextInt(100);
                if (die < 64) {
                    task();
                } else if (die < 72) {
                    reporter();
                } else if (die < 78) {
                    int days = 1 + random.nextInt(12);
                    story.add(days + " days");
                    pass(days);
                } else {
                    beside();
                }
                walk.hold();
                // For each person every way of finding a case is tried, which takes longer than the steps themselves.
                if (n % LOOK_ROUND_EVERY == LOOK_ROUND_EVERY - 1) {
                    town.run(() -> walks.always.nobodyElseFinds(walk));
                }
            }
        }

        private <T> T any(List<T> some) {
            return some.get(random.nextInt(some.size()));
        }

        /** Mostly one who may, else anybody; then mostly the right thing, else whatever comes to mind. */
        private void task() {
            List<OpenTask> tasks = walk.tasks();
            if (tasks.isEmpty()) {
                return;
            }
            OpenTask task = any(tasks);
            boolean may = random.nextInt(4) > 0;
            String name =
                    may ? any(walk.names(task.candidates()).stream().sorted().toList()) : any(everybody);
            String step = random.nextInt(10) > 0
                    ? task.step()
                    : any(List.of("screenComplaint", "mayorDirective", "notifyReporter", "confirmScreening"));
            boolean candidate = task.candidates().contains(town.staff.person(name));
            boolean done = attempt(name, step, officer -> take(officer, task, step));
            assertThat(done && (!candidate || !step.equals(task.step())))
                    .as("%s did %s, which waits as %s for others", name, step, task.step())
                    .isFalse();
        }

        private void take(Officer officer, OpenTask task, String step) {
            var id = task.id();
            boolean yes = random.nextBoolean();
            switch (step) {
                case "screenComplaint" ->
                    walks.screening.decide(
                            officer,
                            id,
                            walk.decision(
                                    any(List.of(
                                            ScreeningOutcome.ACCEPTED_INQUIRY,
                                            ScreeningOutcome.ACCEPTED_INQUIRY,
                                            ScreeningOutcome.ACCEPTED_INQUIRY,
                                            ScreeningOutcome.ACCEPTED_GRIEVANCE,
                                            ScreeningOutcome.REFERRED,
                                            ScreeningOutcome.NO_ACTION,
                                            ScreeningOutcome.NEEDS_INFORMATION)),
                                    null));
                case "confirmScreening" -> walks.screening.confirm(officer, id, yes, walk.say());
                case "assignInvestigator" ->
                    walks.assignments.assign(
                            officer,
                            id,
                            random.nextBoolean()
                                    ? walk.assignment(any(everybody))
                                    : walk.assignment(any(everybody), any(everybody)));
                case "acceptAssignment" -> {
                    if (random.nextInt(4) > 0) {
                        walks.assignments.accept(officer, id);
                    } else {
                        walks.assignments.stepAside(officer, id, walk.say());
                    }
                }
                case "investigate" -> {
                    if (random.nextInt(3) > 0) {
                        walks.investigations.conclude(officer, id, walk.findings());
                    } else {
                        walks.investigations.askExtension(
                                officer, id, walk.file().dueOn().plusDays(random.nextInt(30)), walk.say());
                    }
                }
                case "decideExtension" ->
                    walks.decisions.decideExtension(
                            officer, id, yes, walk.file().dueOn().plusDays(random.nextInt(30)), walk.say());
                case "giveOpinion" ->
                    walks.endorsements.giveOpinion(
                            officer, id, any(List.of(Content.Opinion.View.values())), walk.say());
                case "mayorDirective" ->
                    walks.decisions.direct(officer, id, any(List.of(Directive.values())), walk.say());
                case "carryOutMeasures" -> walks.decisions.measuresDone(officer, id, walk.say());
                case "assignDivision" ->
                    walks.grievances.assign(
                            officer, id, town.staff.person(any(List.of("works", "works2", "finance"))), walk.say());
                case "handleGrievance" -> walks.grievances.handled(officer, id, walk.say());
                case "confirmDone" -> walks.grievances.confirm(officer, id, yes, walk.say());
                case "prepareReferral" -> walks.referrals.prepare(officer, id, walk.say(), walk.say());
                case "recordSent" -> walks.referrals.sent(officer, id, walk.say(), walks.time.today(), walk.say());
                case "recordReply" -> walks.referrals.reply(officer, id, walks.time.today(), walk.say());
                case "decideWithdrawal" -> walks.reporters.decideWithdrawal(officer, id, yes, walk.say());
                case "protectReporter" -> walks.reporters.protect(officer, id, walk.say());
                case "notifyReporter" -> walks.closing.notifyReporter(officer, id, walk.say(), walk.say());
                default -> fail("Nobody knows how to do " + step);
            }
        }

        private void reporter() {
            var receipt = walk.receipt().orElseThrow();
            attempt("clerk", "reporter", nobody -> {
                switch (random.nextInt(4)) {
                    case 0 -> walks.correspondence.withdraw(receipt, walk.say());
                    case 1 -> walks.correspondence.reportReprisal(receipt, walk.say());
                    default -> walks.correspondence.receive(receipt, walk.say(), List.of());
                }
            });
        }

        /** What goes without a task. Nothing of it goes for somebody kept out. */
        private void beside() {
            Set<String> keptOut = walk.keptOut();
            String name = random.nextBoolean() && walk.file().investigator().isPresent()
                    ? walk.name(walk.file().investigator().get())
                    : any(everybody);
            boolean done = attempt(name, "beside", officer -> {
                switch (walk.file().state() == CaseState.CLOSED ? 0 : random.nextInt(7)) {
                    case 0 -> walks.closing.reopen(officer, walk.id(), walk.say());
                    case 1 ->
                        walks.investigations.accuse(
                                officer, walk.id(), Walks.accused(town.staff.person(any(everybody))));
                    case 2 -> walks.investigations.note(officer, walk.id(), walk.say());
                    case 3 -> walks.assignments.leaveCommittee(officer, walk.id(), walk.say());
                    case 4 -> handingOver.handOver(officer, town.staff.person(any(everybody)));
                    case 5 ->
                        transaction.executeWithoutResult(status -> walks.cases.openIdentity(
                                walks.cases.open(officer, walk.id()), officer.id(), walk.say(), walk.say()));
                    default -> walks.correspondence.write(officer, walk.id(), walk.say());
                }
            });
            assertThat(done && keptOut.contains(name)).as(name + " is kept out").isFalse();
        }

        /** @return whether it was done; a problem is a refusal, anything else a fault */
        private boolean attempt(String name, String what, java.util.function.Consumer<Officer> doing) {
            Officer officer = town.officer(name);
            try {
                town.run(() -> doing.accept(officer));
                story.add(name + " " + what);
                return true;
            } catch (Problem refused) {
                story.add(name + " " + what + " refused: " + refused.code());
                return false;
            }
        }
    }
}
