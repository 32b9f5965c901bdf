package org.sucharit.organisation;

import jakarta.persistence.Embeddable;

/**
 * What stands at the head and foot of an organisation's papers and pages. What is not known is empty.
 *
 * @param documentPrefix stands before a document's number: "ยล ๗๓๖๐๑"
 * @param address house number, road and ตำบล
 * @param district อำเภอ
 * @param province จังหวัด
 */
@Embeddable
public record Letterhead(
        String documentPrefix,
        String address,
        String district,
        String province,
        String postcode,
        String phone,
        String email,
        String website) {

    public static final Letterhead EMPTY = new Letterhead("", "", "", "", "", "", "", "");
}
