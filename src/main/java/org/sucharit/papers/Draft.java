package org.sucharit.papers;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sucharit.casefile.CaseFile;
import org.sucharit.document.DocumentKind;
import org.sucharit.document.Fields;
import org.sucharit.document.Opinion;
import org.sucharit.document.Signer;

/**
 * A paper of a case with all but its number: from {@link Papers}, which issues it or shows it beforehand. Valid within
 * the transaction that made it.
 *
 * @param unit the part of the organisation that writes; empty for letters and orders
 * @param signedBy in whose name the organisation's key signs it; null for what is not signed electronically
 * @param since papers of this kind issued from then on are its earlier versions; null where it is a paper of its own
 */
record Draft(
        DocumentKind kind,
        CaseFile file,
        String unit,
        Fields fields,
        Signer signer,
        List<Signer> cosigners,
        List<Opinion> opinions,
        @Nullable Signer signedBy,
        @Nullable Instant since) {

    Draft(DocumentKind kind, CaseFile file, String unit, Fields fields, Signer signer) {
        this(kind, file, unit, fields, signer, List.of(), List.of(), null, null);
    }
}
