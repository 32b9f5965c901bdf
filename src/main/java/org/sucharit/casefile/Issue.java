package org.sucharit.casefile;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sucharit.document.DocumentKind;

/**
 * A finished paper on its way into a case. Once issued it is never changed: the next of the same kind and number is a
 * version of its own.
 *
 * @param number under which it stands in its register
 * @param missing what could not be printed and stands as a box; usually nothing
 * @param signature how it is signed: a level, or why it is not; null for what nobody signs electronically
 */
public record Issue(
        DocumentKind kind,
        String number,
        byte[] pdf,
        int pages,
        List<String> missing,
        @Nullable String signature) {}
