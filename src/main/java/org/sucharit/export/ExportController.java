package org.sucharit.export;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** Makes copies of a case: for a court, and for the person whose data they are. */
@Controller
@RequestMapping("/{org}/desk/cases/{caseId}/export")
class ExportController {

    private static final String COURT = "export/court";
    private static final String SUBJECT = "export/data-subject";

    private final Exports exports;
    private final CaseText text;
    private final Problems problems;

    ExportController(Exports exports, CaseText text, Problems problems) {
        this.exports = exports;
        this.text = text;
        this.problems = problems;
    }

    /** The case that the address names, and who asks for it. */
    record Turn(String org, CaseId caseId, Officer officer) {

        String base() {
            return "/" + org + "/desk/cases/" + caseId;
        }
    }

    @ModelAttribute
    Turn turn(@PathVariable String org, @PathVariable UUID caseId, @AuthenticationPrincipal Officer officer) {
        return new Turn(org, new CaseId(caseId), officer);
    }

    @GetMapping
    String court(@ModelAttribute(binding = false) Turn turn, Model model) {
        fill(turn, model);
        return COURT;
    }

    /** @return nothing where the copy is the answer */
    @PostMapping
    @Nullable
    Object court(
            @ModelAttribute(binding = false) Turn turn,
            @RequestParam(defaultValue = "") String recipient,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "false") boolean identity,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            send(
                    turn,
                    exports.forCourt(turn.officer(), turn.caseId(), recipient.strip(), reason.strip(), identity),
                    response);
            return null;
        } catch (Problem problem) {
            fill(turn, model);
            model.addAttribute("recipient", recipient)
                    .addAttribute("reason", reason)
                    .addAttribute("identity", identity);
            return problems.again(COURT, model, problem);
        }
    }

    @GetMapping("/subject")
    String subject(@ModelAttribute(binding = false) Turn turn, Model model) {
        preview(turn, model);
        return SUBJECT;
    }

    /** @return nothing where the copy is the answer */
    @PostMapping("/subject")
    @Nullable
    Object subject(
            @ModelAttribute(binding = false) Turn turn,
            @RequestParam(defaultValue = "") String reason,
            Model model,
            HttpServletResponse response)
            throws IOException {
        try {
            send(turn, exports.forSubject(turn.officer(), turn.caseId(), reason.strip()), response);
            return null;
        } catch (Problem problem) {
            preview(turn, model);
            model.addAttribute("reason", reason);
            return problems.again(SUBJECT, model, problem);
        }
    }

    @PostMapping("/subject/refuse")
    Object refuse(
            @ModelAttribute(binding = false) Turn turn,
            @RequestParam(name = "refusal", defaultValue = "") String reason,
            Model model,
            RedirectAttributes redirect) {
        try {
            exports.refuse(turn.officer(), turn.caseId(), reason.strip());
            redirect.addFlashAttribute("done", text.of("export.done.refused"));
            return "redirect:" + turn.base();
        } catch (Problem problem) {
            preview(turn, model);
            model.addAttribute("refusal", reason);
            return problems.again(
                    SUBJECT,
                    model,
                    problem.fields().isEmpty()
                            ? problem
                            : Problem.invalid(problem.fields().stream()
                                    .map(field -> new Problem.Field("refusal", field.code(), field.arguments()))
                                    .toList()));
        }
    }

    /** Whoever switches the language on the form shown again sees it anew. */
    @GetMapping("/subject/refuse")
    String back(@ModelAttribute(binding = false) Turn turn) {
        return "redirect:" + turn.base() + "/export/subject";
    }

    private void send(Turn turn, Plan plan, HttpServletResponse response) throws IOException {
        response.setContentType("application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + plan.name() + "\"");
        exports.send(turn.officer(), plan, response.getOutputStream());
    }

    private void preview(Turn turn, Model model) {
        fill(turn, model);
        model.addAttribute("listed", exports.preview(turn.officer(), turn.caseId()));
    }

    private void fill(Turn turn, Model model) {
        String number = exports.number(turn.officer(), turn.caseId());
        model.addAttribute("org", turn.org())
                .addAttribute("base", turn.base())
                .addAttribute("number", number)
                .addAttribute(
                        "crumbs",
                        List.of(
                                new Link(text.of("case.crumb.desk"), "/" + turn.org() + "/desk"),
                                new Link(text.of("case.crumb.case"), turn.base())));
    }
}
