package org.sucharit.processes;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;
import org.sucharit.assignment.Assignments;
import org.sucharit.assignment.Matches;
import org.sucharit.assignment.Relations;
import org.sucharit.casefile.CaseFiles;
import org.sucharit.casefile.Content;
import org.sucharit.casefile.Kind;
import org.sucharit.casefile.Reporter;
import org.sucharit.decision.Closing;
import org.sucharit.decision.Decisions;
import org.sucharit.decision.Endorsements;
import org.sucharit.decision.Referrals;
import org.sucharit.decision.Reporters;
import org.sucharit.intake.Correspondence;
import org.sucharit.intake.Intake;
import org.sucharit.intake.Particular;
import org.sucharit.intake.RegisterComplaint;
import org.sucharit.intake.Registered;
import org.sucharit.intake.Screening;
import org.sucharit.investigation.Grievances;
import org.sucharit.investigation.Investigations;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.testing.Town;
import org.sucharit.vault.Vault;
import org.sucharit.workflow.Workflow;

/** The real modules, and the start of every {@link Walk} through them. */
@TestComponent
class Walks {

    final Intake intake;
    final Screening screening;
    final Correspondence correspondence;
    final Assignments assignments;
    final Investigations investigations;
    final Grievances grievances;
    final Endorsements endorsements;
    final Decisions decisions;
    final Referrals referrals;
    final Reporters reporters;
    final Closing closing;
    final Matches matches;
    final Vault vault;
    final Relations relations;
    final CaseFiles cases;
    final Workflow workflow;
    final Always always;
    final Time time;

    /** Where cases went their way since {@link #registersAreWhole} was asked. */
    private final Set<Town.Founded> walked = new HashSet<>();

    Walks(
            Intake intake,
            Screening screening,
            Correspondence correspondence,
            Assignments assignments,
            Investigations investigations,
            Grievances grievances,
            Endorsements endorsements,
            Decisions decisions,
            Referrals referrals,
            Reporters reporters,
            Closing closing,
            Matches matches,
            Vault vault,
            Relations relations,
            CaseFiles cases,
            Workflow workflow,
            Always always,
            Time time) {
        this.intake = intake;
        this.screening = screening;
        this.correspondence = correspondence;
        this.assignments = assignments;
        this.investigations = investigations;
        this.grievances = grievances;
        this.endorsements = endorsements;
        this.decisions = decisions;
        this.referrals = referrals;
        this.reporters = reporters;
        this.closing = closing;
        this.matches = matches;
        this.vault = vault;
        this.relations = relations;
        this.cases = cases;
        this.workflow = workflow;
        this.always = always;
        this.time = time;
    }

    /** A complaint of corruption from the web, so with a receipt, that accuses these people. */
    Walk corruption(Town.Founded town, String... accused) {
        return register(town, Kind.CORRUPTION, ChannelKind.WEB, accused);
    }

    Walk register(Town.Founded town, Kind kind, ChannelKind channel, String... accused) {
        return register(town, kind, channel, Set.of(), accused);
    }

    /** @param keptOut whom the clerk keeps from the case besides the accused */
    Walk register(Town.Founded town, Kind kind, ChannelKind channel, Set<String> keptOut, String... accused) {
        return begin(town, kind, channel, keptOut, accused).hold();
    }

    /** A complaint of corruption by letter, so without a receipt, by somebody whom a letter reaches. */
    Walk byLetter(Town.Founded town, Kind kind, Reporter.Identity reporter, String... accused) {
        return begin(town, kind, ChannelKind.POST, Set.of(), new Reporter.Confidential(reporter), accused)
                .hold();
    }

    /** A complaint on the web by somebody who has a receipt and whom a letter reaches. */
    Walk byForm(Town.Founded town, Kind kind, Reporter.Identity reporter, String... accused) {
        return begin(town, kind, ChannelKind.WEB, Set.of(), new Reporter.Confidential(reporter), accused)
                .hold();
    }

    /** A complaint of corruption that nothing was checked about: its organisation is in the midst of others. */
    Walk unheld(Town.Founded town, String accused) {
        return begin(town, Kind.CORRUPTION, ChannelKind.WEB, Set.of(), accused);
    }

    /** A complaint of corruption from the web, with what the reporter wrote of the accused and in the text. */
    Walk written(Town.Founded town, String details, Content.Accused... accused) {
        return unheld(town, details, accused).hold();
    }

    /** As {@link #written}; nothing was checked about it, because it concerns somebody who has no name in the tests. */
    Walk unheld(Town.Founded town, String details, Content.Accused... accused) {
        walked.add(town);
        Walk walk = new Walk(this, town);
        return town.in(() -> walk.begin(intake.register(new RegisterComplaint(
                Kind.CORRUPTION,
                ChannelKind.WEB,
                time.today(),
                walk.say(),
                details,
                null,
                null,
                Map.of(),
                new Reporter.Anonymous(),
                List.of(accused),
                Set.of(),
                false,
                List.of(),
                null))));
    }

    private Walk begin(Town.Founded town, Kind kind, ChannelKind channel, Set<String> keptOut, String... accused) {
        Reporter reporter =
                new Reporter.Confidential(new Reporter.Identity("นายผู้แจ้ง ไม่มีที่อยู่", null, null, null));
        return begin(town, kind, channel, keptOut, reporter, accused);
    }

    private Walk begin(
            Town.Founded town,
            Kind kind,
            ChannelKind channel,
            Set<String> keptOut,
            Reporter reporter,
            String... accused) {
        walked.add(town);
        Walk walk = new Walk(this, town);
        return town.in(() -> {
            Registered registered = intake.register(new RegisterComplaint(
                    kind,
                    channel,
                    time.today(),
                    walk.say(),
                    walk.say(),
                    null,
                    walk.say(),
                    particulars(walk, channel, time.today()),
                    reporter,
                    Arrays.stream(accused)
                            .map(name -> accused(town.staff.person(name)))
                            .toList(),
                    keptOut.stream().map(town.staff::person).collect(Collectors.toSet()),
                    true,
                    List.of(),
                    channel == ChannelKind.WEB ? null : town.staff.person("clerk")));
            return walk.begin(registered);
        });
    }

    void registersAreWhole() {
        walked.forEach(town -> town.run(always::registerIsWhole));
        walked.clear();
    }

    static Content.Accused accused(PersonId person) {
        return new Content.Accused(null, null, null, person);
    }

    private static Map<Particular, String> particulars(Walk walk, ChannelKind channel, LocalDate today) {
        Map<Particular, String> particulars = new EnumMap<>(Particular.class);
        for (Particular particular : Particular.of(channel)) {
            particulars.put(
                    particular,
                    switch (particular.form()) {
                        case DATE -> today.toString();
                        case TIME -> "09:30";
                        case CONFIRMATION -> "true";
                        case READ_BACK -> "CONFIRMED";
                        case TEXT, CODES -> walk.say();
                    });
        }
        return particulars;
    }
}
