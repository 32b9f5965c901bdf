package org.sucharit.casefile;

import java.util.List;
import org.sucharit.document.DocumentKind;

/**
 * A finished paper on its way into a case. Once issued it is never changed: the next of the same kind and number is a
 * version of its own.
 *
 * @param number under which it stands in its register
 * @param missing what could not be printed and stands as a box; usually nothing
 */
public record Issue(DocumentKind kind, String number, byte[] pdf, int pages, List<String> missing) {}
