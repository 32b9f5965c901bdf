package org.sucharit.document;

import org.jspecify.annotations.Nullable;
import org.sucharit.document.typesetting.Typeface;

/**
 * How the papers of one organisation look.
 *
 * @param organisation its full name, as "องค์การบริหารส่วนตำบล…"
 * @param address where letters come from, in one line; may be empty
 * @param telephone may be empty
 * @param emblem null until the organisation has given its own: a marked box stands in its place
 */
public record Stationery(
        String organisation,
        String address,
        String telephone,
        @Nullable Emblem emblem,
        Typeface typeface,
        Digits digits) {}
