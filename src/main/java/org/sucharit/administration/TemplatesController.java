package org.sucharit.administration;

import java.util.Arrays;
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
import org.sucharit.document.DocumentKind;
import org.sucharit.document.TemplateFault;
import org.sucharit.kernel.Problem;
import org.sucharit.papers.Templates;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;

/** The wording of the organisation's papers. The samples shown are made up: whoever administers reads no case. */
@Controller
@RequestMapping("/{org}/desk/admin/templates")
class TemplatesController {

    private final Templates templates;
    private final TemplateScreen screen;
    private final SamplePictures samples;
    private final Problems problems;
    private final Saved saved;

    TemplatesController(
            Templates templates, TemplateScreen screen, SamplePictures samples, Problems problems, Saved saved) {
        this.templates = templates;
        this.screen = screen;
        this.samples = samples;
        this.problems = problems;
        this.saved = saved;
    }

    @GetMapping
    String list(@PathVariable String org, Model model) {
        return screen.list(org, model);
    }

    @GetMapping("/{slug}")
    String edit(
            @PathVariable String org,
            @PathVariable String slug,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        return screen.editor(org, kind(slug), page, null, model);
    }

    /** @param version of the wording that was in force when the form was made */
    @PostMapping("/{slug}")
    Object save(
            @PathVariable String org,
            @PathVariable String slug,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal Officer officer,
            Model model,
            RedirectAttributes redirect) {
        DocumentKind kind = kind(slug);
        return editing(org, kind, text, model, () -> {
            templates.save(kind, text, version, officer.id());
            return saved.and(redirect, "templateSaved", TemplateScreen.address(org, kind));
        });
    }

    /** The paper that the typed wording makes; nothing is kept. */
    @PostMapping("/{slug}/preview")
    Object preview(
            @PathVariable String org,
            @PathVariable String slug,
            @RequestParam(defaultValue = "") String text,
            Model model) {
        DocumentKind kind = kind(slug);
        return editing(
                org,
                kind,
                text,
                model,
                () -> PdfAnswer.of(
                        slug + ".pdf",
                        samples.paper(templates.check(kind, text)).pdf()));
    }

    /** Whoever switches the language on a form shown again comes back to the wording in force. */
    @GetMapping("/{slug}/preview")
    String back(@PathVariable String org, @PathVariable String slug) {
        return "redirect:" + TemplateScreen.address(org, kind(slug));
    }

    @GetMapping("/{slug}/sample")
    ResponseEntity<byte[]> sample(@PathVariable String slug) {
        return PdfAnswer.of(slug + ".pdf", samples.paper(kind(slug)).pdf());
    }

    @GetMapping("/{slug}/sample.png")
    ResponseEntity<byte[]> picture(@PathVariable String slug) {
        return PictureAnswer.of(samples.firstPage(kind(slug)));
    }

    @GetMapping("/{slug}/standard")
    String standard(@PathVariable String org, @PathVariable String slug, Model model) {
        return screen.standard(org, kind(slug), model);
    }

    @PostMapping("/{slug}/standard")
    Object useStandard(
            @PathVariable String org,
            @PathVariable String slug,
            @RequestParam int version,
            @AuthenticationPrincipal Officer officer,
            Model model,
            RedirectAttributes redirect) {
        DocumentKind kind = kind(slug);
        try {
            templates.backToStandard(kind, version, officer.id());
            return saved.and(redirect, "templateStandard", TemplateScreen.address(org, kind));
        } catch (Problem problem) {
            return problems.again(screen.standard(org, kind, model), model, problem);
        }
    }

    @GetMapping("/{slug}/versions/{number}")
    String version(@PathVariable String org, @PathVariable String slug, @PathVariable int number, Model model) {
        return screen.version(org, kind(slug), number, model);
    }

    /** Puts an earlier wording in force again, as a new version. */
    @PostMapping("/{slug}/versions/{number}")
    Object restore(
            @PathVariable String org,
            @PathVariable String slug,
            @PathVariable int number,
            @RequestParam int version,
            @AuthenticationPrincipal Officer officer,
            Model model,
            RedirectAttributes redirect) {
        DocumentKind kind = kind(slug);
        String text = templates.version(kind, number).text();
        return editing(org, kind, text, model, () -> {
            templates.save(kind, text, version, officer.id());
            return saved.and(redirect, "templateRestored", TemplateScreen.address(org, kind));
        });
    }

    private interface Work {
        Object done();
    }

    /** Where the wording cannot be used: the editor again with what was typed. */
    private Object editing(String org, DocumentKind kind, String text, Model model, Work work) {
        try {
            return work.done();
        } catch (TemplateFault fault) {
            return screen.faulty(org, kind, text, fault, model);
        } catch (Problem problem) {
            return problems.again(screen.editor(org, kind, 1, text, model), model, problem);
        }
    }

    /** @throws Problem not found, where no kind of paper is called so */
    private static DocumentKind kind(String slug) {
        return Arrays.stream(DocumentKind.values())
                .filter(kind -> kind.slug().equals(slug) && !kind.hasFixedWords())
                .findFirst()
                .orElseThrow(Problem::notFound);
    }
}
