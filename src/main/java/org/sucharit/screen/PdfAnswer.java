package org.sucharit.screen;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A PDF file as the answer, shown by the browser and kept nowhere on the way. */
public final class PdfAnswer {

    private PdfAnswer() {}

    /** @param name of the file, for whoever saves it */
    public static ResponseEntity<byte[]> of(String name, byte[] pdf) {
        ContentDisposition disposition = ContentDisposition.inline()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .cacheControl(CacheControl.noStore())
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.toString())
                .header("X-Content-Type-Options", "nosniff")
                .body(pdf);
    }
}
