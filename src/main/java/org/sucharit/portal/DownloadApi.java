package org.sucharit.portal;

import static org.springframework.http.HttpHeaders.AUTHORIZATION;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.security.SecurityRequirement;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.sucharit.screen.FileAnswer;

/** The files of the office, for programs that show the receipt. */
@Controller
@Tag(name = "Reports")
class DownloadApi {

    private final Downloads downloads;

    DownloadApi(Downloads downloads) {
        this.downloads = downloads;
    }

    @GetMapping("/api/{org}/reports/current/attachments/{id}")
    @Operation(
            summary =
                    "A file that the office sent; one range of it where asked for, 409 until it is scanned for viruses",
            operationId = "download")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @SecurityRequirement(name = ReportApi.BY_RECEIPT)
    FileAnswer download(
            @PathVariable String org,
            @PathVariable UUID id,
            @Parameter(hidden = true) @RequestHeader(name = AUTHORIZATION, required = false) @Nullable
                    String authorization) {
        return downloads.answer(ReportApi.receipt(authorization), id, id.toString());
    }
}
