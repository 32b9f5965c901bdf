package org.sucharit.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.Month;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.casefile.CaseState;
import org.sucharit.casefile.Kind;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.ChannelKind;
import org.sucharit.vault.Officer;

/**
 * Counts the case files of the current organisation. Nothing is kept or handed on: each figure is a query.
 */
@Component
@Transactional(readOnly = true)
public class Statistics {

    private static final String BY_MONTH = """
            select extract(month from received_on) as month_received,
                count(*) as received,
                count(*) filter (where closed_on < :end) as finished,
                count(*) filter (where met_on < :end or first_due_on < :day) as judged_by_first,
                count(*) filter (where met_on < :end and met_on <= first_due_on) as in_time_by_first,
                count(*) filter (where met_on < :end or due_on < :day) as judged,
                count(*) filter (where met_on < :end and met_on <= due_on) as in_time
            from case_file
            where organisation_id = :organisation and received_on between :first and :last and entered_at < :until
            group by extract(month from received_on)""";

    private static final String HELD_BY = """
            select kind, channel, state, count(*) as received, count(closed_on) as finished
            from case_file
            where organisation_id = :organisation and received_on between :first and :last
                and id in (
                    select case_id from case_grant
                    where organisation_id = :organisation and holder_id = :holder and state = 'ACTIVE')
            group by kind, channel, state""";

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 31);

    private final JdbcClient jdbc;
    private final Time time;

    Statistics(JdbcClient jdbc, Time time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * The exact totals that the law asks for: over every case, whoever may read it. A total without a breakdown names
     * nobody.
     *
     * @throws IllegalStateException outside an organisation's scope
     */
    public YearFigures of(FiscalYear year) {
        return counted(year, time.today(), NEVER);
    }

    /**
     * As {@link #of}, at the end of yesterday: for whoever may look again and again, and would else see at what moment a
     * report came in, which the register takes care not to tell.
     */
    public YearFigures published(FiscalYear year) {
        return counted(year, time.today().minusDays(1), time.today());
    }

    /** @param end the first day of which nothing is told */
    private YearFigures counted(FiscalYear year, LocalDate day, LocalDate end) {
        OffsetDateTime until = end.atStartOfDay(Time.BANGKOK).toOffsetDateTime();
        Map<Month, Counted> counted = new EnumMap<>(Month.class);
        inYear(BY_MONTH, year).param("day", day).param("end", end).param("until", until).query(row -> {
            counted.put(Month.of(row.getInt("month_received")), Counted.of(row));
        });
        List<YearFigures.Month> months = year.months().stream()
                .map(month -> new YearFigures.Month(
                        month,
                        counted.getOrDefault(month.getMonth(), Counted.NOTHING).tally()))
                .toList();
        YearFigures.Punctuality punctuality = counted.values().stream()
                .map(Counted::punctuality)
                .reduce(YearFigures.Punctuality.NONE, YearFigures.Punctuality::plus);
        return new YearFigures(year, day, months, punctuality);
    }

    /**
     * The breakdown of those cases that the officer can open, and of no others: next to the totals, one over all cases
     * would tell the accused of the case about them.
     *
     * @throws IllegalStateException outside an organisation's scope
     */
    public Breakdown heldBy(Officer officer, FiscalYear year) {
        Breakdown.Sum sum = new Breakdown.Sum();
        inYear(HELD_BY, year).param("holder", officer.id().value()).query(row -> {
            sum.add(
                    Kind.valueOf(row.getString("kind")),
                    ChannelKind.valueOf(row.getString("channel")),
                    CaseState.valueOf(row.getString("state")),
                    tally(row));
        });
        return sum.done();
    }

    /** A statement in SQL passes by the tenant filter of the entities, so it names the organisation itself. */
    private JdbcClient.StatementSpec inYear(String sql, FiscalYear year) {
        return jdbc.sql(sql)
                .param("organisation", CurrentOrganisation.get().value())
                .param("first", year.firstDay())
                .param("last", year.lastDay());
    }

    private static Tally tally(ResultSet row) throws SQLException {
        return new Tally(row.getLong("received"), row.getLong("finished"));
    }

    private record Counted(Tally tally, YearFigures.Punctuality punctuality) {

        static final Counted NOTHING = new Counted(Tally.ZERO, YearFigures.Punctuality.NONE);

        static Counted of(ResultSet row) throws SQLException {
            return new Counted(
                    Statistics.tally(row),
                    new YearFigures.Punctuality(
                            row.getLong("judged_by_first"),
                            row.getLong("in_time_by_first"),
                            row.getLong("judged"),
                            row.getLong("in_time")));
        }
    }
}
