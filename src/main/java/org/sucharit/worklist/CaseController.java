package org.sucharit.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.assignment.Assignments;
import org.sucharit.assignment.Matches;
import org.sucharit.assignment.Notices;
import org.sucharit.casefile.Upload;
import org.sucharit.decision.Closing;
import org.sucharit.intake.OfficeMessages;
import org.sucharit.intake.Uploads;
import org.sucharit.investigation.Investigations;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.kernel.Words;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** The page of a case, and the small forms beside its task: notes, interviews, evidence, accused, messages, reopening. */
@Controller
@RequestMapping("/{org}/desk/cases/{caseId}")
class CaseController {

    private final CaseScreen screen;
    private final Notices notices;
    private final Assignments assignments;
    private final Investigations investigations;
    private final OfficeMessages messages;
    private final Matches matches;
    private final Closing closing;
    private final CaseText text;
    private final Problems problems;

    CaseController(
            CaseScreen screen,
            Notices notices,
            Assignments assignments,
            Investigations investigations,
            OfficeMessages messages,
            Matches matches,
            Closing closing,
            CaseText text,
            Problems problems) {
        this.screen = screen;
        this.notices = notices;
        this.assignments = assignments;
        this.investigations = investigations;
        this.messages = messages;
        this.matches = matches;
        this.closing = closing;
        this.text = text;
        this.problems = problems;
    }

    /** The case that the address names, and who asks for it. */
    record Turn(String org, CaseId caseId, Officer officer) {}

    @ModelAttribute
    Turn turn(@PathVariable String org, @PathVariable UUID caseId, @AuthenticationPrincipal Officer officer) {
        return new Turn(org, new CaseId(caseId), officer);
    }

    @GetMapping
    String page(
            @ModelAttribute(binding = false) Turn turn,
            @RequestParam(required = false) @Nullable String task,
            @RequestParam(defaultValue = "false") boolean whole,
            Model model) {
        notices.read(turn.officer(), turn.caseId()); // before the page: what comes while it is made was not seen
        screen.fill(model, turn.org(), turn.officer(), turn.caseId(), task, whole);
        return CaseScreen.VIEW;
    }

    /** Whoever switches the language on a form shown again, or comes back to its address, sees the case. */
    @GetMapping({"/notes", "/interviews", "/evidence", "/accused", "/match", "/messages", "/reopen", "/leave"})
    String back(@ModelAttribute(binding = false) Turn turn) {
        return "redirect:" + CasePages.base(turn.org(), turn.caseId());
    }

    @PostMapping("/notes")
    Object note(@ModelAttribute(binding = false) Turn turn, CaseForms forms, Model model, RedirectAttributes redirect) {
        return answer(
                turn,
                forms,
                "note",
                "evidence",
                model,
                redirect,
                () -> investigations.note(
                        turn.officer(), turn.caseId(), forms.noted().text()));
    }

    @PostMapping("/interviews")
    Object interview(
            @ModelAttribute(binding = false) Turn turn, CaseForms forms, Model model, RedirectAttributes redirect) {
        return answer(turn, forms, "interview", "evidence", model, redirect, () -> {
            CaseForms.Interview typed = forms.interviewed();
            Words.check()
                    .line("with", typed.with())
                    .that(typed.on().date() != null, "on", typed.on().isEmpty() ? "date.missing" : "date.invalid")
                    .text("text", typed.text())
                    .orThrow();
            investigations.interview(
                    turn.officer(), turn.caseId(), typed.with(), typed.on().require("on"), typed.text());
        });
    }

    @PostMapping("/evidence")
    Object evidence(
            @ModelAttribute(binding = false) Turn turn, CaseForms forms, Model model, RedirectAttributes redirect) {
        return answer(turn, forms, "evidence", "evidence", model, redirect, () -> {
            CaseForms.Evidence typed = forms.found();
            investigations.evidence(
                    turn.officer(), turn.caseId(), typed.title(), typed.description(), uploads(typed.files()));
        });
    }

    @PostMapping("/accused")
    Object accuse(
            @ModelAttribute(binding = false) Turn turn, CaseForms forms, Model model, RedirectAttributes redirect) {
        return answer(
                turn,
                forms,
                "accused",
                "parties",
                model,
                redirect,
                () -> investigations.accuse(
                        turn.officer(), turn.caseId(), forms.accuses().content()));
    }

    /** Whether somebody who may be meant is. */
    @PostMapping("/match")
    Object judge(
            @ModelAttribute(binding = false) Turn turn, CaseForms forms, Model model, RedirectAttributes redirect) {
        return answer(turn, forms, "match", "parties", model, redirect, () -> {
            CaseForms.Verdict verdict = forms.judged();
            Words.check()
                    .that(verdict.isGiven(), "verdict", "required")
                    .that(!verdict.lacksReason(), "reason", "required")
                    .orThrow();
            matches.judge(turn.officer(), turn.caseId(), verdict.content());
        });
    }

    @PostMapping("/messages")
    Object write(
            @ModelAttribute(binding = false) Turn turn, CaseForms forms, Model model, RedirectAttributes redirect) {
        return answer(
                turn,
                forms,
                "message",
                "contact",
                model,
                redirect,
                () -> messages.send(
                        turn.officer(),
                        turn.caseId(),
                        forms.written().text(),
                        uploads(forms.written().files())));
    }

    @PostMapping("/reopen")
    Object reopen(
            @ModelAttribute(binding = false) Turn turn, CaseForms forms, Model model, RedirectAttributes redirect) {
        return answer(
                turn,
                forms,
                "reopen",
                "now",
                model,
                redirect,
                () -> closing.reopen(
                        turn.officer(), turn.caseId(), forms.reopened().reason()));
    }

    @PostMapping("/leave")
    Object leave(
            @ModelAttribute(binding = false) Turn turn, CaseForms forms, Model model, RedirectAttributes redirect) {
        return answer(
                turn,
                forms,
                "leave",
                "now",
                model,
                redirect,
                () -> assignments.leaveCommittee(
                        turn.officer(), turn.caseId(), forms.leaves().reason()));
    }

    /** @param part the part of the page that is shown then */
    private Object answer(
            Turn turn,
            CaseForms forms,
            String form,
            String part,
            Model model,
            RedirectAttributes redirect,
            Runnable work) {
        screen.mustBeOpenTo(turn.officer(), turn.caseId());
        try {
            work.run();
            redirect.addFlashAttribute("done", text.of("case." + form + ".done"));
            return "redirect:" + screen.after(turn.org(), turn.officer(), turn.caseId(), part);
        } catch (Problem problem) {
            screen.fill(model, turn.org(), turn.officer(), turn.caseId(), null, false);
            model.addAttribute("forms", forms);
            return problems.again(CaseScreen.VIEW, model, within(form, problem));
        }
    }

    /** The same problem with its fields named as the page names them. */
    private static Problem within(String form, Problem problem) {
        return problem.fields().isEmpty()
                ? problem
                : Problem.invalid(problem.fields().stream()
                        .map(field -> new Problem.Field(form + "." + field.field(), field.code(), field.arguments()))
                        .toList());
    }

    private static List<Upload> uploads(List<MultipartFile> files) {
        List<Problem.Field> wrong = new ArrayList<>();
        List<Upload> uploads = Uploads.read(files, wrong);
        if (!wrong.isEmpty()) {
            throw Problem.invalid(wrong);
        }
        return uploads;
    }
}
