package org.sucharit.document;

import java.util.List;

/**
 * Hands a case to an outside authority that may judge what the organisation may not.
 *
 * @param reasons why it is referred, in whole sentences
 */
public record ReferralLetter(
        Heading heading,
        String addressee,
        Matter matter,
        List<String> reasons,
        List<String> references,
        List<String> enclosures,
        Signer signer)
        implements OfficialDocument {

    public ReferralLetter {
        reasons = List.copyOf(reasons);
        references = List.copyOf(references);
        enclosures = List.copyOf(enclosures);
    }
}
