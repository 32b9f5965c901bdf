package org.sucharit.worklist;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.sucharit.casefile.FileExaminations;
import org.sucharit.casefile.FileView;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.CaseId;
import org.sucharit.kernel.Problem;
import org.sucharit.screen.FileAnswer;
import org.sucharit.screen.Link;
import org.sucharit.screen.Problems;
import org.sucharit.vault.Officer;
import org.sucharit.wording.CaseText;

/**
 * The files of a case. The office's own papers are shown; of what others sent a copy is, and the file itself is only ever
 * saved.
 */
@Controller
@RequestMapping("/{org}/desk/cases/{caseId}/files/{fileId}")
class CaseFilesController {

    private static final String VIEW = "worklist/case-file";

    private static final Set<MediaType> SHOWN =
            Set.of(MediaType.APPLICATION_PDF, MediaType.IMAGE_PNG, MediaType.IMAGE_JPEG);

    private final CasePages pages;
    private final FileExaminations examinations;
    private final CaseFilePages filePages;
    private final CaseText text;
    private final Problems problems;

    CaseFilesController(
            CasePages pages, FileExaminations examinations, CaseFilePages filePages, CaseText text, Problems problems) {
        this.pages = pages;
        this.examinations = examinations;
        this.filePages = filePages;
        this.text = text;
        this.problems = problems;
    }

    /** Opening it is what looks into it, and asks the scanner again where that did not answer. */
    @GetMapping
    Object file(
            @PathVariable String org,
            @PathVariable UUID caseId,
            @PathVariable UUID fileId,
            @AuthenticationPrincipal Officer officer,
            Model model) {
        CaseId id = new CaseId(caseId);
        FileView view = pages.file(officer, id, fileId);
        if (view.tellsReporter()) {
            return "redirect:" + CasePages.base(org, id) + "/identity?file=" + fileId;
        }
        return view.document() != null
                ? answer(pages.read(officer, id, fileId), true, fileId.toString())
                : page(org, id, examinations.examine(officer, id, fileId), model);
    }

    @GetMapping("/shown")
    FileAnswer shown(@PathVariable UUID caseId, @PathVariable UUID fileId, @AuthenticationPrincipal Officer officer) {
        return answer(examinations.shown(officer, new CaseId(caseId), fileId), true, fileId + "-shown");
    }

    @GetMapping("/thumbnail")
    FileAnswer thumbnail(
            @PathVariable UUID caseId, @PathVariable UUID fileId, @AuthenticationPrincipal Officer officer) {
        return answer(examinations.thumbnail(officer, new CaseId(caseId), fileId), true, fileId + "-thumbnail");
    }

    @GetMapping("/original")
    FileAnswer original(
            @PathVariable UUID caseId, @PathVariable UUID fileId, @AuthenticationPrincipal Officer officer) {
        return answer(examinations.original(officer, new CaseId(caseId), fileId, false), false, fileId.toString());
    }

    /** @param despite what the scanner found */
    @PostMapping("/original")
    Object despite(
            @PathVariable String org,
            @PathVariable UUID caseId,
            @PathVariable UUID fileId,
            @RequestParam(defaultValue = "false") boolean despite,
            @AuthenticationPrincipal Officer officer,
            Model model) {
        CaseId id = new CaseId(caseId);
        if (despite) {
            return answer(examinations.original(officer, id, fileId, true), false, null);
        }
        String view = page(org, id, examinations.examine(officer, id, fileId), model);
        return problems.again(view, model, Problem.invalid("despite", "file.despite"));
    }

    private String page(String org, CaseId id, FileView view, Model model) {
        String base = CasePages.base(org, id);
        model.addAttribute("org", org)
                .addAttribute("base", base)
                .addAttribute("file", filePages.of(view, base + "/files/" + view.id()))
                .addAttribute(
                        "crumbs",
                        List.of(
                                new Link(text.of("case.crumb.desk"), "/" + org + "/desk"),
                                new Link(text.of("case.crumb.case"), base)));
        return VIEW;
    }

    /**
     * @param shown whether a browser may show it, where it is of a type that it shows safely
     * @param tag by which the rest may be asked for; nothing where each opening needs a reason
     */
    static FileAnswer answer(Upload file, boolean shown, @Nullable String tag) {
        MediaType type = typeOf(file);
        return new FileAnswer(file.name(), type, shown && SHOWN.contains(type), file.size(), tag, file::open);
    }

    private static MediaType typeOf(Upload file) {
        try {
            MediaType said = MediaType.parseMediaType(file.contentType());
            return new MediaType(said.getType(), said.getSubtype());
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
