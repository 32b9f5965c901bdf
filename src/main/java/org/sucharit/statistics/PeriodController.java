package org.sucharit.statistics;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.deadline.FiscalYear;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Time;
import org.sucharit.papers.OfficePapers;
import org.sucharit.screen.Link;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.screen.Thai;
import org.sucharit.vault.Officer;

/** The memos that report a period to the mayor: looked at before they are issued, issued once, read ever after. */
@Controller
@RequestMapping("/{org}/desk/figures/periods")
class PeriodController {

    /** A period that has begun, as the page lists it. */
    public record Line(String code, String name, Period.Span span, boolean over, boolean issued) {}

    /** An issued memo as the page lists it. */
    public record Memo(OfficePapers.Issued paper, String name, int year) {}

    private final PeriodMemos memos;
    private final Problems problems;
    private final MessageSource messages;
    private final Thai thai;
    private final Time time;

    PeriodController(PeriodMemos memos, Problems problems, MessageSource messages, Thai thai, Time time) {
        this.memos = memos;
        this.problems = problems;
        this.messages = messages;
        this.thai = thai;
        this.time = time;
    }

    @GetMapping
    String list(
            @PathVariable String org,
            @RequestParam(required = false) @Nullable FiscalYear fiscalYear,
            @AuthenticationPrincipal Officer officer,
            Model model,
            Locale locale) {
        return page(org, fiscalYear == null ? FiscalYear.of(time.today()) : fiscalYear, officer, model, locale);
    }

    @GetMapping("/{code}.pdf")
    ResponseEntity<byte[]> preview(
            @PathVariable String code, @AuthenticationPrincipal Officer officer, Locale locale) {
        Period period = Period.of(code);
        return PdfAnswer.of(file(period, locale), memos.preview(period, officer).pdf());
    }

    @PostMapping("/{code}")
    Object issue(
            @PathVariable String org,
            @PathVariable String code,
            @AuthenticationPrincipal Officer officer,
            Model model,
            RedirectAttributes redirect,
            Locale locale) {
        Period period = Period.of(code);
        try {
            memos.issue(period, officer);
        } catch (Problem problem) {
            return problems.again(page(org, period.year(), officer, model, locale), model, problem);
        }
        redirect.addFlashAttribute(
                "done", messages.getMessage("period.issued", new Object[] {thai.digits(memos.name(period, locale))}, locale));
        return "redirect:/" + org + "/desk/figures/periods?fiscalYear="
                + period.year().year();
    }

    @GetMapping("/issued/{id}.pdf")
    ResponseEntity<byte[]> read(@PathVariable UUID id) {
        return PdfAnswer.of(id + ".pdf", memos.read(id));
    }

    private String page(String org, FiscalYear year, Officer officer, Model model, Locale locale) {
        String here = "/" + org + "/desk/figures/periods";
        List<OfficePapers.Issued> issued = memos.issued();
        List<Line> lines = Period.of(year).stream()
                .filter(period -> !period.firstDay().isAfter(time.today()))
                .map(period -> new Line(
                        period.code(),
                        memos.name(period, locale),
                        period.span(),
                        memos.isOver(period),
                        issued.stream().anyMatch(paper -> paper.topic().equals(period.code()))))
                .toList();
        model.addAttribute("org", org)
                .addAttribute("here", here)
                .addAttribute("year", year)
                .addAttribute("previous", FiscalYearParameter.allowed(year.previous()) ? year.previous() : null)
                .addAttribute("next", FiscalYearParameter.allowed(year.next()) ? year.next() : null)
                .addAttribute("lines", lines)
                .addAttribute("reports", memos.reports(officer))
                .addAttribute(
                        "memos",
                        memos.issued().stream()
                                .map(paper -> memo(paper, locale))
                                .toList())
                .addAttribute(
                        "crumbs",
                        List.of(
                                new Link(messages.getMessage("figures.desk", null, locale), "/" + org + "/desk"),
                                new Link(
                                        messages.getMessage("figures.name", null, locale),
                                        "/" + org + "/desk/figures")));
        return "statistics/periods";
    }

    private String file(Period period, Locale locale) {
        return memos.name(period, locale) + " " + period.year().year() + ".pdf";
    }

    private Memo memo(OfficePapers.Issued paper, Locale locale) {
        Period period = Period.of(paper.topic());
        return new Memo(paper, memos.name(period, locale), period.year().year());
    }
}
