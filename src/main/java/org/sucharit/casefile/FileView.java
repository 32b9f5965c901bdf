package org.sucharit.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sucharit.document.DocumentKind;
import org.sucharit.examination.FileTypes;

/**
 * An attachment or a document of a case, as a list shows it.
 *
 * @param document nothing for an attachment
 * @param version from 1; a later version of a document stands beside the earlier ones
 * @param pages nothing for an attachment, and for what was issued before they were counted
 * @param missing what could not be printed in a document and stands there as a box
 * @param sha256 of a document's bytes, in hexadecimal; nothing where there are no pages either
 * @param signature as in {@link Issue}
 * @param tellsReporter whether it shows who reported; then {@link Revealed#read} opens it, and {@link OpenCase#read} does not
 * @param detected the type that an attachment's bytes say; nothing for what was filed before they were looked at
 * @param examined what was found out about an attachment; nothing until {@link FileExaminations} opens it
 */
public record FileView(
        UUID id,
        @Nullable UUID folio,
        @Nullable DocumentKind document,
        @Nullable String number,
        int version,
        Instant filedAt,
        String name,
        String contentType,
        long size,
        @Nullable Integer pages,
        List<String> missing,
        @Nullable String sha256,
        @Nullable String signature,
        boolean tellsReporter,
        @Nullable String detected,
        @Nullable Examined examined) {

    /** Whether an attachment is something else than its sender said, or than its name says. */
    public boolean disagrees() {
        return detected != null && FileTypes.disagree(contentType, name, detected);
    }

    /** Whether there is a small picture of it. */
    public boolean isPictured() {
        return examined != null
                && examined.copy() == Examined.Copy.MADE
                && detected != null
                && (detected.startsWith("image/") || detected.equals("application/pdf"));
    }
}
