package org.sucharit.administration;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.sucharit.document.Rendered;

/** Samples as answers to a browser. */
final class PaperAnswers {

    private PaperAnswers() {}

    static ResponseEntity<byte[]> pdf(Rendered paper, String name) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline().filename(name).build().toString())
                .cacheControl(CacheControl.noStore())
                .body(paper.pdf());
    }

    /** The browser keeps it and asks each time whether it is still the same; nobody between may keep it. */
    static ResponseEntity<byte[]> picture(byte[] png) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .eTag(DigestUtils.md5DigestAsHex(png))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .body(png);
    }
}
