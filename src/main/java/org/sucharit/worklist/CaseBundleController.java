package org.sucharit.worklist;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.papers.Bundles;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/** Several papers of a case as one file to print. */
@Controller
@RequestMapping("/{org}/desk/cases/{caseId}/bundle")
class CaseBundleController {

    private final Bundles bundles;
    private final CaseScreen screen;
    private final CaseText text;
    private final Problems problems;

    CaseBundleController(Bundles bundles, CaseScreen screen, CaseText text, Problems problems) {
        this.bundles = bundles;
        this.screen = screen;
        this.text = text;
        this.problems = problems;
    }

    /**
     * The file is written while it is made, so that nothing of it lies anywhere.
     *
     * @param all whether every paper is wanted, whatever is chosen
     * @return the case's page again where nothing was chosen; nothing where the file is the answer
     */
    @PostMapping
    @Nullable
    Object print(
            @PathVariable String org,
            @PathVariable UUID caseId,
            @AuthenticationPrincipal Officer officer,
            @RequestParam(defaultValue = "false") boolean all,
            @RequestParam(name = "document", defaultValue = "") List<UUID> chosen,
            Model model,
            HttpServletResponse response)
            throws IOException {
        CaseId id = new CaseId(caseId);
        try {
            bundles.write(officer, id, all ? null : Set.copyOf(chosen), () -> {
                response.setContentType(MediaType.APPLICATION_PDF_VALUE);
                response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                response.setHeader("X-Content-Type-Options", "nosniff");
                response.setHeader(HttpHeaders.CONTENT_DISPOSITION, disposition());
                return response.getOutputStream();
            });
            return null;
        } catch (Problem problem) {
            screen.fill(model, org, officer, id, null, false);
            return problems.again(CaseScreen.VIEW, model, problem);
        }
    }

    /** Whoever switches the language on the page shown again, or comes back to its address, sees the case. */
    @GetMapping
    String back(@PathVariable String org, @PathVariable UUID caseId) {
        return "redirect:" + CasePages.base(org, new CaseId(caseId));
    }

    private String disposition() {
        return ContentDisposition.inline()
                .filename(text.official("document.COVER_LIST") + ".pdf", StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
