package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.sucharit.assignment.Matches;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Directive;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.Outcome;
import org.sucharit.casefile.ScreeningOutcome;
import org.sucharit.casefile.Upload;
import org.sucharit.document.DocumentKind;
import org.sucharit.intake.DecideScreening;
import org.sucharit.intake.Registered;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.testing.Town;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Receipt;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.TaskId;

/**
 * One case on its way. Each step finds its task, lets one of its candidates do it, and holds {@link Always} after it,
 * so that a test reads like the process.
 */
class Walk {

    private static final AtomicInteger WORDS = new AtomicInteger();

    final Town.Founded town;
    private final Walks modules;
    private final Set<String> said = new HashSet<>();
    private CaseId id = CaseId.random();
    private Optional<Receipt> receipt = Optional.empty();

    Walk(Walks modules, Town.Founded town) {
        this.modules = modules;
        this.town = town;
    }

    Walk begin(Registered registered) {
        id = registered.caseId();
        receipt = registered.forReporter();
        return this;
    }

    CaseId id() {
        return id;
    }

    /** Of the reporter, where the channel gives one. */
    Optional<Receipt> receipt() {
        return receipt;
    }

    CaseFile file() {
        return town.in(() -> modules.cases.file(id));
    }

    /** Words that nobody wrote before; {@link Always} looks for them where they must not be. */
    String say() {
        String words = "ถ้อยคำของคน " + WORDS.incrementAndGet();
        said.add(words);
        return words;
    }

    Set<String> said() {
        return said;
    }

    /** Holds everything that must always be true. */
    Walk hold() {
        town.run(() -> modules.always.holds(this));
        return this;
    }

    // Screening

    Walk screen(ScreeningOutcome outcome, String... accused) {
        return screen(outcome, null, accused);
    }

    Walk screen(ScreeningOutcome outcome, Walk into, String... accused) {
        DecideScreening command = decision(outcome, into, accused);
        return step("screenComplaint", (officer, task) -> modules.screening.decide(officer, task, command));
    }

    DecideScreening decision(ScreeningOutcome outcome, Walk into, String... accused) {
        return new DecideScreening(
                outcome,
                outcome == ScreeningOutcome.NO_ACTION ? DecideScreening.Ground.BEFORE_COURT : null,
                say(),
                outcome == ScreeningOutcome.REFERRED ? say() : null,
                into == null ? null : into.id,
                Stream.of(accused)
                        .map(name -> Walks.accused(town.staff.person(name)))
                        .toList());
    }

    /** Whoever has this step judges somebody who may be meant. */
    Walk judge(String step, String person, boolean accused) {
        Matches.Verdict verdict = new Matches.Verdict(town.staff.person(person), accused, accused ? "" : say());
        return step(step, (officer, task) -> modules.matches.judge(officer, id, verdict));
    }

    /** Those who may be meant and whom nobody has judged. */
    Set<String> unjudged() {
        return names(town.in(() -> modules.matches.unjudged(open()).stream()
                .map(Matches.Match::person)
                .collect(Collectors.toSet())));
    }

    Walk confirmScreening(boolean agreed) {
        return step("confirmScreening", (officer, task) -> modules.screening.confirm(officer, task, agreed, say()));
    }

    // Inquiry

    Walk assign(String investigator, String... members) {
        Content.Assignment assignment = assignment(investigator, members);
        return step("assignInvestigator", (officer, task) -> modules.assignments.assign(officer, task, assignment));
    }

    Content.Assignment assignment(String investigator, String... members) {
        return new Content.Assignment(
                town.staff.person(investigator),
                Stream.of(members)
                        .map(name ->
                                new Content.Assignment.Member(town.staff.person(name), Content.Assignment.Role.MEMBER))
                        .toList(),
                say());
    }

    Walk accept() {
        return step("acceptAssignment", modules.assignments::accept);
    }

    Walk stepAside() {
        return step("acceptAssignment", (officer, task) -> modules.assignments.stepAside(officer, task, say()));
    }

    /** From registered to under investigation. */
    Walk toInvestigation(String investigator) {
        return screen(ScreeningOutcome.ACCEPTED_INQUIRY).assign(investigator).accept();
    }

    Walk accuse(String name) {
        return step(
                "investigate",
                (officer, task) -> modules.investigations.accuse(officer, id, Walks.accused(town.staff.person(name))));
    }

    /** Asks for this many days more. */
    Walk askExtension(int days) {
        return step(
                "investigate",
                (officer, task) -> modules.investigations.askExtension(
                        officer, task, file().dueOn().plusDays(days), say()));
    }

    Walk decideExtension(boolean granted, int days) {
        return step(
                "decideExtension",
                (officer, task) -> modules.decisions.decideExtension(
                        officer, task, granted, file().dueOn().plusDays(days), say()));
    }

    Walk conclude() {
        return step("investigate", (officer, task) -> modules.investigations.conclude(officer, task, findings()));
    }

    Content.Findings findings() {
        return new Content.Findings(Content.Findings.Result.SUBSTANTIATED, say(), say(), say());
    }

    Walk opinion(Content.Opinion.View view) {
        return step("giveOpinion", (officer, task) -> modules.endorsements.giveOpinion(officer, task, view, say()));
    }

    /** Every post that is asked agrees. */
    Walk endorse() {
        while (!tasks("giveOpinion").isEmpty()) {
            opinion(Content.Opinion.View.AGREE);
        }
        return this;
    }

    Walk direct(Directive directive) {
        return step("mayorDirective", (officer, task) -> modules.decisions.direct(officer, task, directive, say()));
    }

    Walk measuresDone() {
        return step("carryOutMeasures", (officer, task) -> modules.decisions.measuresDone(officer, task, say()));
    }

    // Grievance

    Walk assignDivision(String handler) {
        return step(
                "assignDivision",
                (officer, task) -> modules.grievances.assign(officer, task, town.staff.person(handler), say()));
    }

    Walk handled() {
        return step("handleGrievance", (officer, task) -> modules.grievances.handled(officer, task, say()));
    }

    Walk confirmDone(boolean agreed) {
        return step("confirmDone", (officer, task) -> modules.grievances.confirm(officer, task, agreed, say()));
    }

    // Outside

    Walk prepareReferral() {
        return step("prepareReferral", (officer, task) -> modules.referrals.prepare(officer, task, say(), say()));
    }

    Walk sent() {
        return step(
                "recordSent",
                (officer, task) -> modules.referrals.sent(officer, task, say(), modules.time.today(), say()));
    }

    Walk reply() {
        return step(
                "recordReply", (officer, task) -> modules.referrals.reply(officer, task, modules.time.today(), say()));
    }

    // The reporter

    Walk answer() {
        return reports(held -> modules.correspondence.receive(held, say(), List.of()));
    }

    Walk withdraw() {
        return reports(held -> modules.correspondence.withdraw(held, say()));
    }

    Walk decideWithdrawal(boolean goesOn) {
        return step(
                "decideWithdrawal",
                (officer, task) -> modules.reporters.decideWithdrawal(officer, task, goesOn, say()));
    }

    Walk reportReprisal() {
        return reports(held -> modules.correspondence.reportReprisal(held, say()));
    }

    Walk protect() {
        return step("protectReporter", (officer, task) -> modules.reporters.protect(officer, task, say()));
    }

    private Walk reports(java.util.function.Consumer<Receipt> doing) {
        town.run(() -> doing.accept(receipt.orElseThrow()));
        return hold();
    }

    // The end

    Walk notifyReporter() {
        return step("notifyReporter", (officer, task) -> modules.closing.notifyReporter(officer, task, say(), say()));
    }

    Walk reopen(String officer) {
        town.run(() -> modules.closing.reopen(town.officer(officer), id, say()));
        return hold();
    }

    Walk closedWith(Outcome outcome) {
        assertThat(file().state()).isEqualTo(CaseState.CLOSED);
        assertThat(file().outcome()).contains(outcome);
        return this;
    }

    // What is in the file

    OpenCase open() {
        return modules.always.open(this);
    }

    /** The names of those for whom the case must not exist. */
    Set<String> keptOut() {
        return names(town.in(() -> open().keptOut()));
    }

    /** The papers of one kind, oldest first, in the clear. */
    List<Upload> papers(DocumentKind kind) {
        return town.in(() -> {
            OpenCase open = open();
            return open.files().stream()
                    .filter(file -> file.document() == kind)
                    .map(file -> file.tellsReporter() ? open.forLetter().read(file.id()) : open.read(file.id()))
                    .toList();
        });
    }

    /** What the latest paper of a kind says, without its spaces and line breaks. */
    String text(DocumentKind kind) {
        try (PDDocument pdf = Loader.loadPDF(papers(kind).getLast().bytes())) {
            return new PDFTextStripper().getText(pdf).replaceAll("\\s", "");
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    // What waits

    /** Exactly these tasks wait. */
    Walk waitsFor(String... steps) {
        assertThat(tasks()).extracting(OpenTask::step).containsExactlyInAnyOrder(steps);
        return this;
    }

    /** These people, and nobody else, may do the step that waits. */
    Walk fallsTo(String step, String... names) {
        assertThat(names(task(step).candidates())).containsExactlyInAnyOrder(names);
        return this;
    }

    Set<String> names(Set<PersonId> people) {
        return people.stream().map(this::name).collect(Collectors.toSet());
    }

    String name(PersonId person) {
        return town.staff.people().entrySet().stream()
                .filter(entry -> entry.getValue().equals(person))
                .findFirst()
                .orElseThrow()
                .getKey();
    }

    List<OpenTask> tasks() {
        return town.in(() -> modules.workflow.tasksOf(id));
    }

    private List<OpenTask> tasks(String step) {
        return tasks().stream().filter(task -> task.step().equals(step)).toList();
    }

    OpenTask task(String step) {
        List<OpenTask> found = tasks(step);
        assertThat(found).as("%s among %s", step, tasks()).isNotEmpty();
        return found.getFirst();
    }

    private Walk step(String step, BiConsumer<Officer, TaskId> doing) {
        OpenTask task = task(step);
        Officer officer = town.officer(
                task.candidates().stream().min(Comparator.comparing(this::name)).orElseThrow());
        town.run(() -> doing.accept(officer, task.id()));
        return hold();
    }
}
