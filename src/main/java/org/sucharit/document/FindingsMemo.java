package org.sucharit.document;

import java.util.List;

/**
 * Lays the findings of an inquiry before those who judge them, with the opinions given so far.
 *
 * @param background added to what the template says of how the case came in; may be empty
 * @param facts what was found; none prints "ไม่มี"
 * @param considerations finding and proposal
 */
public record FindingsMemo(
        Heading heading,
        String addressee,
        Matter matter,
        List<String> background,
        List<String> facts,
        List<String> considerations,
        Signer signer,
        List<Opinion> opinions)
        implements OfficialDocument {

    public FindingsMemo {
        background = List.copyOf(background);
        facts = List.copyOf(facts);
        considerations = List.copyOf(considerations);
        opinions = List.copyOf(opinions);
    }
}
