package org.sucharit.statistics;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.organisation.OrganisationView;
import org.sucharit.organisation.Organisations;
import org.sucharit.screen.Link;
import org.sucharit.screen.Thai;
import org.sucharit.vault.Officer;

/** The figures of a fiscal year, on the desk and for everybody; of the present year unless another is asked for. */
@Controller
class FiguresController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Statistics statistics;
    private final Satisfaction satisfaction;
    private final Organisations organisations;
    private final MessageSource messages;
    private final Thai thai;
    private final Time time;

    FiguresController(
            Statistics statistics,
            Satisfaction satisfaction,
            Organisations organisations,
            MessageSource messages,
            Thai thai,
            Time time) {
        this.statistics = statistics;
        this.satisfaction = satisfaction;
        this.organisations = organisations;
        this.messages = messages;
        this.thai = thai;
        this.time = time;
    }

    @GetMapping("/{org}/desk/figures")
    String desk(
            @PathVariable String org,
            @RequestParam(required = false) @Nullable FiscalYear fiscalYear,
            @AuthenticationPrincipal Officer officer,
            Model model,
            Locale locale) {
        YearFigures figures = figures(fiscalYear);
        fill(model, "/" + org + "/desk/figures", "/" + org + "/desk/figures.csv", figures);
        model.addAttribute("breakdown", statistics.heldBy(officer, figures.year()));
        model.addAttribute(
                "crumbs", List.of(new Link(messages.getMessage("figures.desk", null, locale), "/" + org + "/desk")));
        return "statistics/figures";
    }

    @GetMapping("/{org}/transparency")
    String transparency(
            @PathVariable String org,
            @RequestParam(required = false) @Nullable FiscalYear fiscalYear,
            Model model,
            Locale locale) {
        YearFigures figures = figures(fiscalYear);
        fill(model, "/" + org + "/transparency", "/api/" + org + "/statistics.csv", figures);
        model.addAttribute("satisfaction", satisfaction.of(figures.year()));
        model.addAttribute("crumbs", List.of(new Link(name(organisations.current(), locale), "/" + org)));
        return "statistics/transparency";
    }

    /** As the page shows it, one row a month and one of totals; each row says whose and of which year it is. */
    @GetMapping("/{org}/desk/figures.csv")
    ResponseEntity<byte[]> deskTable(
            @PathVariable String org, @RequestParam(required = false) @Nullable FiscalYear fiscalYear, Locale locale) {
        YearFigures figures = figures(fiscalYear);
        String organisation = name(organisations.current(), locale);
        int year = figures.year().year();
        Csv csv = new Csv()
                .row(
                        text("figures.organisation", locale),
                        text("figures.fiscalYear", locale),
                        text("figures.month", locale),
                        text("figures.received", locale),
                        text("figures.inProgress", locale),
                        text("figures.finished", locale));
        figures.months()
                .forEach(month ->
                        row(csv, organisation, year, thai.month(month.month().atDay(1)), month.tally()));
        row(csv, organisation, year, text("figures.total", locale), figures.totals());
        return file(org, figures, csv);
    }

    @GetMapping("/api/{org}/statistics")
    @ResponseBody
    PublicFigures api(@PathVariable String org, @RequestParam(required = false) @Nullable FiscalYear fiscalYear) {
        return PublicFigures.of(figures(fiscalYear));
    }

    /** The same months as the JSON, under the same names. */
    @GetMapping("/api/{org}/statistics.csv")
    ResponseEntity<byte[]> apiTable(
            @PathVariable String org, @RequestParam(required = false) @Nullable FiscalYear fiscalYear) {
        YearFigures figures = figures(fiscalYear);
        Csv csv = new Csv().row("fiscalYear", "month", "received", "inProgress", "finished");
        figures.months()
                .forEach(month -> csv.row(
                        figures.year().year(),
                        month.month(),
                        month.tally().received(),
                        month.tally().inProgress(),
                        month.tally().finished()));
        return file(org, figures, csv);
    }

    private YearFigures figures(@Nullable FiscalYear asked) {
        if (CurrentOrganisation.find().isEmpty()) {
            throw Problem.notFound();
        }
        return statistics.published(asked == null ? FiscalYear.of(time.today()) : asked);
    }

    private static void fill(Model model, String here, String download, YearFigures figures) {
        FiscalYear year = figures.year();
        model.addAttribute("figures", figures)
                .addAttribute("here", here)
                .addAttribute("download", download)
                .addAttribute("previous", FiscalYearParameter.allowed(year.previous()) ? year.previous() : null)
                .addAttribute("next", FiscalYearParameter.allowed(year.next()) ? year.next() : null);
    }

    private static void row(Csv csv, String organisation, int year, String month, Tally tally) {
        csv.row(organisation, year, month, tally.received(), tally.inProgress(), tally.finished());
    }

    private static ResponseEntity<byte[]> file(String org, YearFigures figures, Csv csv) {
        String name = org + "-" + figures.year().year() + ".csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(csv.bytes());
    }

    private static String name(OrganisationView organisation, Locale locale) {
        return locale.getLanguage().equals("en") ? organisation.nameEn() : organisation.nameTh();
    }

    private String text(String code, Locale locale) {
        return messages.getMessage(code, null, locale);
    }
}
