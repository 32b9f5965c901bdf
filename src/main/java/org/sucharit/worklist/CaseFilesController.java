package org.sucharit.worklist;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.sucharit.casefile.Upload;
import org.sucharit.kernel.CaseId;
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
                .<Object>map(CaseFilesController::answer)
                .orElseGet(() -> "redirect:" + CasePages.base(org, id) + "/identity?file=" + fileId);
    }

    static ResponseEntity<byte[]> answer(Upload file) {
        MediaType type = typeOf(file);
        boolean shown = SHOWN.contains(type);
        ContentDisposition disposition = (shown ? ContentDisposition.inline() : ContentDisposition.attachment())
                .filename(file.name(), StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(shown ? type : MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(file.bytes());
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
