package org.sucharit.demo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.Time;
import org.sucharit.kernel.WoundClock;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.organisation.FoundOrganisation;
import org.sucharit.organisation.Holidays;
import org.sucharit.organisation.Organisations;
import org.sucharit.organisation.Settings;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;
import org.sucharit.workflow.Timers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills an empty database with three made-up organisations and their cases of the past months; the pages open when it is done.
 * The clock is wound to each day on which something happened, and strikes on the way as it would have.
 */
@Component
@Profile("demo")
class Demonstration implements ApplicationRunner {

    static final String PASSWORD = "sucharit-demo";

    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Organisations organisations;
    private final Holidays holidays;
    private final Staffing staffing;
    private final Keyring keyring;
    private final DemoCase demoCase;
    private final Timers timers;
    private final WoundClock clock;
    private final TransactionTemplate transaction;
    private final DemoData data;
    private volatile boolean ready;

    Demonstration(
            Organisations organisations,
            Holidays holidays,
            Staffing staffing,
            Keyring keyring,
            DemoCase demoCase,
            Timers timers,
            WoundClock clock,
            TransactionTemplate transaction,
            JsonMapper json) {
        this.organisations = organisations;
        this.holidays = holidays;
        this.staffing = staffing;
        this.keyring = keyring;
        this.demoCase = demoCase;
        this.timers = timers;
        this.clock = clock;
        this.transaction = transaction;
        this.data = DemoData.load(json);
    }

    /** Something that happens in a case on a day. */
    private record Event(LocalDate day, Runnable happens) {}

    @Override
    public void run(ApplicationArguments arguments) {
        if (organisations.all().isEmpty()) {
            timers.hold();
            try {
                fill();
            } finally {
                clock.release();
                timers.release();
            }
        }
        ready = true;
    }

    /** Whether the pages may be shown. */
    boolean ready() {
        return ready;
    }

    private void fill() {
        LocalDate today = Time.dayOf(Instant.now());
        LOG.info(
                "Making the demonstration: {} organisations. This takes a minute, once.",
                data.places().size());
        List<Event> events = new ArrayList<>();
        for (int n = 0; n < data.places().size(); n++) {
            DemoData.Place place = data.places().get(n);
            OrganisationId id = OrganisationId.random();
            DemoCase.Cast cast = cast(id, found(id, place));
            for (DemoData.Story story : data.stories()) {
                events.addAll(events(id, cast, story, data.begins(story, n, today), today));
            }
        }
        events.sort(Comparator.comparing(Event::day));
        int done = 0;
        for (Event event : events) {
            clock.windTo(event.day().atTime(MORNING).atZone(Time.BANGKOK).toInstant());
            timers.fireDue();
            event.happens().run();
            if (++done % 50 == 0) {
                LOG.info("Making the demonstration: {} of {} steps", done, events.size());
            }
        }
        clock.release();
        timers.fireDue();
    }

    private Staffing.Staff found(OrganisationId id, DemoData.Place place) {
        return CurrentOrganisation.in(
                id,
                () -> Objects.requireNonNull(transaction.execute(status -> {
                    organisations.found(new FoundOrganisation(
                            id,
                            place.shortName(),
                            place.kind(),
                            place.nameTh(),
                            place.nameEn(),
                            settings(place),
                            EnumSet.complementOf(EnumSet.of(ChannelKind.OTHER))));
                    place.localHolidays().forEach(day -> holidays.add(LocalDate.parse(day.get(0)), day.get(1), null));
                    return staffing.fill(place.members(), LocalDate.of(2024, 1, 1), PASSWORD);
                })));
    }

    private static Settings settings(DemoData.Place place) {
        Settings settings = Settings.DEFAULTS.with(place.letterhead());
        return place.retentionYears() == null
                ? settings
                : settings.with(settings.terms().withRetentionYears(place.retentionYears()));
    }

    private DemoCase.Cast cast(OrganisationId id, Staffing.Staff staff) {
        Map<PersonId, Officer> signedIn = new HashMap<>();
        return new DemoCase.Cast(
                person -> signedIn.computeIfAbsent(
                        person,
                        one -> CurrentOrganisation.in(
                                id, () -> keyring.signIn(one, PASSWORD).orElseThrow())),
                staff,
                data);
    }

    /** The days of a case's life: a step every few days, none after today. */
    private List<Event> events(
            OrganisationId organisation,
            DemoCase.Cast cast,
            DemoData.Story story,
            LocalDate received,
            LocalDate today) {
        List<Event> events = new ArrayList<>();
        CaseId[] id = new CaseId[1];
        events.add(new Event(received, in(organisation, () -> id[0] = demoCase.register(cast, story, received))));
        Pace pace = Pace.of(story.end());
        LocalDate day = received;
        for (int n = 0; n < pace.steps(); n++) {
            day = latest(day.plusDays(n < 3 ? 1 : pace.daysBetween()), today);
            LocalDate on = day;
            events.add(new Event(on, in(organisation, () -> demoCase.step(cast, id[0], story, on))));
        }
        if (story.end() == DemoData.End.INVESTIGATING || story.end() == DemoData.End.EXTENDED) {
            LocalDate on = latest(day.plusDays(6), today);
            events.add(new Event(on, in(organisation, () -> demoCase.investigate(cast, id[0], on))));
        }
        if (story.end() == DemoData.End.EXTENDED) {
            LocalDate asked = latest(received.plusDays(50), today);
            events.add(new Event(asked, in(organisation, () -> {
                demoCase.askExtension(cast, id[0], asked);
                demoCase.decideExtension(cast, id[0], asked);
            })));
        }
        return events;
    }

    private static Runnable in(OrganisationId organisation, Runnable work) {
        return () -> CurrentOrganisation.run(organisation, work);
    }

    private static LocalDate latest(LocalDate day, LocalDate today) {
        return day.isAfter(today) ? today : day;
    }

    /** How many steps after registration a case has taken, and the days between the later ones. */
    private record Pace(int steps, int daysBetween) {

        static Pace of(DemoData.End end) {
            return switch (end) {
                case RECEIVED -> new Pace(0, 1);
                case AWAITING_INFORMATION, CONFIRMING_SCREENING, ASSIGNING -> new Pace(1, 1);
                case ACCEPTING, HANDLING -> new Pace(2, 1);
                case INVESTIGATING, EXTENDED, AWAITING_REPLY -> new Pace(3, 1);
                case ENDORSING -> new Pace(4, 20);
                case WITH_MAYOR -> new Pace(6, 10);
                case DISCIPLINARY_INQUIRY, NO_FURTHER_ACTION -> new Pace(8, 9);
                case NO_ACTION -> new Pace(3, 2);
                case GRIEVANCE_DONE -> new Pace(5, 4);
            };
        }
    }
}
