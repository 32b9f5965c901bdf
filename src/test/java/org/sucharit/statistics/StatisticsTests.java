package org.sucharit.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.entry;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Kind;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.OrganisationId;
import org.sucharit.kernel.PersonId;
import org.sucharit.kernel.WoundClock;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.vault.Keyring;
import org.sucharit.vault.Officer;

@SpringBootTest
abstract class StatisticsTests {

    static final FiscalYear YEAR = new FiscalYear(2570);
    static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    static final LocalDate LAST = LocalDate.of(2027, 9, 30);
    static final LocalDate TODAY = LocalDate.of(2027, 3, 15);

    @Autowired
    Statistics statistics;

    @Autowired
    Keyring keyring;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WoundClock clock;

    final OrganisationId organisation = OrganisationId.random();

    @BeforeEach
    void wind() {
        clock.windTo(Instant.parse("2027-03-15T05:00:00Z"));
    }

    @AfterEach
    void release() {
        clock.release();
    }

    @Test
    void countsACaseInTheMonthInWhichItWasReceived() {
        add(CaseRow.open(FIRST));
        add(CaseRow.open(FIRST.minusDays(1)));
        add(CaseRow.open(LocalDate.of(2026, 10, 31)).closed(LocalDate.of(2027, 1, 5)));
        add(CaseRow.open(LocalDate.of(2027, 1, 1)));
        add(CaseRow.open(LAST));
        add(CaseRow.open(LAST.plusDays(1)));

        YearFigures figures = figures(YEAR);

        assertThat(figures.asOf()).isEqualTo(TODAY);
        assertThat(figures.months()).hasSize(12);
        assertThat(figures.months().getFirst()).isEqualTo(month(2026, 10, 2, 1));
        assertThat(figures.months().get(1)).isEqualTo(month(2026, 11, 0, 0));
        assertThat(figures.months().get(3)).isEqualTo(month(2027, 1, 1, 0));
        assertThat(figures.months().getLast()).isEqualTo(month(2027, 9, 1, 0));
        assertThat(figures.totals()).isEqualTo(new Tally(4, 1));
        assertThat(figures.totals().inProgress()).isEqualTo(3);
        assertThat(figures(YEAR.previous()).totals()).isEqualTo(new Tally(1, 0));
        assertThat(figures(YEAR.next()).totals()).isEqualTo(new Tally(1, 0));
    }

    @Test
    void showsAYearWithoutAComplaintAsTwelveZeros() {
        YearFigures figures = figures(YEAR);
        assertThat(figures.months())
                .hasSize(12)
                .allSatisfy(month -> assertThat(month.tally()).isEqualTo(Tally.ZERO));
        assertThat(figures.punctuality()).isEqualTo(YearFigures.Punctuality.NONE);
        assertThat(figures.running()).isTrue();
        assertThat(figures.future()).isFalse();
    }

    @Test
    void marksAYearThatHasNotBegun() {
        assertThat(figures(YEAR.next()).future()).isTrue();
        assertThat(figures(YEAR.next()).running()).isFalse();
        assertThat(figures(YEAR.previous()).future()).isFalse();
        assertThat(figures(YEAR.previous()).running()).isFalse();
    }

    @Test
    void knowsTheFirstDueDateAndTheExtendedOne() {
        LocalDate received = LocalDate.of(2026, 11, 1);
        LocalDate due = received.plusDays(60);
        add(CaseRow.open(received).met(due)); // on the day itself is in time
        add(CaseRow.open(received).met(due.plusDays(1))); // late
        add(CaseRow.open(received).extendedTo(due.plusDays(30)).met(due.plusDays(30))); // in time by the extension
        add(CaseRow.open(received)); // past its due date, not reported
        add(CaseRow.open(received).extendedTo(TODAY)); // past the first, due today by the extension
        add(CaseRow.open(TODAY)); // not due

        assertThat(figures(YEAR).punctuality()).isEqualTo(new YearFigures.Punctuality(5, 1, 4, 2));
    }

    /** Many made-up histories, counted once by the database and once here, case by case. */
    @Test
    void agreesWithACountByHand() {
        Random random = new Random(2570);
        List<CaseRow> rows = new ArrayList<>();
        for (int n = 0; n < 400; n++) {
            CaseRow row = CaseRow.open(FIRST.minusDays(400).plusDays(random.nextInt(1200)));
            if (random.nextInt(4) == 0) {
                row = row.extendedTo(row.dueOn().plusDays(random.nextInt(1, 60)));
            }
            if (random.nextBoolean()) {
                row = row.met(row.receivedOn().plusDays(random.nextInt(120)));
            }
            if (random.nextInt(3) == 0) {
                row = row.closed(row.receivedOn().plusDays(random.nextInt(120, 300)));
            }
            rows.add(add(row));
        }
        for (FiscalYear year : List.of(YEAR.previous(), YEAR, YEAR.next())) {
            List<CaseRow> ofYear = rows.stream()
                    .filter(row -> !row.receivedOn().isBefore(year.firstDay())
                            && !row.receivedOn().isAfter(year.lastDay()))
                    .toList();
            YearFigures figures = figures(year);
            assertThat(figures.months())
                    .isEqualTo(year.months().stream()
                            .map(month -> new YearFigures.Month(
                                    month,
                                    tally(ofYear.stream()
                                            .filter(row -> YearMonth.from(row.receivedOn())
                                                    .equals(month))
                                            .toList())))
                            .toList());
            assertThat(figures.totals()).isEqualTo(tally(ofYear));
            assertThat(figures.punctuality())
                    .isEqualTo(new YearFigures.Punctuality(
                            count(
                                    ofYear,
                                    row -> row.metOn() != null
                                            || row.firstDueOn().isBefore(TODAY)),
                            count(
                                    ofYear,
                                    row -> row.metOn() != null && !row.metOn().isAfter(row.firstDueOn())),
                            count(
                                    ofYear,
                                    row -> row.metOn() != null || row.dueOn().isBefore(TODAY)),
                            count(
                                    ofYear,
                                    row -> row.metOn() != null && !row.metOn().isAfter(row.dueOn()))));
        }
    }

    @Test
    void breaksDownOnlyWhatTheOfficerCanOpen() {
        Officer officer = officer(organisation);
        hold(officer, CaseRow.open(Kind.CORRUPTION, ChannelKind.BOX, FIRST));
        hold(officer, CaseRow.open(Kind.CORRUPTION, ChannelKind.WEB, FIRST).closed(TODAY));
        hold(officer, CaseRow.open(Kind.GRIEVANCE, ChannelKind.WEB, LAST));
        hold(officer, CaseRow.open(Kind.TIP, ChannelKind.WEB, LAST.plusDays(1)));
        add(CaseRow.open(Kind.MISCONDUCT, ChannelKind.HOTLINE, FIRST)); // kept from the officer
        add(CaseRow.open(Kind.UNFAIR_SERVICE, ChannelKind.POST, FIRST))
                .heldBy(officer.id(), "STANDBY", jdbc, organisation);
        add(CaseRow.open(Kind.SUGGESTION, ChannelKind.POST, FIRST))
                .heldBy(PersonId.random(), "ACTIVE", jdbc, organisation);

        Breakdown held = heldBy(organisation, officer);

        assertThat(held.byKind())
                .containsExactly(entry(Kind.CORRUPTION, new Tally(2, 1)), entry(Kind.GRIEVANCE, new Tally(1, 0)));
        assertThat(held.byChannel())
                .containsExactly(entry(ChannelKind.BOX, new Tally(1, 0)), entry(ChannelKind.WEB, new Tally(2, 1)));
        assertThat(held.byState()).containsExactly(entry(CaseState.INVESTIGATING, 2L), entry(CaseState.CLOSED, 1L));
        assertThat(held.totals()).isEqualTo(new Tally(3, 1));
        assertThat(figures(YEAR).totals()).isEqualTo(new Tally(6, 1));
    }

    @Test
    void doesNotTellTheOneKeptOutThatACaseCame() {
        Officer officer = officer(organisation);
        hold(officer, CaseRow.open(FIRST));
        Breakdown before = heldBy(organisation, officer);
        add(CaseRow.open(Kind.MISCONDUCT, ChannelKind.HOTLINE, FIRST));
        assertThat(heldBy(organisation, officer)).isEqualTo(before);
    }

    @Test
    void isBlindToOtherOrganisations() {
        OrganisationId other = OrganisationId.random();
        Officer officer = officer(organisation);
        CaseRow theirs = CaseRow.open(FIRST).in(jdbc, other);
        theirs.heldBy(officer.id(), "ACTIVE", jdbc, other);
        CaseRow strayGrant = CaseRow.open(FIRST).in(jdbc, other);
        strayGrant.heldBy(officer.id(), "ACTIVE", jdbc, organisation);

        assertThat(figures(YEAR).totals()).isEqualTo(Tally.ZERO);
        assertThat(heldBy(organisation, officer).byKind()).isEmpty();
        assertThat(CurrentOrganisation.in(other, () -> statistics.of(YEAR)).totals())
                .isEqualTo(new Tally(2, 0));
    }

    @Test
    void countsNothingOutsideAnOrganisation() {
        assertThatIllegalStateException().isThrownBy(() -> statistics.of(YEAR));
    }

    private CaseRow add(CaseRow row) {
        return row.in(jdbc, organisation);
    }

    private void hold(Officer officer, CaseRow row) {
        add(row).heldBy(officer.id(), "ACTIVE", jdbc, organisation);
    }

    private YearFigures figures(FiscalYear year) {
        return CurrentOrganisation.in(organisation, () -> statistics.of(year));
    }

    private Breakdown heldBy(OrganisationId where, Officer officer) {
        return CurrentOrganisation.in(where, () -> statistics.heldBy(officer, YEAR));
    }

    private Officer officer(OrganisationId where) {
        PersonId person = PersonId.random();
        return CurrentOrganisation.in(where, () -> {
            keyring.enrol(person, "long enough to try", false);
            return keyring.signIn(person, "long enough to try").orElseThrow();
        });
    }

    private static YearFigures.Month month(int year, int month, long received, long finished) {
        return new YearFigures.Month(YearMonth.of(year, month), new Tally(received, finished));
    }

    private static Tally tally(List<CaseRow> rows) {
        return new Tally(rows.size(), count(rows, row -> row.closedOn() != null));
    }

    private static long count(List<CaseRow> rows, Predicate<CaseRow> which) {
        return rows.stream().filter(which).count();
    }
}
