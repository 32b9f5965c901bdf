package org.sucharit.casefile;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.PreRemove;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.annotations.TenantId;
import org.jspecify.annotations.Nullable;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Problem;
import org.sucharit.vault.Sealed;

/**
 * What is true of one case, as far as it may be known without its key: kind, channel, dates, state, outcome. What it
 * says is in its sealed folios. Each method refuses what the case's state or the separation of duties does not allow.
 */
@Entity
@Table(name = "case_file")
public class CaseFile {

    private static final Sealed NOTHING = new Sealed(new byte[0]);

    @Id
    private UUID id;

    @TenantId
    private UUID organisationId;

    @Version
    private int version;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String channel;

    @Enumerated(EnumType.STRING)
    private Reporter.Mode reporterMode;

    @Enumerated(EnumType.STRING)
    private RegisterNumber.Series series;

    private @Nullable Integer number;
    private @Nullable Integer numberYear;
    private LocalDate receivedOn;
    private Instant enteredAt;
    private @Nullable UUID enteredBy;

    @Enumerated(EnumType.STRING)
    private CaseState state;

    private Instant stateSince;

    @Enumerated(EnumType.STRING)
    private Route route;

    private int round;
    private LocalDate firstDueOn;
    private LocalDate dueOn;
    private @Nullable LocalDate metOn;
    private @Nullable LocalDate decidedOn;
    private @Nullable LocalDate closedOn;

    @Enumerated(EnumType.STRING)
    private @Nullable Outcome outcome;

    @Enumerated(EnumType.STRING)
    private @Nullable ScreeningOutcome screening;

    private @Nullable UUID screenedBy;
    private @Nullable UUID investigatorId;

    @ElementCollection
    @CollectionTable(name = "case_committee", joinColumns = @JoinColumn(name = "case_id"))
    @Column(name = "person_id")
    private Set<UUID> committee = new HashSet<>();

    private @Nullable UUID handlerId;
    private @Nullable UUID extensionAskedBy;
    private @Nullable LocalDate struckOn;
    private boolean protectionAsked;
    private boolean reprisalReported;
    private Sealed sealedSubject;

    @Embedded
    private Keeping keeping = new Keeping();

    @SuppressWarnings("NullAway.Init") // JPA
    protected CaseFile() {}

    @SuppressWarnings("NullAway.Init") // the tenant is filled in by Hibernate, the number just before the end
    CaseFile(BeginCase command, Route route, Sealed subject, Instant now) {
        this.id = command.id().value();
        this.kind = command.kind();
        this.channel = command.channel();
        this.reporterMode = command.reporter().mode();
        this.series = kind.confidential() ? RegisterNumber.Series.SECRET : RegisterNumber.Series.GENERAL;
        this.receivedOn = command.receivedOn();
        this.enteredAt = now;
        this.enteredBy =
                command.enteredBy() == null ? null : command.enteredBy().value();
        this.state = CaseState.SCREENING;
        this.stateSince = now;
        this.route = route;
        this.round = 1;
        this.firstDueOn = command.dueOn();
        this.dueOn = command.dueOn();
        this.protectionAsked = command.protectionAsked();
        this.sealedSubject = subject;
    }

    void number(int number, int year) {
        this.number = number;
        this.numberYear = year;
    }

    // Where it stands

    /** The process has come to another step. */
    public void standsAt(CaseState next, Instant now) {
        if (next != state) {
            state = next;
            stateSince = now;
        }
    }

    private void require(CaseState... allowed) {
        for (CaseState one : allowed) {
            if (state == one) {
                return;
            }
        }
        throw Problem.conflict("case.state");
    }

    // Screening

    /** @param by the screener, who may not confirm the same decision later */
    public void screen(PersonId by, ScreeningOutcome decided, Instant now) {
        require(CaseState.SCREENING);
        screening = decided;
        screenedBy = by.value();
        if (decided == ScreeningOutcome.NEEDS_INFORMATION) {
            standsAt(CaseState.AWAITING_INFORMATION, now);
        }
        if (decided == ScreeningOutcome.MERGED) {
            outcome = Outcome.MERGED;
        }
    }

    public void confirmScreening(PersonId by, boolean agreed) {
        require(CaseState.CONFIRMING_SCREENING);
        if (by.value().equals(screenedBy)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "case.ownScreening");
        }
        if (agreed) {
            outcome = screening == ScreeningOutcome.REFERRED ? Outcome.REFERRED : Outcome.NO_ACTION;
        }
    }

    /** The accused are other than was known: the way changes with them. */
    public void reroute(Route route) {
        this.route = route;
    }

    // Inquiry

    /** @param others who inquire together with the investigator, who then is the chair of a committee */
    public void assign(PersonId investigator, Set<PersonId> others) {
        require(CaseState.ASSIGNING);
        this.investigatorId = investigator.value();
        committee.clear();
        others.forEach(member -> committee.add(member.value()));
    }

    /** Does nothing where the person is not in the committee. */
    public void leaveCommittee(PersonId member) {
        committee.remove(member.value());
    }

    public void stepAside(PersonId by) {
        require(CaseState.ACCEPTING);
        if (!by.value().equals(investigatorId)) {
            throw Problem.conflict("case.state");
        }
        investigatorId = null;
    }

    /** The inquiry is left unfinished, and with it a request for more time. */
    public void leaveInquiry() {
        investigatorId = null;
        extensionAskedBy = null;
    }

    public void submitFindings(PersonId by) {
        require(CaseState.INVESTIGATING);
        if (!by.value().equals(investigatorId)) {
            throw Problem.conflict("case.state");
        }
    }

    /** The 60 days are kept on the first of these days; a later round does not move it. */
    public void meetDueDate(LocalDate on) {
        if (metOn == null) {
            metOn = on;
        }
    }

    /** @param by may not be one of the authors of the findings */
    public void direct(PersonId by, Directive directive, LocalDate on) {
        mayDirect(by);
        if (directive != Directive.RETURNED) {
            decidedOn = on;
            outcome = Outcome.valueOf(directive.name());
        }
    }

    /** @throws Problem where {@link #direct} would, and changes nothing */
    public void mayDirect(PersonId by) {
        require(CaseState.WITH_MAYOR);
        if (inquires(by)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "case.ownFindings");
        }
    }

    // Extension

    /** @param until after the present due date; one request at a time, asked before the due day */
    public void askExtension(PersonId by, LocalDate until, LocalDate today) {
        mayAskExtension(until, today);
        extensionAskedBy = by.value();
    }

    /** @throws Problem where {@link #askExtension} would, and changes nothing */
    public void mayAskExtension(LocalDate until, LocalDate today) {
        require(CaseState.INVESTIGATING);
        if (extensionAskedBy != null) {
            throw Problem.conflict("extension.pending");
        }
        if (!today.isBefore(dueOn)) {
            throw Problem.invalid("until", "extension.tooLate");
        }
        if (!until.isAfter(dueOn)) {
            throw Problem.invalid("until", "extension.notLater");
        }
    }

    /** The first due date stays as it was; an extension only adds a later one. */
    public void decideExtension(PersonId by, @Nullable LocalDate granted) {
        mayDecideExtension(by, granted);
        if (granted != null) {
            dueOn = granted;
        }
        extensionAskedBy = null;
    }

    /** @throws Problem where {@link #decideExtension} would, and changes nothing */
    public void mayDecideExtension(PersonId by, @Nullable LocalDate granted) {
        if (extensionAskedBy == null) {
            throw Problem.conflict("case.state");
        }
        if (by.value().equals(extensionAskedBy) || inquires(by)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "extension.own");
        }
        if (granted != null && !granted.isAfter(dueOn)) {
            throw Problem.invalid("until", "extension.notLater");
        }
    }

    /** The clock has struck for this day and all before it. */
    public void struck(LocalDate day) {
        struckOn = day;
    }

    // Grievance

    public void assignDivision(PersonId officer) {
        require(CaseState.ASSIGNING_DIVISION);
        handlerId = officer.value();
    }

    /** @param by answers for the work from now on */
    public void handled(PersonId by) {
        require(CaseState.HANDLING);
        handlerId = by.value();
    }

    public void confirmDone(PersonId by, boolean agreed) {
        require(CaseState.CONFIRMING_DONE);
        if (by.value().equals(handlerId)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "case.ownWork");
        }
        if (agreed) {
            outcome = Outcome.GRIEVANCE_RESOLVED;
        }
    }

    // Outside

    /** The case goes to an outside authority; what it had come to inside is kept where there was something. */
    public void refer() {
        require(CaseState.PREPARING_REFERRAL);
        if (outcome == null) {
            outcome = Outcome.REFERRED;
        }
    }

    // From and about the reporter

    public void withdrawn() {
        extensionAskedBy = null;
        outcome = Outcome.WITHDRAWN;
    }

    public void reportReprisal() {
        reprisalReported = true;
    }

    // The end

    /**
     * @param keptYears for which it is kept from now on, at the least
     * @throws Problem conflict, where nothing was decided yet
     */
    public void close(LocalDate on, int keptYears, Instant now) {
        require(CaseState.NOTIFYING);
        if (outcome == null) {
            throw Problem.conflict("case.noOutcome");
        }
        closedOn = on;
        keeping.closing(keptYears);
        standsAt(CaseState.CLOSED, now);
    }

    /**
     * A new round of the same case, with a due date of its own; the first due date stays as it was.
     *
     * @param due not taken where it is before the first due date, as it can be once the term was shortened
     */
    public void reopen(LocalDate due, Instant now) {
        require(CaseState.CLOSED);
        round++;
        dueOn = due.isBefore(firstDueOn) ? firstDueOn : due;
        metOn = null;
        decidedOn = null;
        closedOn = null;
        outcome = null;
        screening = null;
        screenedBy = null;
        investigatorId = null;
        handlerId = null;
        extensionAskedBy = null;
        struckOn = null;
        keeping.dropPurge();
        standsAt(CaseState.SCREENING, now);
    }

    /**
     * What is left of a case whose content and keys are destroyed: number, kind, channel, dates and outcome, so that
     * its number is never missing and every figure stays. Who worked on it stands in the register; the way that it
     * took, which would tell who was accused, goes too.
     */
    void becomeTombstone(LocalDate on, Instant now) {
        require(CaseState.CLOSED);
        keeping.purged(on);
        sealedSubject = NOTHING;
        route = Route.ORDINARY;
        committee.clear();
        enteredBy = null;
        screenedBy = null;
        investigatorId = null;
        handlerId = null;
        extensionAskedBy = null;
        standsAt(CaseState.PURGED, now);
    }

    /** A number given out is never missing: not even the mapping lets go of a case. */
    @PreRemove
    void staysForGood() {
        throw new IllegalStateException("A case file is never deleted");
    }

    // What may be known

    public CaseId id() {
        return new CaseId(id);
    }

    public Kind kind() {
        return kind;
    }

    /** The code of the channel by which it came. */
    public String channel() {
        return channel;
    }

    public Reporter.Mode reporterMode() {
        return reporterMode;
    }

    /** @throws IllegalStateException within the transaction that opens the case, before its end */
    public RegisterNumber number() {
        if (number == null || numberYear == null) {
            throw new IllegalStateException("No number yet");
        }
        return new RegisterNumber(series, number, numberYear);
    }

    public LocalDate receivedOn() {
        return receivedOn;
    }

    public Instant enteredAt() {
        return enteredAt;
    }

    public Optional<PersonId> enteredBy() {
        return Optional.ofNullable(enteredBy).map(PersonId::new);
    }

    public CaseState state() {
        return state;
    }

    public Instant stateSince() {
        return stateSince;
    }

    public Route route() {
        return route;
    }

    public int round() {
        return round;
    }

    /** The due date as counted from receipt. It never changes. */
    public LocalDate firstDueOn() {
        return firstDueOn;
    }

    /** The due date in force. */
    public LocalDate dueOn() {
        return dueOn;
    }

    /** The day the memo was laid before the mayor, or the referral left, in this round. */
    public Optional<LocalDate> metOn() {
        return Optional.ofNullable(metOn);
    }

    public Optional<LocalDate> decidedOn() {
        return Optional.ofNullable(decidedOn);
    }

    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    public Optional<Outcome> outcome() {
        return Optional.ofNullable(outcome);
    }

    public Optional<ScreeningOutcome> screening() {
        return Optional.ofNullable(screening);
    }

    public Optional<PersonId> screenedBy() {
        return Optional.ofNullable(screenedBy).map(PersonId::new);
    }

    public Optional<PersonId> investigator() {
        return Optional.ofNullable(investigatorId).map(PersonId::new);
    }

    /** Those who inquire together with the investigator; nobody where one officer does. */
    public Set<PersonId> committee() {
        return committee.stream().map(PersonId::new).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the findings are, or will be, this person's own. */
    public boolean inquires(PersonId person) {
        return person.value().equals(investigatorId) || committee.contains(person.value());
    }

    public Optional<PersonId> handler() {
        return Optional.ofNullable(handlerId).map(PersonId::new);
    }

    public Optional<PersonId> extensionAskedBy() {
        return Optional.ofNullable(extensionAskedBy).map(PersonId::new);
    }

    public Optional<LocalDate> struckOn() {
        return Optional.ofNullable(struckOn);
    }

    public boolean protectionAsked() {
        return protectionAsked;
    }

    public boolean reprisalReported() {
        return reprisalReported;
    }

    /** What holds of keeping it and destroying it. */
    public Keeping keeping() {
        return keeping;
    }

    void reseal(Sealed subject) {
        sealedSubject = subject;
    }

    Sealed sealedSubject() {
        return sealedSubject;
    }
}
