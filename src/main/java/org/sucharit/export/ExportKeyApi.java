package org.sucharit.export;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.sucharit.kernel.CurrentOrganisation;
import org.sucharit.kernel.Problem;

/** The key by which anybody checks the list of files of a copy. */
@RestController
@Tag(name = "Copies")
class ExportKeyApi {

    private final ExportKeys keys;

    ExportKeyApi(ExportKeys keys) {
        this.keys = keys;
    }

    @GetMapping(path = "/api/{org}/export/key", produces = MediaType.TEXT_PLAIN_VALUE)
    @Operation(summary = "The key that signs copies of cases (PEM)", operationId = "exportKey")
    String key(@PathVariable String org) {
        if (CurrentOrganisation.find().isEmpty()) {
            throw Problem.notFound();
        }
        return keys.publicKey();
    }
}
