package org.sucharit.document;

import org.jspecify.annotations.Nullable;

/**
 * Who issues a paper.
 *
 * @param organisation its full name, as "องค์การบริหารส่วนตำบล…"
 * @param unit the part of it that writes, as "งานการเจ้าหน้าที่ สำนักปลัด"; may be empty
 * @param address where letters come from, in one line; may be empty
 * @param telephone may be empty
 * @param emblem null until the organisation has given its own: a marked box stands in its place
 */
public record Issuer(
        String organisation,
        String unit,
        String address,
        String telephone,
        @Nullable Emblem emblem) {

    public Issuer(String organisation, String unit, String address, String telephone) {
        this(organisation, unit, address, telephone, null);
    }
}
