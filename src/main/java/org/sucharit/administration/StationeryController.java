package org.sucharit.administration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.sucharit.document.DocumentKind;
import org.sucharit.kernel.Problem;
import org.sucharit.papers.Stationer;
import org.sucharit.screen.PdfAnswer;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;

/** How the organisation's papers look beyond its name and address: the emblem at their head and their letters. */
@Controller
@RequestMapping("/{org}/desk/admin/stationery")
class StationeryController {

    private static final DocumentKind SAMPLE = DocumentKind.FORWARDING_MEMO;

    private final Stationer stationer;
    private final SamplePictures samples;
    private final Problems problems;
    private final Saved saved;

    StationeryController(Stationer stationer, SamplePictures samples, Problems problems, Saved saved) {
        this.stationer = stationer;
        this.samples = samples;
        this.problems = problems;
        this.saved = saved;
    }

    @GetMapping
    String page(@PathVariable String org, Model model) {
        model.addAttribute("org", org)
                .addAttribute("crumbs", List.of(saved.link("admin.title", "/" + org + "/desk/admin")))
                .addAttribute("stationery", stationer.current())
                .addAttribute("emblem", stationer.emblem().isPresent())
                .addAttribute("letters", stationer.letters());
        return "administration/stationery";
    }

    @GetMapping("/emblem.png")
    ResponseEntity<byte[]> emblem() {
        return PictureAnswer.of(stationer.emblem().orElseThrow(Problem::notFound));
    }

    @GetMapping("/sample")
    ResponseEntity<byte[]> sample() {
        return PdfAnswer.of(SAMPLE.slug() + ".pdf", samples.paper(SAMPLE).pdf());
    }

    @GetMapping("/sample.png")
    ResponseEntity<byte[]> picture() {
        return PictureAnswer.of(samples.firstPage(SAMPLE));
    }

    @PostMapping("/emblem")
    Object useEmblem(
            @PathVariable String org,
            @RequestParam("emblem") MultipartFile file,
            @AuthenticationPrincipal Officer officer,
            Model model,
            RedirectAttributes redirect) {
        return changed(org, model, () -> {
            stationer.useEmblem(bytes(file, "emblem"), officer.id());
            return saved.and(redirect, "emblemUsed", address(org));
        });
    }

    @PostMapping("/emblem/remove")
    String removeEmblem(
            @PathVariable String org, @AuthenticationPrincipal Officer officer, RedirectAttributes redirect) {
        stationer.removeEmblem(officer.id());
        return saved.and(redirect, "emblemRemoved", address(org));
    }

    @PostMapping("/font")
    Object useFont(
            @PathVariable String org,
            @RequestParam MultipartFile regular,
            @RequestParam(required = false) @Nullable MultipartFile bold,
            @AuthenticationPrincipal Officer officer,
            Model model,
            RedirectAttributes redirect) {
        return changed(org, model, () -> {
            stationer.useFont(
                    bytes(regular, "regular"),
                    bold == null || bold.isEmpty() ? null : bytes(bold, "bold"),
                    officer.id());
            return saved.and(redirect, "fontUsed", address(org));
        });
    }

    @PostMapping("/font/remove")
    String removeFont(@PathVariable String org, @AuthenticationPrincipal Officer officer, RedirectAttributes redirect) {
        stationer.removeFont(officer.id());
        return saved.and(redirect, "fontRemoved", address(org));
    }

    /** Whoever switches the language on a form shown again comes back to the page. */
    @GetMapping({"/emblem", "/font"})
    String back(@PathVariable String org) {
        return "redirect:" + address(org);
    }

    private interface Work {
        Object done();
    }

    private Object changed(String org, Model model, Work work) {
        try {
            return work.done();
        } catch (Problem problem) {
            return problems.again(page(org, model), model, problem);
        }
    }

    /** @throws Problem invalid, where no file was chosen */
    private static byte[] bytes(MultipartFile file, String field) {
        if (file.isEmpty()) {
            throw Problem.invalid(field, "file.missing");
        }
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String address(String org) {
        return "/" + org + "/desk/admin/stationery";
    }
}
