package org.sucharit.administration;

import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;

/** Pictures as answers to a browser. */
final class PictureAnswer {

    private PictureAnswer() {}

    /** The browser keeps it and asks each time whether it is still the same; nobody between may keep it. */
    static ResponseEntity<byte[]> of(byte[] png) {
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .eTag(DigestUtils.md5DigestAsHex(png))
                .cacheControl(CacheControl.maxAge(Duration.ZERO).cachePrivate().mustRevalidate())
                .body(png);
    }
}
