package org.sucharit.document;

import java.util.List;

/**
 * Any memo (บันทึกข้อความ).
 *
 * @param closing the sentence that hands it over; empty for the usual one
 * @param opinions the blocks below the signature, in the order in which the posts are asked
 */
public record Memo(
        Heading heading,
        String subject,
        String addressee,
        List<Section> sections,
        String closing,
        Signer signer,
        List<Opinion> opinions)
        implements OfficialDocument {

    public Memo {
        sections = List.copyOf(sections);
        opinions = List.copyOf(opinions);
    }
}
