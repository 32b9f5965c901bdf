package org.sucharit.statistics;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Fields;
import org.sucharit.document.Rendered;
import org.sucharit.document.ThaiDates;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.People;
import org.sucharit.organisation.PostKind;
import org.sucharit.papers.OfficePapers;
import org.sucharit.register.Checkpoints;
import org.sucharit.register.MadeCheckpoint;
import org.sucharit.vault.Officer;

/**
 * The memo by which the personnel unit reports a month, quarter, half-year or year to the mayor: exact totals, months
 * without a complaint as zeros, and a report of zeros where nothing came in (ITA item O18 of 2569).
 */
@Component
@Transactional
class PeriodMemos {

    private static final Locale THAI = Locale.of("th");
    private static final int LISTED = 100;
    /** Enough that no other register has the same, and short enough to compare by eye. */
    private static final int ROOT_BYTES = 8;

    private static final Set<PostKind> REPORTERS = EnumSet.of(
            PostKind.PERSONNEL_HEAD, PostKind.PERSONNEL_OFFICER, PostKind.OFFICE_HEAD, PostKind.CHIEF_ADMINISTRATOR);

    private final Statistics statistics;
    private final OfficePapers papers;
    private final Checkpoints checkpoints;
    private final People people;
    private final MessageSource messages;
    private final Time time;

    PeriodMemos(
            Statistics statistics,
            OfficePapers papers,
            Checkpoints checkpoints,
            People people,
            MessageSource messages,
            Time time) {
        this.statistics = statistics;
        this.papers = papers;
        this.checkpoints = checkpoints;
        this.people = people;
        this.messages = messages;
        this.time = time;
    }

    /** Whether the officer's post reports to the mayor. */
    @Transactional(readOnly = true)
    boolean reports(Officer officer) {
        return people.postsOf(officer.id(), time.today()).stream()
                .anyMatch(holder ->
                        holder.serving() && REPORTERS.contains(holder.post().kind()));
    }

    /** Whether the period is over, so that its memo may be issued. */
    boolean isOver(Period period) {
        return period.lastDay().isBefore(time.today());
    }

    @Transactional(readOnly = true)
    Rendered preview(Period period, Officer officer) {
        mayReport(officer);
        begun(period);
        return papers.preview(draft(period), officer);
    }

    /** @throws Problem conflict, while the period still runs: its figures would be short */
    UUID issue(Period period, Officer officer) {
        mayReport(officer);
        if (!isOver(period)) {
            throw Problem.conflict("period.running", period.lastDay());
        }
        return papers.issue(draft(period), officer);
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    List<OfficePapers.Issued> issued() {
        return papers.issued(DocumentKind.PERIOD_MEMO, LISTED);
    }

    /** @throws Problem not found, where there is no such memo */
    @Transactional(readOnly = true)
    byte[] read(UUID id) {
        return papers.read(id);
    }

    /** As papers and pages name it, as "ไตรมาสที่ 1". */
    String name(Period period, Locale locale) {
        return switch (period.span()) {
            case MONTH -> text("period.MONTH", locale, month(period.firstDay(), locale));
            case QUARTER -> text("period.QUARTER", locale, Integer.toString(period.index()));
            case HALF -> text("period.HALF." + period.index(), locale);
            case YEAR -> text("period.YEAR", locale);
        };
    }

    private static String month(LocalDate day, Locale locale) {
        return locale.getLanguage().equals("en")
                ? DateTimeFormatter.ofPattern("MMMM yyyy", locale).format(day)
                : ThaiDates.month(day);
    }

    private OfficePapers.Draft draft(Period period) {
        YearFigures figures = statistics.of(period.year());
        List<YearFigures.Month> months = figures.months().stream()
                .filter(month -> period.months().contains(month.month()))
                .toList();
        Tally total = months.stream().map(YearFigures.Month::tally).reduce(Tally.ZERO, Tally::plus);
        MadeCheckpoint signed = checkpoints.latest().orElse(null);
        Fields fields = new Fields()
                .flag("registerSigned", signed != null)
                .date("registerSignedOn", signed == null ? period.lastDay() : Time.dayOf(signed.madeAt()))
                .number("registerSize", signed == null ? 0 : signed.size())
                .text("registerRoot", signed == null ? "" : HexFormat.of().formatHex(signed.root(), 0, ROOT_BYTES))
                .text("period", name(period, THAI))
                .text("fiscalYear", Integer.toString(period.year().year()))
                .date("from", period.firstDay())
                .date("to", period.lastDay())
                .number("received", total.received())
                .number("inProgress", total.inProgress())
                .number("finished", total.finished())
                .flag("none", total.received() == 0)
                .rows("months", months.stream().map(PeriodMemos::row).toList());
        return new OfficePapers.Draft(DocumentKind.PERIOD_MEMO, period.code(), fields);
    }

    private static Fields row(YearFigures.Month month) {
        LocalDate day = month.month().atDay(1);
        return new Fields()
                .text("month", ThaiDates.month(day))
                .number("received", month.tally().received())
                .number("inProgress", month.tally().inProgress())
                .number("finished", month.tally().finished());
    }

    private void mayReport(Officer officer) {
        if (!reports(officer)) {
            throw Problem.of(Problem.Kind.FORBIDDEN, "forbidden");
        }
    }

    private void begun(Period period) {
        if (period.firstDay().isAfter(time.today())) {
            throw Problem.conflict("period.future", period.firstDay());
        }
    }

    private String text(String code, Locale locale, Object... arguments) {
        return messages.getMessage(code, arguments, locale);
    }
}
