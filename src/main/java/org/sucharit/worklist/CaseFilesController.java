package org.sucharit.worklist;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.CaseId;
import org.sucharit.screen.FileAnswer;
import org.sucharit.vault.Officer;

/** The files of a case. What a browser may show by itself is shown; everything else is only ever saved. */
@Controller
class CaseFilesController {

    private static final Set<MediaType> SHOWN =
            Set.of(MediaType.APPLICATION_PDF, MediaType.IMAGE_PNG, MediaType.IMAGE_JPEG);

    private final CasePages pages;

    CaseFilesController(CasePages pages) {
        this.pages = pages;
    }

    @GetMapping("/{org}/desk/cases/{caseId}/files/{fileId}")
    Object file(
            @PathVariable String org,
            @PathVariable UUID caseId,
            @PathVariable UUID fileId,
            @AuthenticationPrincipal Officer officer) {
        CaseId id = new CaseId(caseId);
        return pages.read(officer, id, fileId)
                .<Object>map(file -> answer(file, fileId))
                .orElseGet(() -> "redirect:" + CasePages.base(org, id) + "/identity?file=" + fileId);
    }

    /** @param again by which the rest may be asked for; nothing where each opening needs a reason */
    static FileAnswer answer(Upload file, @Nullable UUID again) {
        MediaType type = typeOf(file);
        return new FileAnswer(
                file.name(),
                type,
                SHOWN.contains(type),
                file.size(),
                again == null ? null : again.toString(),
                file::open);
    }

    /** What the sender said it is, which is only believed where a browser shows it safely whatever it is. */
    private static MediaType typeOf(Upload file) {
        try {
            MediaType said = MediaType.parseMediaType(file.contentType());
            return new MediaType(said.getType(), said.getSubtype());
        } catch (InvalidMediaTypeException e) {
            return MediaType.APPLICATION_OCTET_STREAM;
        }
    }
}
