package org.sucharit.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.assignment.ConflictOfInterest;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.CaseSummary;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.OpenCase;
import org.sucharit.casefile.ReporterMessage;
import org.sucharit.intake.Correspondence;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.People;
import org.sucharit.organisation.Terms;
import org.sucharit.register.Act;
import org.sucharit.register.Entry;
import org.sucharit.register.Register;
import org.sucharit.vault.Officer;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.CaseClock;
import org.sucharit.workflow.OpenTask;
import org.sucharit.workflow.Workflow;

/**
 * What must hold of every case at every moment, in the order of the list in the description of the processes. Looks
 * into the tables where the modules could hide a fault from it.
 */
@TestComponent
class Always {

    /** Tasks beside the main way of a case. */
    private static final String EXTENSION = "decideExtension";

    private static final String WITHDRAWAL = "decideWithdrawal";
    private static final String PROTECTION = "protectReporter";

    /** Who does the second may not have done the first. */
    private static final Map<Act, Set<Act>> SEPARATED = Map.of(
            Act.SCREENING_CONFIRMED, EnumSet.of(Act.SCREENED),
            Act.OPINION_GIVEN, EnumSet.of(Act.FINDINGS_SUBMITTED),
            Act.DIRECTED, EnumSet.of(Act.FINDINGS_SUBMITTED),
            Act.EXTENSION_DECIDED, EnumSet.of(Act.EXTENSION_REQUESTED),
            Act.GRIEVANCE_CONFIRMED, EnumSet.of(Act.GRIEVANCE_HANDLED));

    private final CaseFiles cases;
    private final Workflow workflow;
    private final Vault vault;
    private final Register register;
    private final Notices notices;
    private final Correspondence correspondence;
    private final ConflictOfInterest conflicts;
    private final People people;
    private final Organisations organisations;
    private final JdbcClient jdbc;
    private final Time time;

    Always(
            CaseFiles cases,
            Workflow workflow,
            Vault vault,
            Register register,
            Notices notices,
            Correspondence correspondence,
            ConflictOfInterest conflicts,
            People people,
            Organisations organisations,
            JdbcClient jdbc,
            Time time) {
        this.cases = cases;
        this.workflow = workflow;
        this.vault = vault;
        this.register = register;
        this.notices = notices;
        this.correspondence = correspondence;
        this.conflicts = conflicts;
        this.people = people;
        this.organisations = organisations;
        this.jdbc = jdbc;
        this.time = time;
    }

    void holds(Walk walk) {
        CaseFile file = cases.file(walk.id());
        List<OpenTask> tasks = workflow.tasksOf(walk.id());
        List<Entry> entries = register.ofCase(walk.id());
        OpenCase open = open(walk);
        oneProcess(file, tasks);
        clockRuns(file);
        nothingForThoseKeptOut(walk, file, tasks, open);
        dutiesAreSeparate(entries);
        stateAndProcessAgree(file, tasks);
        if (!file.state().open()) {
            closedWithAllThatBelongsToIt(walk, file, entries, open);
        }
        firstDueDateStays(file, entries);
        everyTaskHasSomebody(walk.id(), tasks);
        whoReadsItHasReasonTo(file, tasks);
        noVariableHoldsWords(walk);
        numbersAreWhole();
    }

    /** As one of those who may read it sees the case. */
    OpenCase open(Walk walk) {
        PersonId reader = vault.readers(walk.id()).stream().findFirst().orElseThrow();
        return cases.open(walk.town.officer(reader), walk.id());
    }

    /** 1. */
    private void oneProcess(CaseFile file, List<OpenTask> tasks) {
        int running = count("""
                select count(*) from act_ru_execution e join act_re_procdef d on d.id_ = e.proc_def_id_
                where e.parent_id_ is null and e.super_exec_ is null and d.key_ = 'complaint' and e.business_key_ = ?""", file.id());
        if (file.state().open()) {
            assertThat(running).as("processes of an open case").isOne();
            return;
        }
        assertThat(running).as("processes of a closed case").isEqualTo(timers(file.id(), "rebuttalEnded"));
        assertThat(tasks)
                .extracting(OpenTask::step)
                .as("tasks of a closed case")
                .containsOnly(tasks.isEmpty() ? new String[0] : new String[] {PROTECTION});
        assertThat(count(
                        "select count(*) from act_ru_execution where super_exec_ is not null and business_key_ = ?",
                        file.id()))
                .as("called processes of a closed case")
                .isZero();
    }

    /** 2. */
    private void clockRuns(CaseFile file) {
        if (!file.state().open()) {
            return;
        }
        CaseClock clock = workflow.clockOf(file.id()).orElseThrow();
        boolean met = file.metOn().isPresent();
        if (!met) {
            assertThat(clock).as("clock of a case that is not met").isInstanceOf(CaseClock.Ticking.class);
        }
        if (file.state() == CaseState.WITH_MAYOR || file.state() == CaseState.AWAITING_REPLY) {
            assertThat(clock).isInstanceOf(CaseClock.Stopped.class);
        }
        if (clock instanceof CaseClock.Ticking ticking) {
            LocalDate next = Time.dayOf(ticking.nextStrike());
            int pause = terms().escalateEveryDays();
            if (next.isAfter(file.dueOn())) {
                assertThat(ChronoUnit.DAYS.between(file.dueOn(), next) % pause)
                        .as("days past due of the strike on %s", next)
                        .isZero();
                assertThat(next).isBeforeOrEqualTo(time.today().plusDays(pause));
                assertThat(time.today()).isAfterOrEqualTo(file.dueOn());
            }
        }
    }

    /** 3. */
    private void nothingForThoseKeptOut(Walk walk, CaseFile file, List<OpenTask> tasks, OpenCase open) {
        CaseId id = file.id();
        Set<PersonId> keptOut = new HashSet<>(open.keptOut());
        keptOut.addAll(
                conflicts.check(contents(open, Content.Accused.class), reported(open), Set.of()).folios().stream()
                        .filter(one -> one.match() == null) // what is only probable may have been lifted
                        .map(Content.KeptOut::personId)
                        .toList());
        Set<PersonId> holders = vault.holders(id);
        for (PersonId person : keptOut) {
            String name = walk.name(person);
            assertThat(holders).as("holders, and %s is kept out", name).doesNotContain(person);
            assertThat(tasks)
                    .as("tasks, and %s is kept out", name)
                    .noneMatch(task -> task.candidates().contains(person));
            assertThat(jdbc.sql("select count(*) from notice where case_id = ? and person_id = ?")
                            .params(id.value(), person.value())
                            .query(Integer.class)
                            .single())
                    .as("notices to %s", name)
                    .isZero();
            findsNothing(walk.town.officer(person), file);
        }
    }

    private static List<String> reported(OpenCase open) {
        return contents(open, Content.Report.class).stream()
                .flatMap(report -> Stream.of(report.subject(), report.details()))
                .toList();
    }

    private static <T extends Content> List<T> contents(OpenCase open, Class<T> kind) {
        return open.all(kind).stream().map(filed -> filed.content()).toList();
    }

    /** Nobody without an open grant reads, lists, finds or is told of the case, whatever post they are in. */
    void nobodyElseFinds(Walk walk) {
        CaseFile file = cases.file(walk.id());
        Set<PersonId> readers = vault.readers(walk.id());
        Set<PersonId> holders = vault.holders(walk.id());
        for (PersonId person : walk.town.staff.people().values()) {
            if (!readers.contains(person)) {
                findsNothing(walk.town.officer(person), file);
            }
            if (!holders.contains(person)) {
                assertThat(catchThrowableOfType(
                                Problem.class, () -> vault.openToHandOver(walk.town.officer(person), walk.id())))
                        .as("the key of %s", walk.name(person))
                        .isNotNull();
            }
        }
    }

    /** Every list that a person can ask for, and the case itself. */
    private void findsNothing(Officer officer, CaseFile file) {
        CaseId id = file.id();
        PageRequest all = PageRequest.ofSize(500);
        assertThat(cases.heldBy(officer, true, all)).extracting(CaseSummary::id).doesNotContain(id);
        assertThat(cases.numbered(officer, file.number().number(), file.number().year()))
                .extracting(CaseSummary::id)
                .doesNotContain(id);
        assertThat(cases.similar(officer, file.kind(), file.receivedOn(), all))
                .extracting(CaseSummary::id)
                .doesNotContain(id);
        assertThat(notices.unread(officer)).extracting(Notices.View::caseId).doesNotContain(id);
        assertThat(workflow.tasksOf(officer.id(), all))
                .extracting(OpenTask::caseId)
                .doesNotContain(id);
        Problem hidden = catchThrowableOfType(Problem.class, () -> cases.open(officer, id));
        Problem absent = catchThrowableOfType(Problem.class, () -> cases.open(officer, CaseId.random()));
        assertThat(hidden)
                .usingRecursiveComparison()
                .ignoringFields("stackTrace")
                .isEqualTo(absent);
    }

    /** 4. */
    private static void dutiesAreSeparate(List<Entry> entries) {
        Map<Act, PersonId> last = new EnumMap<>(Act.class);
        for (Entry entry : entries) {
            entry.doneBy().ifPresent(person -> {
                for (Act other : SEPARATED.getOrDefault(entry.act(), Set.of())) {
                    assertThat(person).as("%s after %s", entry.act(), other).isNotEqualTo(last.get(other));
                }
                last.put(entry.act(), person);
            });
        }
    }

    /** 5. */
    private void stateAndProcessAgree(CaseFile file, List<OpenTask> tasks) {
        CaseId id = file.id();
        assertThat(tasks.stream()
                        .map(OpenTask::step)
                        .filter(step -> CaseState.at(step).isPresent()))
                .as("the main task in state %s", file.state())
                .isEqualTo(file.state().step().stream().toList());
        boolean awaits = file.state() == CaseState.AWAITING_INFORMATION;
        assertThat(timers(id, "answerTermEnded")).isEqualTo(awaits ? 1 : 0);
        assertThat(subscriptions(id, "reporterAnswered")).isEqualTo(awaits ? 1 : 0);
        assertThat(tasks.stream().filter(task -> task.step().equals(EXTENSION)))
                .hasSize(file.extensionAskedBy().isPresent() ? 1 : 0);
        assertThat(tasks.stream()
                        .map(OpenTask::step)
                        .filter(step -> CaseState.at(step).isEmpty()))
                .isSubsetOf(EXTENSION, WITHDRAWAL, PROTECTION);
        if (file.state() == CaseState.NOTIFYING || file.state() == CaseState.CLOSED) {
            assertThat(tasks).noneMatch(task -> task.step().equals(WITHDRAWAL));
        }
    }

    /** 6. */
    private void closedWithAllThatBelongsToIt(Walk walk, CaseFile file, List<Entry> entries, OpenCase open) {
        assertThat(file.outcome()).isPresent();
        assertThat(file.closedOn()).isPresent();
        assertThat(file.metOn()).isPresent();
        Content.Notified told = open.thisRound(Content.Notified.class).getLast().content();
        assertThat(told.text()).isNotBlank();
        Entry closed = last(entries, Act.CLOSED).orElseThrow();
        assertThat(closed.detail()).isEqualTo(file.outcome().orElseThrow().name());
        assertThat(last(entries, Act.REPORTER_NOTIFIED).orElseThrow().actor()).isNotNull();
        walk.receipt()
                .ifPresent(receipt -> assertThat(correspondence.messages(receipt))
                        .extracting(ReporterMessage::text)
                        .contains(told.text()));
    }

    /** 7. The register tells which date was counted when the complaint was received. */
    private static void firstDueDateStays(CaseFile file, List<Entry> entries) {
        assertThat(entries.getFirst().act()).isEqualTo(Act.RECEIVED);
        assertThat(file.firstDueOn()).hasToString(entries.getFirst().detail());
        assertThat(file.dueOn()).isAfterOrEqualTo(file.firstDueOn());
    }

    /** 8. */
    private void everyTaskHasSomebody(CaseId id, List<OpenTask> tasks) {
        Set<PersonId> readers = vault.readers(id);
        for (OpenTask task : tasks) {
            assertThat(task.candidates()).as("candidates of %s", task.step()).isNotEmpty();
            assertThat(readers).as("readers").containsAll(task.candidates());
            assertThat(task.candidates()).allMatch(person -> people.get(person).active());
        }
    }

    /** Need to know: a task, the inquiry, the keeping of the case, or an escalation that is not over. */
    private void whoReadsItHasReasonTo(CaseFile file, List<OpenTask> tasks) {
        vault.grounds(file.id()).forEach((person, ground) -> {
            boolean works = tasks.stream().anyMatch(task -> task.candidates().contains(person));
            boolean has = works
                    || switch (ground) {
                        case STEP -> false;
                        case ESCALATION ->
                            file.metOn().isEmpty() && file.state().open();
                        case INQUIRY ->
                            file.state().open()
                                    && (file.investigator().equals(Optional.of(person))
                                            || file.handler().equals(Optional.of(person))
                                            || inCommittee(file.id(), person));
                        case KEEPER ->
                            file.screening().isPresent() || file.outcome().isPresent() || file.round() > 1;
                    };
            assertThat(has).as("why %s reads the case: %s", person, ground).isTrue();
        });
    }

    private boolean inCommittee(CaseId id, PersonId person) {
        return jdbc.sql("select count(*) from case_committee where case_id = ? and person_id = ?")
                        .params(id.value(), person.value())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    /** 9. */
    private void noVariableHoldsWords(Walk walk) {
        List<String> values = jdbc.sql("""
                        select v.text_, v.text2_, b.bytes_ from act_ru_variable v
                        join act_ru_execution e on e.id_ = v.proc_inst_id_
                        left join act_ge_bytearray b on b.id_ = v.bytearray_id_
                        where e.business_key_ = ?""")
                .param(walk.id().toString())
                .query((row, n) -> row.getString("text_") + "\n" + row.getString("text2_") + "\n"
                        + Optional.ofNullable(row.getBytes("bytes_"))
                                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                                .orElse(""))
                .list();
        if (cases.file(walk.id()).state().open()) {
            assertThat(values)
                    .as("variables")
                    .anyMatch(value -> value.contains(walk.id().toString()));
        }
        for (String value : values) {
            assertThat(walk.said()).noneMatch(value::contains);
            assertThat(value).doesNotContain("ทดสอบ"); // the surname of everybody in town
        }
    }

    /** 10. */
    private void numbersAreWhole() {
        record Series(String name, int year, int count, int first, int last) {}
        List<Series> series = jdbc.sql("""
                        select series, number_year, count(*) as n, min(number) as first_number, max(number) as last_number
                        from case_file where organisation_id = ? group by series, number_year""")
                .param(CurrentOrganisation.get().value())
                .query((row, n) -> new Series(
                        row.getString("series"),
                        row.getInt("number_year"),
                        row.getInt("n"),
                        row.getInt("first_number"),
                        row.getInt("last_number")))
                .list();
        for (Series one : series) {
            assertThat(one.first()).isOne();
            assertThat(one.last()).isEqualTo(one.count());
            assertThat(jdbc.sql("""
                                    select last_number from number_series
                                    where organisation_id = ? and series = ? and series_year = ?""")
                            .params(CurrentOrganisation.get().value(), "complaint-" + one.name(), one.year())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(one.last());
        }
    }

    /** Reads the whole register of the current organisation, so it is asked once for many steps. */
    void registerIsWhole() {
        assertThat(register.firstFault()).as("first fault of the register").isEmpty();
    }

    /** How often the register tells of an act on a case. */
    long acts(CaseId id, Act act) {
        return register.ofCase(id).stream().filter(entry -> entry.act() == act).count();
    }

    private Terms terms() {
        return organisations.current().settings().terms();
    }

    private static Optional<Entry> last(List<Entry> entries, Act act) {
        return entries.stream().filter(entry -> entry.act() == act).reduce((first, second) -> second);
    }

    private int timers(CaseId id, String element) {
        return count(
                "select count(*) from act_ru_timer_job j join act_ru_execution e on e.id_ = j.process_instance_id_"
                        + " where e.business_key_ = ? and j.element_id_ = ?",
                id,
                element);
    }

    private int subscriptions(CaseId id, String event) {
        return count(
                "select count(*) from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_"
                        + " where e.business_key_ = ? and s.event_name_ = ?",
                id,
                event);
    }

    private int count(String sql, Object... parameters) {
        return jdbc.sql(sql)
                .params(List.of(parameters).stream().map(Object::toString).toList())
                .query(Integer.class)
                .single();
    }
}
