package org.sucharit.deadline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseFile;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Kind;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.Holidays;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.Terms;

/**
 * The days that count in a case, by the settings and the calendar of the current organisation. The processes ask it
 * for the dates of their timers and tasks by the name {@code deadlines}.
 */
@Component("deadlines")
@Transactional(readOnly = true)
public class Deadlines {

    /** A task is due at the close of the office. */
    private static final LocalTime CLOSE = LocalTime.of(16, 30);

    private final CaseFiles cases;
    private final Organisations organisations;
    private final Holidays holidays;
    private final Time time;

    Deadlines(CaseFiles cases, Organisations organisations, Holidays holidays, Time time) {
        this.cases = cases;
        this.organisations = organisations;
        this.holidays = holidays;
        this.time = time;
    }

    /** The due date of what is received on a day: 60 days for what goes the confidential way, 30 for a grievance. */
    public DueDate due(Kind kind, LocalDate receivedOn) {
        Terms terms = terms();
        int days = kind.confidential() ? terms.reportDays() : terms.grievanceDays();
        return DueDate.of(receivedOn, days, terms.dueDayRule(), calendar());
    }

    public DueDate of(CaseFile file) {
        return DueDate.kept(file.receivedOn(), file.firstDueOn(), file.dueOn(), calendar());
    }

    /** Asks for the holidays of a month together, because a calendar is asked for day after day. */
    public WorkingCalendar calendar() {
        Map<YearMonth, Set<LocalDate>> months = new HashMap<>();
        return new WorkingCalendar(day ->
                months.computeIfAbsent(YearMonth.from(day), this::holidaysOf).contains(day));
    }

    private Set<LocalDate> holidaysOf(YearMonth month) {
        return holidays.between(month.atDay(1), month.atEndOfMonth()).keySet();
    }

    // Asked by the processes

    /** When the clock of the case strikes next; in the past where a strike was missed. */
    public Instant nextStrike(String caseId) {
        CaseFile file = cases.file(CaseId.of(caseId));
        Clockwork clockwork = clockwork(file);
        LocalDate last = lastStruck(file);
        LocalDate today = time.today();
        return clockwork
                .owed(last, today)
                .orElseGet(() -> clockwork.nextAfter(last.isAfter(today) ? last : today))
                .at();
    }

    /** What the clock strikes now: the severest of what is owed. All strikes up to today are then done with. */
    @Transactional
    public String strike(String caseId) {
        CaseFile file = cases.file(CaseId.of(caseId));
        LocalDate today = time.today();
        String kind = clockwork(file)
                .owed(lastStruck(file), today)
                .map(strike -> strike.kind().name())
                .orElse("NOTHING");
        file.struck(today);
        return kind;
    }

    /** When the reporter's time to answer a question of the screening ends. */
    public Instant answerTerm(String caseId) {
        return closeOf(time.today().plusDays(terms().answerDays()));
    }

    /** When a closed case is closed for good. */
    public Instant rebuttalEnds(String caseId) {
        return closeOf(time.today().plusDays(terms().rebuttalDays()));
    }

    /** When a task that opens now is due. */
    public Instant taskDue(String caseId, String step) {
        CaseFile file = cases.file(CaseId.of(caseId));
        Terms terms = terms();
        LocalDate today = time.today();
        return closeOf(
                switch (step) {
                    case "screenComplaint", "confirmScreening", "confirmDone", "decideWithdrawal" ->
                        workingDays(terms.screenWorkingDays());
                    case "assignInvestigator", "acceptAssignment", "assignDivision" ->
                        workingDays(terms.assignWorkingDays());
                    case "giveOpinion", "mayorDirective", "decideExtension" ->
                        workingDays(terms.vacantPostWorkingDays());
                    case "protectReporter" -> workingDays(1);
                    case "notifyReporter" -> today.plusDays(terms.acknowledgeDays());
                    case "recordReply" -> today.plusDays(terms.referralFollowUpDays());
                    case "carryOutMeasures" -> today.plusDays(terms.grievanceDays());
                    case "investigate", "handleGrievance", "prepareReferral", "recordSent" -> of(file).workingTarget();
                    default -> throw new IllegalArgumentException("A step without a term: " + step);
                });
    }

    private LocalDate workingDays(int days) {
        return calendar().after(time.today(), days);
    }

    private Clockwork clockwork(CaseFile file) {
        return new Clockwork(of(file), terms(), calendar());
    }

    private static LocalDate lastStruck(CaseFile file) {
        return file.struckOn().orElse(file.receivedOn());
    }

    private Terms terms() {
        return organisations.current().settings().terms();
    }

    private static Instant closeOf(LocalDate day) {
        return day.atTime(CLOSE).atZone(Time.BANGKOK).toInstant();
    }
}
