package org.sucharit.document;

import java.util.List;

/**
 * Sends a screened complaint to the unit that inquires into it. The subject, where the complaint comes from and what is
 * asked of the unit are worded by the template.
 *
 * @param facts what the complaint says
 * @param considerations what the screening found
 */
public record ForwardingMemo(
        Heading heading,
        String addressee,
        Matter matter,
        List<String> facts,
        List<String> considerations,
        Signer signer)
        implements OfficialDocument {

    public ForwardingMemo {
        facts = List.copyOf(facts);
        considerations = List.copyOf(considerations);
    }
}
