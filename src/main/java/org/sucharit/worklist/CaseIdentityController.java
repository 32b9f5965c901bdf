package org.sucharit.worklist;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.casefile.FileExaminations;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.FileAnswer;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** Opens who the reporter is: for a reason, and never without an entry in the register. */
@Controller
@RequestMapping("/{org}/desk/cases/{caseId}/identity")
class CaseIdentityController {

    private static final String VIEW = "worklist/case-identity";

    private final CaseReporter reporter;
    private final CasePages pages;
    private final FileExaminations examinations;
    private final CaseScreen screen;
    private final CaseText text;
    private final Problems problems;

    CaseIdentityController(
            CaseReporter reporter,
            CasePages pages,
            FileExaminations examinations,
            CaseScreen screen,
            CaseText text,
            Problems problems) {
        this.reporter = reporter;
        this.pages = pages;
        this.examinations = examinations;
        this.screen = screen;
        this.text = text;
        this.problems = problems;
    }

    @GetMapping
    String ask(
            @PathVariable String org,
            @PathVariable UUID caseId,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(required = false) @Nullable UUID file,
            Model model) {
        screen.mustBeOpenTo(officer, new CaseId(caseId));
        fill(model, org, caseId, "", file);
        return VIEW;
    }

    /**
     * Not followed by a redirect: to see it again is to open it again.
     *
     * @param file a letter to the reporter or a message from them, where that is what is wanted
     */
    @PostMapping
    Object open(
            @PathVariable String org,
            @PathVariable UUID caseId,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(required = false) @Nullable UUID file,
            @RequestParam(defaultValue = "false") boolean tell,
            Model model) {
        fill(model, org, caseId, reason, file);
        model.addAttribute("tell", tell);
        try {
            if (file != null) {
                return file(officer, new CaseId(caseId), file, reason);
            }
            CaseReporter.Shown shown = reporter.open(officer, new CaseId(caseId), reason, tell);
            model.addAttribute("identity", shown.lines()).addAttribute("told", shown.told());
            return VIEW;
        } catch (Problem problem) {
            return problems.again(VIEW, model, problem);
        }
    }

    /** What a stranger sent is scanned first, as any other file is. */
    private FileAnswer file(Officer officer, CaseId id, UUID fileId, String reason) {
        Upload file = reporter.file(officer, id, fileId, reason);
        boolean ours = pages.file(officer, id, fileId).document() != null;
        if (!ours) {
            examinations.check(file);
        }
        return CaseFilesController.answer(file, ours, null);
    }

    /** Asks the reporter rather than the envelope. */
    @PostMapping("/ask")
    Object ask(
            @PathVariable String org,
            @PathVariable UUID caseId,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "") String ask,
            Model model,
            RedirectAttributes flash) {
        try {
            reporter.ask(officer, new CaseId(caseId), ask);
            flash.addFlashAttribute("done", text.of("identity.asked.done"));
            return "redirect:" + CasePages.base(org, new CaseId(caseId));
        } catch (Problem problem) {
            screen.mustBeOpenTo(officer, new CaseId(caseId));
            fill(model, org, caseId, "", null);
            model.addAttribute("ask", ask);
            return problems.again(VIEW, model, problem);
        }
    }

    private void fill(Model model, String org, UUID caseId, String reason, @Nullable UUID file) {
        String base = CasePages.base(org, new CaseId(caseId));
        model.addAttribute("org", org)
                .addAttribute("base", base)
                .addAttribute("reason", reason)
                .addAttribute("file", file)
                .addAttribute(
                        "crumbs",
                        List.of(
                                new Link(text.of("case.crumb.desk"), "/" + org + "/desk"),
                                new Link(text.of("case.crumb.case"), base)));
    }
}
